/** What only a browser shows of how notes are kept: backups in a bucket of their own, and a lost database that is noticed. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Session, startSession } from './session.ts';

interface Facts {
  count: number;
  checksum: string;
}

/** Runs in a page of the extension: puts a note into the database as a save does. */
async function addNote(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('daftar'));
    const ties = { claims: [], entities: [], sources: [], page: null, passage: null, figure: null };
    const at = '2026-01-01T08:00:00.000Z';
    const note = {
      id: 'n1',
      text: 'A figure to check.',
      tags: [],
      ties,
      made: at,
      changed: at,
      revision: 1,
      deleted: null,
    };
    await done(db.transaction('notes', 'readwrite').objectStore('notes').put(note));
    db.close();
  });
}

/** Runs in a page of the extension: the facts of all backups. */
async function readBackups(page: Page): Promise<Facts[]> {
  return page.evaluate(async () => {
    type Buckets = { storageBuckets: { open(name: string): Promise<{ indexedDB: IDBFactory }> } };
    const bucket = await (navigator as unknown as Buckets).storageBuckets.open('backups');
    if (!(await bucket.indexedDB.databases()).some(({ name }) => name === 'daftar-backups')) return [];
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(bucket.indexedDB.open('daftar-backups'));
    const facts = await done(db.transaction('facts').objectStore('facts').getAll());
    db.close();
    return facts as Facts[];
  });
}

/** Runs in a page of the extension: what the extension's storage has under a name, once it is there. */
async function readStored(page: Page, name: string): Promise<unknown> {
  return page.evaluate(
    key =>
      new Promise<unknown>(resolve => {
        type Storage = {
          local: { get(key: string): Promise<Record<string, unknown>> };
          onChanged: { addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void };
        };
        const { storage } = (globalThis as unknown as { chrome: { storage: Storage } }).chrome;
        const give = (value: unknown) => {
          if (value !== undefined && value !== null) resolve(value);
        };
        storage.onChanged.addListener(changes => give(changes[key]?.newValue));
        void storage.local.get(key).then(values => give(values[key]));
      }),
    name,
  );
}

// Firefox lets no test open a page of the extension.
describe('notes in chrome', () => {
  let session: Session;
  const ownPage = () => session.open(session.extensionUrl('popup.html'));

  beforeAll(async () => {
    session = await startSession('chrome');
  });
  afterAll(() => session?.close());

  it('are counted and backed up apart from their database, and missed when that is gone', async () => {
    const before = await ownPage();
    await expect
      .poll(() => before.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
      .toContain('daftar');
    await addNote(before);
    expect(await readBackups(before)).toEqual([]);

    await session.restart();
    const after = await ownPage();
    expect(await readStored(after, 'notesKnown')).toMatchObject({ count: 1 });
    await expect.poll(() => readBackups(after)).toMatchObject([{ count: 1 }]);
    expect(await after.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(['daftar']);

    await after.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase('daftar');
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
    );
    await session.restart();
    const bereft = await ownPage();
    expect(await readStored(bereft, 'notesLost')).toMatchObject({ had: 1 });
    expect(await readBackups(bereft)).toMatchObject([{ count: 1 }]);
  });

  it('are put back from the backup by the notes page, which says that they are gone', async () => {
    const page = await session.open(session.extensionUrl('notes.html'));
    await (await page.waitForSelector('[role="alert"] button'))?.click();
    await page.waitForFunction(() => document.body.textContent?.includes('A figure to check.'));
    await page.waitForFunction(() => !document.querySelector('[role="alert"]'));
  });
});

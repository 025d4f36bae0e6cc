/** What must survive: a stopped worker, a restarted browser; and what must not happen on pages without any trigger. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARK, shownMarks } from './reader.ts';
import { FIREFOX_UUID, KINDS, type Session, startSession } from './session.ts';

/** Runs in a page of the extension: what the database holds. */
async function readDatabase(page: Page): Promise<{ claims: number; notes: string[]; version: number }> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('daftar'));
    const store = (name: string) => db.transaction(name).objectStore(name);
    const claims = await done(store('claims').count());
    const notes = (await done(store('notes').getAll())) as { text: string }[];
    const packs = (await done(store('packs').getAll())) as { version: number }[];
    db.close();
    return { claims, notes: notes.map(note => note.text), version: packs[0]?.version ?? 0 };
  });
}

async function addNote(page: Page, text: string): Promise<void> {
  await page.evaluate(async words => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('daftar');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await new Promise((resolve, reject) => {
      const transaction = db.transaction('notes', 'readwrite');
      transaction.objectStore('notes').put({
        ...{ id: 'n1', text: words, tags: [], made: '2026-01-01', changed: '2026-01-01', revision: 1, deleted: null },
        ties: { claims: [], entities: [], sources: [], page: null, passage: null, figure: null },
      });
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    db.close();
  }, text);
}

describe.each(KINDS)('lifetime in %s', kind => {
  let session: Session;

  beforeAll(async () => {
    session = await startSession(kind);
    const page = await session.open(`${session.examples.url}article.html`);
    await shownMarks(page);
    await page.close();
  });
  afterAll(() => session?.close());

  it.runIf(kind === 'chrome')('keeps the store and the notes through a restart of the browser', async () => {
    const before = await session.open(session.extensionUrl('popup.html'));
    const stored = await readDatabase(before);
    expect(stored.claims).toBeGreaterThan(30);
    await addNote(before, 'Ask about the second figure.');
    await session.restart();
    const after = await session.open(session.extensionUrl('popup.html'));
    expect(await readDatabase(after)).toEqual({ ...stored, notes: ['Ask about the second figure.'] });
    const page = await session.open(`${session.examples.url}article.html`);
    expect((await shownMarks(page)).length).toBeGreaterThan(10);
    await page.close();
    await after.close();
  });

  // Firefox lets no test open a page of the extension: its database is read from the profile, while it is not running.
  it.runIf(kind === 'firefox')('keeps the store through a restart of the browser', async () => {
    const rows: Record<string, number>[] = [];
    const read = () => void rows.push(countRows(session.profile));
    await session.restart(read);
    expect(rows[0]?.claims).toBeGreaterThan(30);
    const page = await session.open(`${session.examples.url}article.html`);
    expect((await shownMarks(page)).length).toBeGreaterThan(10);
    await page.close();
    await session.restart(read);
    expect(rows[1]).toEqual(rows[0]);
  });

  it('puts no mark on a page without any trigger', async () => {
    const page = await session.open(`${session.pages.url}plain.html`);
    await settled(page);
    expect(await page.$(MARK)).toBeNull();
    await page.close();
  });

  it('marks no statement on a page that mentions the country in passing', async () => {
    const page = await session.open(`${session.pages.url}passing.html`);
    await page.waitForSelector(MARK);
    expect((await shownMarks(page)).filter(mark => !mark.entity)).toEqual([]);
    await page.close();
  });

  // Firefox stops its event page by itself only, and its protocol tells nobody when.
  it.runIf(kind === 'chrome')(
    'answers the next page from a stopped worker, and is not woken by a page without trigger',
    async () => {
      await stopWorker();
      const plain = await session.open(`${session.pages.url}plain.html`);
      await settled(plain);
      expect(runningWorkers()).toBe(0);
      await plain.close();
      const page = await session.open(`${session.pages.url}second.html`);
      expect((await shownMarks(page)).length).toBeGreaterThan(3);
      await page.close();
    },
  );

  const runningWorkers = () => session.browser.targets().filter(target => target.type() === 'service_worker').length;

  async function stopWorker() {
    const target = await session.browser.waitForTarget(candidate => candidate.type() === 'service_worker');
    const gone = new Promise<void>(resolve => {
      session.browser.on('targetdestroyed', destroyed => {
        if (destroyed === target) resolve();
      });
    });
    await (await target.worker())?.close();
    await gone;
  }
});

/** Rows by table in Firefox's file of the extension's database. */
function countRows(profile: string): Record<string, number> {
  const folder = join(profile, 'storage/default');
  const origin = readdirSync(folder).find(name => name.startsWith(`moz-extension+++${FIREFOX_UUID}`)) ?? '';
  const [file = ''] = readdirSync(join(folder, origin, 'idb')).filter(name => name.endsWith('.sqlite'));
  const db = new DatabaseSync(join(folder, origin, 'idb', file), { readOnly: true });
  const rows = db
    .prepare('SELECT name, (SELECT count(*) FROM object_data WHERE object_store_id = id) AS rows FROM object_store')
    .all();
  db.close();
  return Object.fromEntries(rows.map(row => [String(row.name), Number(row.rows)]));
}

/** Well past the second of rest after which a page is read. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction('performance.now() - performance.timing.loadEventEnd + performance.timeOrigin > 2500');
}

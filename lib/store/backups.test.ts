import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NoteStore } from '@/lib/note-store';
import { BackupDatabase, openBackupDatabase } from './backup-db';
import { type Backups, createBackups } from './backups';
import { DaftarDatabase } from './db';
import { lostNotes } from './known-notes';
import { createNotes } from './notes';
import { makeNote } from './sample-notes';

let db: DaftarDatabase;
let backupDb: BackupDatabase;
let notes: NoteStore;
let backups: Backups;
let time: Date;
let count = 0;

beforeEach(() => {
  fakeBrowser.reset();
  count++;
  db = new DaftarDatabase(`backed-up-${count}`);
  backupDb = new BackupDatabase(`backups-${count}`);
  time = new Date('2026-03-01T10:00:00.000Z');
  notes = createNotes(db, { now: () => time });
  backups = createBackups(db, backupDb, () => time);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await db.delete();
  await backupDb.delete();
});

const later = (minutes: number) => {
  time = new Date(time.getTime() + minutes * 60_000);
};
const ODD = makeNote('odd', { text: 'نوت 📝 \ud800', tags: ['کابل'], deleted: null });

describe('making a backup', () => {
  it('keeps all notes, those in the bin too, with count and checksum', async () => {
    await notes.importNotes([ODD, makeNote('a')]);
    await notes.remove(['a']);
    const facts = await backups.make();
    expect(facts).toMatchObject({ id: time.toISOString(), count: 2 });
    expect(facts?.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(await backups.read(time.toISOString())).toEqual(await db.notes.orderBy('id').toArray());
  });

  it('makes none without notes, and none when nothing has changed', async () => {
    expect(await backups.make()).toBeNull();
    await notes.importNotes([makeNote('a')]);
    await backups.make();
    later(5);
    expect(await backups.make()).toBeNull();
    expect(await backups.list()).toHaveLength(1);
  });

  it('lets older ones go', async () => {
    for (let i = 0; i < 8; i++) {
      await notes.importNotes([makeNote('a', { text: `Text ${i}.` })]);
      await backups.make();
      later(3);
    }
    expect((await backups.list()).map(({ id }) => id.slice(11, 16))).toEqual([
      '10:21',
      '10:18',
      '10:15',
      '10:12',
      '10:09',
    ]);
    expect(await backupDb.contents.count()).toBe(5);
  });

  it('lets none go when the new one cannot be written', async () => {
    for (let i = 0; i < 6; i++) {
      await notes.importNotes([makeNote('a', { text: `Text ${i}.` })]);
      if (i === 5)
        vi.spyOn(backupDb.contents, 'add').mockRejectedValue(new DOMException('Full.', 'QuotaExceededError'));
      if (i === 5) await expect(backups.make()).rejects.toThrow('Full.');
      else await backups.make();
      later(3);
    }
    expect(await backups.list()).toHaveLength(5);
    expect((await backups.read((await backups.list())[4]?.id ?? ''))[0]?.text).toBe('Text 0.');
  });
});

describe('restoring a backup', () => {
  it('brings back what is missing, and touches nothing else', async () => {
    await notes.importNotes([ODD, makeNote('a'), makeNote('b')]);
    const { id = '' } = (await backups.make()) ?? {};
    await notes.save({ ...makeNote('b'), text: 'Edited since.' }, 1);
    await notes.save({ ...makeNote('c') }, null);
    await db.notes.delete('odd');
    const changes = await backups.restore(id, notes);
    expect(changes.map(change => change.id)).toEqual(['odd']);
    expect((await notes.get('odd'))?.text).toBe(ODD.text);
    expect((await notes.get('b'))?.text).toBe('Edited since.');
    expect(await notes.list()).toHaveLength(4);
  });

  it('settles the loss of a database that was found empty', async () => {
    await notes.importNotes([makeNote('a'), makeNote('b')]);
    const { id = '' } = (await backups.make()) ?? {};
    await db.delete();
    const after = createNotes(db);
    expect(await after.list()).toEqual([]);
    expect((await lostNotes.getValue())?.had).toBe(2);
    await backups.restore(id, after);
    expect(await after.list()).toHaveLength(2);
    expect(await lostNotes.getValue()).toBeNull();
  });

  it.each([
    ['altered', async (id: string) => void (await backupDb.facts.update(id, { checksum: '0'.repeat(64) }))],
    ['cut', async (id: string) => void (await backupDb.contents.update(id, { bytes: new Uint8Array([31, 139, 8]) }))],
    ['miscounted', async (id: string) => void (await backupDb.facts.update(id, { count: 2 }))],
    ['gone', async (id: string) => backupDb.contents.delete(id)],
  ])('refuses one that is %s, whole', async (_, spoil) => {
    await notes.importNotes([makeNote('a')]);
    const { id = '' } = (await backups.make()) ?? {};
    await db.notes.clear();
    await spoil(id);
    await expect(backups.restore(id, notes)).rejects.toThrow();
    expect(await db.notes.count()).toBe(0);
  });
});

describe('starting afresh', () => {
  it('makes a database that cannot be opened anew', async () => {
    await notes.importNotes([makeNote('a')]);
    const { id = '' } = (await backups.make()) ?? {};
    db.close();
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('The user denied it.', 'InvalidStateError');
    });
    expect(await backups.startAfresh(id)).toBe(1);
    expect(open).toHaveBeenCalledTimes(2);
    expect(await notes.list()).toHaveLength(1);
  });

  it('leaves one alone that can be opened', async () => {
    await notes.importNotes([makeNote('a')]);
    const { id = '' } = (await backups.make()) ?? {};
    await notes.importNotes([makeNote('b')]);
    await expect(backups.startAfresh(id)).rejects.toThrow('can be opened');
    expect(await notes.list()).toHaveLength(2);
  });
});

it('keeps backups in a bucket of their own where there are some', async () => {
  const open = vi.fn(async () => ({ indexedDB }));
  vi.stubGlobal('navigator', { storageBuckets: { open } });
  const opened = await openBackupDatabase();
  expect(await opened.facts.count()).toBe(0);
  expect(open).toHaveBeenCalledExactlyOnceWith('backups', { persisted: true, durability: 'strict' });
  await opened.delete();
});

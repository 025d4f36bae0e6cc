import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NO_TIES } from '@/lib/notes';
import { BackupDatabase } from '@/lib/store/backup-db';
import { createBackups } from '@/lib/store/backups';
import { DaftarDatabase } from '@/lib/store/db';
import { knownNotes } from '@/lib/store/known-notes';
import { createNotes } from '@/lib/store/notes';
import { makeNote } from '@/lib/store/sample-notes';
import { setUpNotes, tendNotes } from './notes';

let db: DaftarDatabase;
let backupDb: BackupDatabase;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  db = new DaftarDatabase();
  backupDb = new BackupDatabase();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
  await backupDb.delete();
});

const draft = (id: string) => ({ id, text: `Text of ${id}.`, tags: [], ties: NO_TIES });
const backups = () => createBackups(db, backupDb).list();

function breakDatabase() {
  return vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The user denied it.', 'InvalidStateError');
  });
}

describe('setUpNotes', () => {
  it('makes a backup some minutes after a change, wherever it was made', async () => {
    setUpNotes();
    await createNotes(db).save(draft('a'), null);
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.getAll()).toHaveLength(1));
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(await backups()).toEqual([]);
    if (alarm) await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await vi.waitFor(async () => expect(await backups()).toMatchObject([{ count: 1 }]));
  });

  it('comes back for a journal that could not be merged yet', async () => {
    setUpNotes();
    const broken = breakDatabase();
    await createNotes(db).save(draft('a'), null);
    await tendNotes();
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.getAll()).toHaveLength(1));
    broken.mockRestore();
    await tendNotes();
    expect(await createNotes(db).list()).toHaveLength(1);
  });

  it('passes over other alarms', async () => {
    setUpNotes();
    await createNotes(db).save(draft('a'), null);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'another', scheduledTime: 0 });
    expect(await backups()).toEqual([]);
  });
});

describe('tendNotes', () => {
  it('erases what has lain in the bin long enough, but only after thirty days', async () => {
    await db.notes.bulkAdd([
      makeNote('old', { deleted: '2020-01-01T00:00:00.000Z' }),
      makeNote('new', { deleted: new Date().toISOString() }),
    ]);
    await tendNotes();
    expect(await db.notes.toCollection().primaryKeys()).toEqual(['new']);
  });

  it('counts notes that an earlier version has left', async () => {
    await db.notes.add(makeNote('a'));
    await tendNotes();
    expect((await knownNotes.getValue())?.count).toBe(1);
  });

  it('does not fail without any database', async () => {
    breakDatabase();
    await expect(tendNotes()).resolves.toBeUndefined();
  });
});

/** A browser in small: tabs with connections of their own to one database, and everything that may go wrong with it. */
import Dexie from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NoteStore } from '@/lib/note-store';
import { type BackupDatabase, openBackupDatabase } from '@/lib/store/backup-db';
import { type Backups, createBackups } from '@/lib/store/backups';
import { DaftarDatabase } from '@/lib/store/db';
import { createNotes } from '@/lib/store/notes';

export interface Tab {
  db: DaftarDatabase;
  notes: NoteStore;
  /** What its editor is open on: the text that it shows and the revision of that. */
  editor: { id: string; revision: number; text: string } | null;
}

const DAY = 86_400_000;
/** Milliseconds. The short one only where another version holds the database for good. */
const PATIENCE = { normal: 4000, held: 2 };

export class World {
  tabs: Tab[] = [];
  private connections: DaftarDatabase[] = [];
  time = Date.parse('2026-03-01T08:00:00.000Z');
  /** How many writes to the notes succeed before one fails; null for no fault. */
  writesUntilFault: number | null = null;
  allWritesFail = false;
  private openFails = false;
  private storageFails = false;
  private holding: IDBDatabase | null = null;
  private restoreOpen: () => void;
  private restoreSet: () => void;
  backups!: Backups;
  private backupDb!: BackupDatabase;
  private name: string;

  constructor(name: string) {
    this.name = name;
    const { open } = indexedDB;
    indexedDB.open = (database: string, version?: number) => {
      if (this.openFails && database === name) throw new DOMException('No database today.', 'InvalidStateError');
      return open.call(indexedDB, database, version);
    };
    this.restoreOpen = () => {
      indexedDB.open = open;
    };
    const { local } = fakeBrowser.storage;
    const { set } = local;
    local.set = async (items: Record<string, unknown>): Promise<void> => {
      if (this.storageFails) throw new Error('No storage today.');
      await (set as (items: Record<string, unknown>) => Promise<void>).call(local, items);
    };
    this.restoreSet = () => {
      local.set = set;
    };
  }

  /** @param old texts of notes that an earlier version has left @param held whether a tab of that version lets none other in */
  async begin(old: readonly string[], held: boolean): Promise<void> {
    if (old.length > 0) await this.leaveOld(old);
    if (held) this.holding = await this.hold();
    this.tabs = [this.openTab(), this.openTab()];
    this.backupDb = await openBackupDatabase();
    await Promise.all([this.backupDb.facts.clear(), this.backupDb.contents.clear()]);
    this.backups = this.makeBackups();
  }

  private async leaveOld(texts: readonly string[]): Promise<void> {
    const old = new Dexie(this.name);
    old.version(1).stores({ notes: 'id, changed, *tags' });
    const at = new Date(this.time).toISOString();
    await old.table('notes').bulkAdd(texts.map(text => ({ id: `id-${text}`, text, tags: [], made: at, changed: at })));
    old.close();
  }

  private hold(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(this.name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  private openTab(): Tab {
    const db = new DaftarDatabase(this.name);
    this.connections.push(db);
    db.use({
      stack: 'dbcore',
      name: 'faults',
      create: core => ({
        ...core,
        table: name => {
          const table = core.table(name);
          return {
            ...table,
            mutate: async request => {
              if (name === 'notes' && this.isFault()) throw new DOMException('No room today.', 'QuotaExceededError');
              return table.mutate(request);
            },
          };
        },
      }),
    });
    const options = { now: () => new Date(this.time), patience: this.holding ? PATIENCE.held : PATIENCE.normal };
    return { db, notes: createNotes(db, options), editor: null };
  }

  private isFault(): boolean {
    if (this.allWritesFail) return true;
    if (this.writesUntilFault === null || this.writesUntilFault-- > 0) return false;
    this.writesUntilFault = null;
    return true;
  }

  private makeBackups(): Backups {
    const db = new DaftarDatabase(this.name);
    this.connections.push(db);
    return createBackups(db, this.backupDb, () => new Date(this.time));
  }

  tab(index: number): Tab {
    const tab = this.tabs[index % this.tabs.length];
    if (!tab) throw new Error('No tab.');
    return tab;
  }

  /** Time goes on a little with every step, so that instants differ. */
  tick(days = 0): void {
    this.time += 61_000 + days * DAY;
  }

  setOpenFails(fails: boolean): void {
    this.openFails = fails;
    // Where another version's tab is in the way, none is open; and a Dexie that is closed while it waits, and opened again,
    // would keep a second connection that nothing closes.
    if (fails && !this.isHeld()) for (const { db } of this.tabs) db.close();
  }

  setStorageFails(fails: boolean): void {
    this.storageFails = fails;
  }

  isHeld = (): boolean => this.holding !== null;

  release(): void {
    this.holding?.close();
    this.holding = null;
  }

  /** A tab or a worker dies in the midst of what it does: its transaction is aborted, and it says nothing more. */
  async kill(tab: Tab, work: () => Promise<unknown>, after: number): Promise<void> {
    const died = work().then(
      () => {},
      () => {},
    );
    for (let i = 0; i < after; i++) await new Promise(resolve => setImmediate(resolve));
    this.storageFails = true;
    const connection = tab.db.isOpen()
      ? (tab.db.backendDB() as unknown as Parameters<typeof forceCloseDatabase>[0])
      : null;
    if (connection) forceCloseDatabase(connection);
    tab.db.close();
    await died;
    this.storageFails = false;
    this.reopen(tab);
  }

  /** The same tab after a reload. */
  reopen(tab: Tab): void {
    tab.db.close();
    Object.assign(tab, this.openTab());
  }

  /** The database goes. A connection that was closed while it waited to be opened is open by now, and closed once more. */
  private async delete(): Promise<void> {
    for (const db of this.connections) db.close();
    await Dexie.delete(this.name);
  }

  /** The database is gone, as after a fault of the disk; all tabs are opened anew. Called after `heal`. */
  async lose(): Promise<void> {
    await this.delete();
    for (const tab of this.tabs) this.reopen(tab);
  }

  /** All faults are over. */
  async heal(): Promise<void> {
    this.setOpenFails(false);
    this.storageFails = false;
    this.allWritesFail = false;
    this.writesUntilFault = null;
    this.release();
    for (const tab of this.tabs) {
      this.reopen(tab);
      await tab.db.open();
    }
  }

  async end(): Promise<void> {
    await this.heal();
    this.restoreOpen();
    this.restoreSet();
    this.backupDb.close();
    await this.delete();
  }
}

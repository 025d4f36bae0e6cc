/** The database: its tables and their versions. Opened by the background and by extension pages only. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import { NO_TIES, type Note } from '@/lib/notes';
import type { CompiledPack } from '@/lib/reading/compiled-pack';
import type { Claim, Entity, PackInfo, Source } from '@/lib/reading/types';
import type { IndexRecord } from './search/search-index';

/** A row of a pack; packs may use the same ids, so the key is both. */
export type PackRow<T> = T & { packId: string };

/** A claim with what the database finds it by besides. */
export type ClaimRow = PackRow<Claim> & { sources: string[] };

/** The sources of a claim's versions, each once. */
export const sourcesOf = ({ versions }: Claim): string[] => [...new Set(versions.map(version => version.source))];

/** A note that has come into the database through the journal: kept in the same transaction, so that none comes in twice. */
export interface MergedRow {
  /** The journal's name for this line of edits (journal.ts). */
  line: string;
  /** The note that it went into. */
  id: string;
  /** The revision that the journal had reached, and the one that it was given here. */
  journaled: number;
  written: number;
}

/** The one compiled record: all packs together, ready for reading. */
interface CompiledRow {
  id: 'compiled';
  compiled: CompiledPack;
}

/** The one index of search, made of all packs together; notes are added to it when it is loaded. */
interface SearchRow {
  id: 'search';
  revision: string;
  record: IndexRecord;
}

export class DaftarDatabase extends Dexie {
  declare packs: EntityTable<PackInfo, 'id'>;
  declare sources: Table<PackRow<Source>, [string, string]>;
  declare entities: Table<PackRow<Entity>, [string, string]>;
  declare claims: Table<ClaimRow, [string, string]>;
  declare compiled: EntityTable<CompiledRow, 'id'>;
  declare notes: EntityTable<Note, 'id'>;
  declare merged: EntityTable<MergedRow, 'line'>;
  declare search: EntityTable<SearchRow, 'id'>;

  constructor(name = 'daftar') {
    // A note is confirmed when it is on the disk, not when the system has promised to write it.
    // Dexie's own cache would copy every row of a watched list once more: half of the time that 20,000 notes take.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    // Earlier versions stay here for ever: a reader may come from any of them.
    this.version(1).stores({
      packs: 'id',
      sources: '[packId+id], id',
      entities: '[packId+id], id',
      claims: '[packId+id], id, *about',
      compiled: 'id',
      notes: 'id, changed, *tags',
    });
    this.version(2)
      .stores({ claims: '[packId+id], id, *about, *sources', search: 'id' })
      .upgrade(transaction =>
        transaction
          .table<ClaimRow>('claims')
          .toCollection()
          .modify(claim => {
            claim.sources = sourcesOf(claim);
          }),
      );
    // Rows whose `deleted` or page is null stand in no index of it.
    this.version(3)
      .stores({
        notes: 'id, changed, deleted, *tags, *ties.claims, *ties.entities, *ties.sources, ties.page.address',
        merged: 'line',
      })
      .upgrade(transaction =>
        transaction
          .table<Partial<Note>>('notes')
          .toCollection()
          .modify(note => {
            note.ties ??= structuredClone(NO_TIES);
            note.revision ??= 1;
            note.deleted ??= null;
          }),
      );
    // Copies of a page at other addresses are known by its title.
    this.version(4).stores({
      notes:
        'id, changed, deleted, *tags, *ties.claims, *ties.entities, *ties.sources, ties.page.address, ties.page.title',
    });
  }
}

/** The database: its tables and their versions. Opened by the background and by extension pages only. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { CompiledPack } from '@/lib/reading/compiled-pack';
import type { Claim, Entity, PackInfo, Source } from '@/lib/reading/types';

/** A row of a pack; packs may use the same ids, so the key is both. */
export type PackRow<T> = T & { packId: string };

export interface NoteRow {
  id: string;
  text: string;
  tags: string[];
  made: string;
  changed: string;
}

/** The one compiled record: all packs together, ready for reading. */
interface CompiledRow {
  id: 'compiled';
  compiled: CompiledPack;
}

export class DaftarDatabase extends Dexie {
  declare packs: EntityTable<PackInfo, 'id'>;
  declare sources: Table<PackRow<Source>, [string, string]>;
  declare entities: Table<PackRow<Entity>, [string, string]>;
  declare claims: Table<PackRow<Claim>, [string, string]>;
  declare compiled: EntityTable<CompiledRow, 'id'>;
  declare notes: EntityTable<NoteRow, 'id'>;

  constructor(name = 'daftar') {
    super(name);
    // Earlier versions stay here for ever: a reader may come from any of them.
    this.version(1).stores({
      packs: 'id',
      sources: '[packId+id], id',
      entities: '[packId+id], id',
      claims: '[packId+id], id, *about',
      compiled: 'id',
      notes: 'id, changed, *tags',
    });
  }
}

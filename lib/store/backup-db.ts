/**
 * Where backups of notes are kept: a database of its own, on files of its own. Firefox gives every database its own file.
 * Chrome keeps all databases of an origin in one, which breaks as a whole, except those of another storage bucket. The
 * extension's storage would not do: whatever is written there is told to the content script of every open tab.
 */
import Dexie, { type EntityTable } from 'dexie';

export interface BackupFacts {
  /** The ISO instant (UTC) at which it was made. */
  id: string;
  /** How many notes it has, with those in the bin. */
  count: number;
  /** SHA-256 of its text, in hexadecimal digits. */
  checksum: string;
}

/** The text of a backup, compressed by gzip. Apart from the facts, so that a list of backups need not read it. */
interface BackupContent {
  id: string;
  bytes: Uint8Array;
}

/** What Chrome has and TypeScript does not know yet. Source: the WICG's Storage Buckets API. */
interface StorageBuckets {
  open(name: string, options: { persisted: boolean; durability: 'strict' }): Promise<{ indexedDB: IDBFactory }>;
}

export class BackupDatabase extends Dexie {
  declare facts: EntityTable<BackupFacts, 'id'>;
  declare contents: EntityTable<BackupContent, 'id'>;

  constructor(name = 'daftar-backups', factory: IDBFactory = indexedDB) {
    super(name, { indexedDB: factory, IDBKeyRange, chromeTransactionDurability: 'strict' });
    this.version(1).stores({ facts: 'id', contents: 'id' });
  }
}

/** The database of backups, in a bucket of its own where the browser has them. */
export async function openBackupDatabase(): Promise<BackupDatabase> {
  const { storageBuckets } = navigator as Navigator & { storageBuckets?: StorageBuckets };
  if (!storageBuckets) return new BackupDatabase();
  const bucket = await storageBuckets.open('backups', { persisted: true, durability: 'strict' });
  return new BackupDatabase(undefined, bucket.indexedDB);
}

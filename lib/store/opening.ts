/** Opens the database without waiting for ever: a tab of another version may hold it. */
import type { DaftarDatabase } from './db';

/** Milliseconds after which it counts as one that cannot be opened: an upgrade takes less. A judgement. */
export const PATIENCE = 4000;

/** Opens it, or rejects when that fails or takes longer than `patience` milliseconds. */
export async function openWithin(db: DaftarDatabase, patience: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not open.')), patience);
  });
  try {
    await Promise.race([db.open(), late]);
  } finally {
    clearTimeout(timer);
  }
}

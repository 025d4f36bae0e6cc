/** How much room there is for what the extension keeps, and whether the browser may clear it away. */

export interface Room {
  /** Bytes, as the browser estimates them. */
  used: number;
  quota: number;
  /** Whether there is so little left that the reader should know. */
  low: boolean;
  /** Whether the browser has promised to clear nothing away by itself. */
  persisted: boolean;
}

/** Below so many bytes, or above this share, room is low: the thresholds of 10ten Japanese Reader. */
const LEAST_LEFT = 200 * 1024 * 1024;
const MOST_USED = 0.8;

/** The room there is, or null where the browser does not say. */
export async function readRoom(): Promise<Room | null> {
  const storage = navigator.storage as StorageManager | undefined;
  if (!storage?.estimate) return null;
  const [{ usage: used, quota }, persisted] = await Promise.all([storage.estimate(), storage.persisted()]);
  if (used === undefined || quota === undefined) return null;
  return { used, quota, low: quota - used < LEAST_LEFT || used > quota * MOST_USED, persisted };
}

/**
 * Asks the browser to clear nothing away by itself. Only pages can; elsewhere nothing is done. Neither browser asks the
 * reader, since the extension has been given unlimited storage.
 * @returns whether it has promised
 */
export async function askToPersist(): Promise<boolean> {
  const storage = navigator.storage as StorageManager | undefined;
  if (!storage?.persist) return false;
  return (await storage.persisted()) || storage.persist();
}

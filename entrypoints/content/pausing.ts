/** Whether reading is paused on this page. */
import { onMessage } from '@/lib/messaging';
import { isPaused } from '@/lib/pause';
import { paused } from '@/lib/settings';
import { whileAlive } from './lifetime';

export interface Pausing {
  isPaused(): boolean;
  /** Notes that the background has answered so: it alone knows what is paused for the session. */
  learn(): void;
}

/**
 * Reads what is paused for good, so that a paused page costs nothing, and hears from the background of every change.
 * @param onChange told when reading is paused or goes on
 */
export async function readPausing(location: Location, onChange: () => void, signal: AbortSignal): Promise<Pausing> {
  let known: boolean | null = null;
  const set = (now: boolean) => {
    if (now === known) return;
    const isFirst = known === null;
    known = now;
    if (!isFirst) onChange();
  };
  const stop = onMessage('setPaused', ({ data }) => set(data));
  signal.addEventListener('abort', () => whileAlive(stop));
  const lasting = await paused.getValue();
  // What was told meanwhile is newer.
  if (known === null) set(isPaused({ lasting, session: [] }, location.href, null));
  return { isPaused: () => known === true, learn: () => set(true) };
}

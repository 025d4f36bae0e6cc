/**
 * Whether single letters do something on our own pages ("/" goes to the search, "n" makes a note). Who speaks to the machine
 * would set them off by every word, so the reader can switch them off (WCAG 2.2, 2.1.4).
 */
import { singleKeys } from './settings';

let wanted = true;

export const hasSingleKeys = (): boolean => wanted;

/** Keeps to the reader's setting for as long as the page lives. */
export async function followSingleKeys(): Promise<void> {
  singleKeys.watch(value => {
    wanted = value;
  });
  wanted = await singleKeys.getValue();
}

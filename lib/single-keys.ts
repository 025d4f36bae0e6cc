/**
 * Whether single letters do something on our own pages ("/" goes to the search, "n" makes a note). Who speaks to the machine
 * would set them off by every word, so the reader can switch them off (WCAG 2.2, 2.1.4).
 */
import { singleKeys } from './settings';

let wanted = true;

/** Whether keys belong to what is being typed or chosen from where they are pressed. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.matches('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])');

export const hasSingleKeys = (): boolean => wanted;

/** Keeps to the reader's setting for as long as the page lives. */
export async function followSingleKeys(): Promise<void> {
  singleKeys.watch(value => {
    wanted = value;
  });
  wanted = await singleKeys.getValue();
}

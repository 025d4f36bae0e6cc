/** What the reader has paused: where, for how long, and what that means for a page. Pure. */
import { siteOf } from './hidden';

/** One pause. A tab is known by the browser's number of it, which lasts as long as the browser runs. */
export type Pause = { scope: 'tab'; tab: number } | { scope: 'site'; site: string } | { scope: 'everywhere' };
export type PauseScope = Pause['scope'];

/** Until the reader turns it on again, or at most until the browser is closed. */
export type PauseTime = 'until-resumed' | 'session';

/** The two lists that pauses are kept in, by how long they last (lib/settings.ts). */
export interface Pauses {
  lasting: readonly Pause[];
  session: readonly Pause[];
}

/** A pause that holds somewhere, and how long it lasts. */
export type Holding = Pause & { time: PauseTime };

/** More sites than this are no list any more; the oldest give way. A judgement. */
const MOST_PAUSES = 500;

const same = (a: Pause, b: Pause): boolean =>
  (a.scope === 'everywhere' && b.scope === 'everywhere') ||
  (a.scope === 'site' && b.scope === 'site' && a.site === b.site) ||
  (a.scope === 'tab' && b.scope === 'tab' && a.tab === b.tab);

/** The site of an address, or null for one that is not read: `file:`, the browser's own, no address at all. */
export function siteToRead(href: string | undefined): string | null {
  return href && /^https?:/.test(href) ? siteOf(href) : null;
}

function holds(pause: Pause, href: string, tab: number | null): boolean {
  switch (pause.scope) {
    case 'tab':
      return pause.tab === tab;
    case 'site':
      return pause.site === siteToRead(href);
    case 'everywhere':
      return true;
  }
}

/**
 * All pauses that hold for a page, the broadest last.
 * @param tab the number of its tab; null where that is not known, as in the page itself
 */
export function pausesOf({ lasting, session }: Pauses, href: string, tab: number | null): Holding[] {
  const order: PauseScope[] = ['tab', 'site', 'everywhere'];
  return [
    ...session.map(pause => ({ ...pause, time: 'session' as const })),
    ...lasting.map(pause => ({ ...pause, time: 'until-resumed' as const })),
  ]
    .filter(pause => holds(pause, href, tab))
    .sort((a, b) => order.indexOf(a.scope) - order.indexOf(b.scope));
}

/** Whether a page is not read. */
export const isPaused = (pauses: Pauses, href: string, tab: number | null): boolean =>
  pausesOf(pauses, href, tab).length > 0;

/** The list with a pause put in front, once. */
export const withPause = (list: readonly Pause[], pause: Pause): Pause[] =>
  [pause, ...withoutPause(list, pause)].slice(0, MOST_PAUSES);

/** The list without a pause. */
export const withoutPause = (list: readonly Pause[], pause: Pause): Pause[] =>
  list.filter(other => !same(other, pause));

/** Whether a value, as from a backup or a message, is a pause. */
export function isPause(value: unknown): value is Pause {
  const { scope, site, tab } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (scope === 'site') return typeof site === 'string' && site !== '' && site.length < 300;
  return scope === 'everywhere' || (scope === 'tab' && Number.isInteger(tab));
}

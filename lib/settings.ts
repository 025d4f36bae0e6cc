/** The one list of typed settings, and the shared values in the extension's storage that are none. */
import { storage } from '#imports';
import type { Hidden } from './hidden';
import { LANGUAGES, type Language } from './i18n/translate';
import { isPause, type Pause } from './pause';

/** Which statements are marked: figures only, statuses and events too, or positions as well. */
export const DENSITIES = ['figures', 'figures-and-facts', 'everything'] as const;
export type Density = (typeof DENSITIES)[number];

/** How marks look: quiet underlines, a tint behind the words, or strong marks for low vision. */
export const MARK_STYLES = ['underline', 'tint', 'strong'] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A setting: kept in storage under its name, and never other than its check allows, whatever stands there. */
export interface Setting<T> {
  name: string;
  fallback: T;
  /** Whether a value may stand in the setting: for what storage or an imported file holds. */
  check(value: unknown): value is T;
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  /** Calls back with each new value. @returns what ends it */
  watch(callback: (value: T) => void): () => void;
}

/**
 * @param migrations by version, from the one before; the first version has none (WXT runs them when the background starts)
 */
export function defineSetting<T>(
  name: string,
  fallback: T,
  check: (value: unknown) => value is T,
  version = 1,
  migrations: Record<number, (value: unknown) => unknown> = {},
): Setting<T> {
  const item = storage.defineItem<T>(`local:${name}`, { fallback, version, migrations });
  const sound = (value: unknown): T => (check(value) ? value : fallback);
  return {
    name,
    fallback,
    check,
    getValue: async () => sound(await item.getValue()),
    setValue: value => item.setValue(value),
    watch: callback => item.watch(value => callback(sound(value))),
  };
}

const oneOf =
  <const T extends string>(values: readonly T[]) =>
  (value: unknown): value is T =>
    values.includes(value as T);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(one => typeof one === 'string');

const isPauses = (value: unknown): value is Pause[] => Array.isArray(value) && value.every(isPause);

export const density = defineSetting<Density>('density', 'figures-and-facts', oneOf(DENSITIES));
export const markStyle = defineSetting<MarkStyle>('markStyle', 'underline', oneOf(MARK_STYLES));
/** Of our own views and of the popover; the page's own colours are not ours. */
export const theme = defineSetting<Theme>('theme', 'system', oneOf(THEMES));
/** The language of all texts of ours, or the browser's own where we speak it. */
export const language = defineSetting<Language | 'auto'>('language', 'auto', oneOf(['auto', ...LANGUAGES]));
/** Whether a comparison opens when the pointer rests on a mark, too. Off: a popover that nobody asked for is in the way. */
export const openOnRest = defineSetting('openOnRest', false, isBoolean);
/** Whether a small button offers to look up what is selected. Off, for the same reason. */
export const selectionButton = defineSetting('selectionButton', false, isBoolean);
/** Whether passages with notes of the reader's own are shown on the page. Off until the reader wants it. */
export const showNotes = defineSetting('showNotes', false, isBoolean);
/** Whether single letters are keys on our own pages. */
export const singleKeys = defineSetting('singleKeys', true, isBoolean);
/** Ids of packs, and names of themes of the bundled one, whose claims are not marked. */
export const packsOff = defineSetting('packsOff', [] as string[], isList);
export const themesOff = defineSetting('themesOff', [] as string[], isList);

/** What is paused until the reader turns it on again: sites, or everywhere. Only the background writes it. */
export const paused = defineSetting('paused', [] as Pause[], isPauses);

/** All of them: what is exported, imported and reset. */
export const SETTINGS: readonly Setting<never>[] = [
  density,
  markStyle,
  theme,
  language,
  openOnRest,
  selectionButton,
  singleKeys,
  showNotes,
  packsOff,
  themesOff,
  paused,
] as unknown as readonly Setting<never>[];

/**
 * Words that make a page worth reading; written by the background whenever packs change, read by every page without
 * waking it. Null until the first pack is in.
 */
export const triggers = storage.defineItem<string[] | null>('local:triggers', { fallback: null, version: 1 });

/** The version that we were last updated to, until the popup has said so; null before and after. */
export const updatedTo = storage.defineItem<string | null>('local:updatedTo', { fallback: null, version: 1 });

/** What the reader has hidden, the newest first. Only the background writes it, so that no two pages overwrite each other. */
export const hidden = storage.defineItem<Hidden[]>('local:hidden', { fallback: [], version: 1 });

/**
 * Sites that have pages with notes on passages (`siteOf` in lib/hidden.ts): on all others no page need ask for any. Written
 * by the background, read by every page without waking it.
 */
export const notedSites = storage.defineItem<string[]>('local:notedSites', { fallback: [], version: 1 });

/** Headlines of pages with notes (`titleSum` in lib/noted-pages.ts), by which a copy at another site is known. As `notedSites`. */
export const notedTitles = storage.defineItem<number[]>('local:notedTitles', { fallback: [], version: 1 });

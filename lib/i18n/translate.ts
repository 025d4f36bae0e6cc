/**
 * The texts of all views, in the reader's language. Pure: whoever draws puts the language in first (language.ts); until
 * then, and wherever a text is missing, it is English.
 */
import english from '../../locales/en.json' with { type: 'json' };

/** The languages that we speak. No browser has its own menus in Dari or Pashto, so the reader chooses here. */
export const LANGUAGES = ['en', 'fa', 'ps'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Texts by key, as the build writes them (`_locales/…/messages.json`): "popup_title". Forms of a plural: "one | many". */
export type Catalog = Readonly<Record<string, string>>;

/** "overview.title" for each text of `locales/en.json`. A text with plural forms is one key. */
export type MessageKey = KeysOf<typeof english>;

type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string | Forms ? K : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

/** The forms of a plural, as `@wxt-dev/i18n` has them: for one, and for every other number. */
type Forms = { 1: string; n: string };

interface Nested {
  readonly [key: string]: string | Nested;
}

const isForms = (value: Nested): value is Nested & Forms => 'n' in value;

/** A nested file of texts as a catalog. */
export function flatten(texts: Nested, before = ''): Catalog {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]): [string, string][] => {
      const name = before + key;
      if (typeof value === 'string') return [[name, value]];
      return isForms(value) ? [[name, `${value[1]} | ${value.n}`]] : Object.entries(flatten(value, `${name}_`));
    }),
  );
}

/** The English text of a key, found in the nested file: to make that flat takes a page's script 7 ms. */
function inEnglish(key: string): string | undefined {
  let at: string | Nested | undefined = english;
  for (const part of key.split('.')) at = typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined;
  return typeof at === 'object' ? (isForms(at) ? `${at[1]} | ${at.n}` : undefined) : at;
}

/** The locale of numbers. Dari and Pashto write them alike, and Chromium has no data for Pashto. */
const LOCALES: Record<Language, string> = { en: 'en', fa: 'fa-AF', ps: 'fa-AF' };

let language: Language = 'en';
/** The texts of any other language. */
let catalog: Catalog = {};
// Made when first asked for: to load Intl's data takes longer than all else that the script of a page does to begin
// (measured: 5 to 20 ms).
let plurals: Intl.PluralRules | null = null;
// Kept: to make a formatter takes some tens of microseconds, and a file of notes has many numbers.
let numbers: Intl.NumberFormat | null = null;

/** Changes the language of every text that is asked for from now on. `texts` may lack some: those are English. */
export function setLanguage(to: Language, texts: Catalog): void {
  language = to;
  catalog = to === 'en' ? {} : texts;
  plurals = null;
  numbers = null;
}

function pluralForm(count: number): Intl.LDMLPluralRule {
  // Intl's own rule for English, without Intl.
  if (language === 'en') return count === 1 ? 'one' : 'other';
  plurals ??= new Intl.PluralRules(language);
  return plurals.select(count);
}

function formatted(value: number): string {
  // As Intl writes it, without Intl: a page's count of statements is not worth waiting for that.
  if (language === 'en' && Number.isSafeInteger(value) && value > 0)
    return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
  numbers ??= new Intl.NumberFormat(currentLocale());
  return numbers.format(value);
}

/** What `setLanguage` was given last, for another script of ours that shows texts on the same page. */
export const currentTexts = (): [Language, Catalog] => [language, catalog];

export const currentLanguage = (): Language => language;
/** The BCP 47 tag for numbers through `Intl`. */
export const currentLocale = (): string => LOCALES[language];
/** The direction in which the texts run, for `dir`. */
export const direction = (): 'ltr' | 'rtl' => (language === 'en' ? 'ltr' : 'rtl');

/** Whether there is a text of this key: for keys that are put together of what a pack says. */
export const has = (key: string): key is MessageKey => inEnglish(key) !== undefined;

/**
 * First strong isolate and its end (Unicode UAX 9): what stands between has its own direction. A text that has isolates
 * itself is one of ours and reads from right to left; its first strong letter may well stand within them, where it does
 * not count.
 */
const isolated = (text: string) => `${text.includes('\u2069') ? '\u2067' : '\u2068'}${text}\u2069`;

/**
 * The text of a key. `{name}` in it stands for a value; numbers are written as the language does, and `count` chooses
 * the form of a plural. In right-to-left texts each value is isolated, so that "40 million" and names stay as they are.
 */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const forms = (catalog[key.replaceAll('.', '_')] ?? inEnglish(key) ?? key).split(' | ');
  const { count } = values;
  const form = typeof count === 'number' && pluralForm(count) !== 'one' ? forms.at(-1) : forms[0];
  return (form ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    const text = typeof value === 'number' ? formatted(value) : value;
    return direction() === 'rtl' ? isolated(text) : text;
  });
}

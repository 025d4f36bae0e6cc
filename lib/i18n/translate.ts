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

const ENGLISH = flatten(english);

/** The locale of numbers. Dari and Pashto write them alike, and Chromium has no data for Pashto. */
const LOCALES: Record<Language, string> = { en: 'en', fa: 'fa-AF', ps: 'fa-AF' };

let language: Language = 'en';
let catalog: Catalog = ENGLISH;
let plurals = new Intl.PluralRules('en');

/** Changes the language of every text that is asked for from now on. `texts` may lack some: those are English. */
export function setLanguage(to: Language, texts: Catalog): void {
  language = to;
  catalog = to === 'en' ? ENGLISH : texts;
  plurals = new Intl.PluralRules(to);
}

/** What `setLanguage` was given last, for another script of ours that shows texts on the same page. */
export const currentTexts = (): [Language, Catalog] => [language, catalog];

export const currentLanguage = (): Language => language;
/** The BCP 47 tag for numbers through `Intl`. */
export const currentLocale = (): string => LOCALES[language];
/** The direction in which the texts run, for `dir`. */
export const direction = (): 'ltr' | 'rtl' => (language === 'en' ? 'ltr' : 'rtl');

/** Whether there is a text of this key: for keys that are put together of what a pack says. */
export const has = (key: string): key is MessageKey => key.replaceAll('.', '_') in ENGLISH;

/**
 * Isolates a value (Unicode UAX 9): by its first strong letter; but what `t` has made itself ("15 January 2026") runs as our
 * language does. Its letters stand in isolates of their own, where the rule does not look, and it would come out backwards.
 */
const isolated = (text: string) => `${text.includes(ISOLATE) ? RIGHT_TO_LEFT : ISOLATE}${text}\u2069`;
const ISOLATE = '\u2068';
const RIGHT_TO_LEFT = '\u2067';

/**
 * The text of a key. `{name}` in it stands for a value; numbers are written as the language does, and `count` chooses
 * the form of a plural. In right-to-left texts each value is isolated, so that "40 million" and names stay as they are.
 */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const name = key.replaceAll('.', '_');
  const forms = (catalog[name] ?? ENGLISH[name] ?? key).split(' | ');
  const { count } = values;
  const form = typeof count === 'number' && plurals.select(count) !== 'one' ? forms.at(-1) : forms[0];
  return (form ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    const text = typeof value === 'number' ? new Intl.NumberFormat(currentLocale()).format(value) : value;
    return direction() === 'rtl' ? isolated(text) : text;
  });
}

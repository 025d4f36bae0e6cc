/** Cuts text into folded tokens that keep their place, the common ground of names and cue terms. */
import { stemmer } from 'stemmer';
import { onPages } from './patterns.ts';
import type { Span } from './types.ts';

/** A word or number of a text; `form` is folded (lower case, no diacritics, apostrophes or possessive ending). */
export interface Token extends Span {
  form: string;
}

const WORD = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;

// Character classes of the Basic Multilingual Plane, filled on first use: a table is several times faster than asking a
// Unicode regex for every character.
const OTHER = 1;
const IN_WORD = 2;
const COMBINING = 3;
const APOSTROPHE = 4;
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  const known = classes[code];
  if (known) return known;
  const char = String.fromCharCode(code);
  let found = OTHER;
  if (code === 0x27 || code === 0x2019 || code === 0x02bc || code === 0x2018 || code === 0x02bb) found = APOSTROPHE;
  else if (WORD.test(char)) found = IN_WORD;
  else if (MARK.test(char)) found = COMBINING;
  // Half of a surrogate pair: letters beyond the plane are rare in news and stay whole as one token.
  else if (code >= 0xd800 && code <= 0xdfff) found = IN_WORD;
  classes[code] = found;
  return found;
}

/** The end of the run of letters and digits at `start`; `start` itself where none stands. */
export function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && classOf(text.charCodeAt(end)) === IN_WORD) end++;
  return end;
}

/** Lower case without diacritics and apostrophes: "Ḥelmand's" gives "helmands". */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  // Only words with something beyond ASCII or an apostrophe need the slow way.
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code > 0x7e || code === 0x27) return lower.normalize('NFD').replace(/[\p{M}'’ʼ‘ʻ]/gu, '');
  }
  return lower;
}

/** All tokens of `text` in order. A hyphen, point or slash ends a token, an apostrophe inside a word does not. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let i = 0;
  while (i < length) {
    if (classOf(text.charCodeAt(i)) !== IN_WORD) {
      i++;
      continue;
    }
    const start = i;
    let possessive = -1;
    for (i++; i < length; i++) {
      const kind = classOf(text.charCodeAt(i));
      if (kind === IN_WORD || kind === COMBINING) continue;
      const next = i + 1 < length ? classOf(text.charCodeAt(i + 1)) : OTHER;
      if (kind !== APOSTROPHE || next !== IN_WORD) break;
      const ends = i + 2 >= length || classOf(text.charCodeAt(i + 2)) < IN_WORD;
      if (ends && (text[i + 1] === 's' || text[i + 1] === 'S')) possessive = i;
    }
    const wordEnd = possessive > 0 ? possessive : i;
    tokens.push({ start, end: wordEnd, form: fold(text.slice(start, wordEnd)) });
  }
  return tokens;
}

/**
 * Words that Porter's rules throw together with others of another meaning: each keeps a stem of its own, given by the first
 * word of its group.
 */
const APART = [
  'secure secured secures securing',
  'several',
  'severe severely',
  'arms',
  'armed',
  'authorities',
  'united',
  'national nationals nationally',
  'prisoner prisoners',
  'emirate emirates',
  'organisation organisations organization organizations',
  'government governments',
  'housing',
  'based',
  'forces',
  'grants',
  'aide aides',
  'globally',
  'march marches',
  'internal internally',
  'department departments',
  'adviser advisers advisor advisors',
  'majority',
  'related',
  'different',
  'important importance',
  'emergency emergencies',
  'willing willingness',
  'evening evenings',
  'lasting',
  'court courts',
  'hospital hospitals',
  'general generals generally',
  'executive executives',
  'community communities',
  'contract contracts contractor contractors',
  'author authors',
  'wrongful',
  'customers',
  'trump trumps',
];
const stems = new Map<string, string>();
const apart = new Map<string, string>();
for (const group of APART) {
  const words = group.split(' ');
  for (const word of words) apart.set(word, words[0] as string);
}

/** The Porter stem of a folded word; words are remembered, because a text repeats them. */
export function stem(form: string): string {
  let found = stems.get(form);
  if (found === undefined) {
    found = apart.get(form) ?? stemmer(form);
    // Bounded, so that a long-lived worker does not keep every word it ever met.
    if (stems.size > 20_000) stems.clear();
    stems.set(form, found);
  }
  return found;
}

onPages.add({ test: stemmer });

/** Splits a text into sentences: one linear scan that knows what a full stop can also be. */

import { isCapital, isSmall, LETTERS } from './letters.ts';
import { onPages } from './patterns.ts';
import { endOfWord } from './text.ts';
import type { Span } from './types.ts';

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}

/** Never the end of a sentence: a name follows. */
const BEFORE_NAME = words(
  'Mr Mrs Ms Mx Dr Prof Gen Lt Col Sgt Maj Capt Cmdr Cdr Cpl Pvt Pfc Spc Adm Brig Sen Sens Rep Reps Gov Govs Pres Rev Hon ' +
    'Amb Messrs Mt Ft Fr Hr Det Insp Supt Msgr Mme Mlle Eng Engr Atty Asst St Ste Secy Min Dep Ret',
);

/** The end of a sentence unless a number follows ("No. 5", "Sept. 11", "pp. 4"). */
const BEFORE_NUMBER = words(
  'No Nos no nos Vol vol Vols vols p pp P Pp Art art Arts arts Fig fig Figs figs Para para Paras paras Sec sec Ch ch Chap chap ' +
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun ca approx est Tel tel Ext ext ' +
    'Ref ref Op Ser ser Ed ed eds Res res Doc doc Rs',
);

/** In the middle of a sentence unless a word follows that opens many. */
const OFTEN_INSIDE = words(
  'Inc Ltd Co Corp Jr Sr etc Bros Dept Univ Assn Bldg Ave Blvd Rd Mfg Intl Govt govt vs v cf al Esq LLC Cie Pty PLC Plc ' +
    'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn ' +
    'Tex Va Vt Wash Wis Wyo Ont Que viz ibid Ibid resp incl excl min max avg sq cu ft lb lbs oz hr hrs yr yrs ' +
    'trans repr rev c b d r fl',
);

const OPENERS = words(
  'The A An In On At By For From To With Without Of As If When While Since After Before Although Though Because Until ' +
    'Unless Once He She It They We You I His Her Its Their Our My Your This That These Those There Here Then Thus But And Or ' +
    'Nor So Yet However Moreover Meanwhile Nevertheless Still Also Both Many Most More Some Several Few Other Others Another ' +
    'Each Every All Any No Not None Nobody Nothing Only Even Just Last Earlier Later Now Today Yesterday According Among ' +
    'Despite During Under Over Between Within Across Against Like Unlike What Who Where Why How Which Whether Officials ' +
    'Critics Analysts Experts Local Taliban Afghan Afghans Afghanistan Two Three Four Five Six Seven Eight Nine Ten At Out',
);

const BREAKS = '\n\r\u2028\u2029\u0085\v\f';
const CLOSERS = '"”’\')]»}';
const STOPS = '.!?…؟';
const isBreak = (sign: string) => sign !== '' && BREAKS.includes(sign);
/** Most characters are letters: a look at the number spares them the pattern. */
const isSpace = (sign: string) => sign === ' ' || (!(sign > ' ' && sign < '\u007f') && /\s/.test(sign));
const OPENER = /["“‘'([«{]/;
/** A footnote mark glued to the end of a sentence: "[12]", "^{*2}", "¹²". */
const FOOTNOTE = /(?:\[\d{1,3}(?:[,–-]\d{1,3}){0,5}\]|\^?\{\*?\d{1,3}\}|\^\d{1,3}|[¹²³⁰⁴-⁹]{1,3})/y;
/** "5 p.m. Kabul time", "9 a.m. Friday" go on. */
const TIME_BEHIND =
  /^(?:\d|GMT|UTC|[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* |[A-Z][a-z]+(?: [A-Z][a-z]+)? [Tt]ime\b|Local\b)/;
/** Letters with points between them ("U.S"). */
const DOTTED = new RegExp(`^(?:[${LETTERS}]\\.)+[${LETTERS}]$`);

/** Space, and what opens or closes a quotation or bracket: a word does not reach over them. */
const EDGE = /[\s()[\]{}"“”«»„,;:!?…–—/*]/;

/** Is this a letter of ASCII, as nearly all are? */
function isLetter(text: string, place: number): boolean {
  const code = text.charCodeAt(place) | 32;
  return code >= 97 && code <= 122;
}

function isEdge(text: string, place: number): boolean {
  return !isLetter(text, place) && (text[place] === ' ' || EDGE.test(text.charAt(place)));
}

/** The letters right before a full stop, of at most 24 units. */
function wordBefore(text: string, from: number, stop: number): string {
  let start = stop;
  while (start > from && start > stop - 24 && !isEdge(text, start - 1)) start -= 1;
  while (start < stop && !isLetter(text, start) && /['’.-]/.test(text[start] ?? '')) start += 1;
  return text.slice(start, stop);
}

/** The first word after `place`, with opening quotes and brackets left out. */
function wordAfter(text: string, place: number): string {
  let start = place;
  while (start < place + 4 && !isLetter(text, start) && OPENER.test(text[start] ?? '')) start += 1;
  return text.slice(start, Math.min(endOfWord(text, start), start + 24));
}

/** Does the full stop at `stop` end a sentence that began at `start`, when the next word stands at `next`? */
function fullStopEnds(text: string, start: number, stop: number, closed: boolean, next: number): boolean {
  const after = wordAfter(text, next);
  if (isSmall(after)) return false;
  const before = wordBefore(text, start, stop);
  const bare = before.slice(before.lastIndexOf('-') + 1);
  // A number that opens a line is a list's or a paragraph's ("12. The Council …").
  if (stop - start <= 4 && /^\(?\d{1,3}$/.test(text.slice(start, stop))) return false;
  if (closed && !/^(?:Mr|Mrs|Ms|Dr|No|U\.S)$/.test(before)) return true;
  if (BEFORE_NAME.has(bare)) return false;
  if (BEFORE_NUMBER.has(bare)) {
    if (/^\p{N}/u.test(after)) return false;
    return !/^(?:p|pp|ca|approx|est|ed|eds)$/.test(bare) || OPENERS.has(after);
  }
  if (before.includes('.') && DOTTED.test(before)) {
    // A title or degree goes on ("Ph.D. Candidate"), and so does "U.S. Embassy"; "in the U.S. The" does not.
    if (/^[ap]\.m$/i.test(before)) return !TIME_BEHIND.test(text.slice(next, next + 40));
    if (/^(?:e\.g|i\.e)$/.test(before)) return false;
    return OPENERS.has(after) && !/^(?:A|I)$/.test(after);
  }
  if (isCapital(bare)) return OPENERS.has(after) && after !== 'A' && after !== 'I' && bare !== after;
  if (OFTEN_INSIDE.has(bare)) return OPENERS.has(after);
  return true;
}

/**
 * The sentences of a text, in order. A line break always ends one. Offsets leave out the white space around; quotes,
 * brackets and footnote marks that close a sentence belong to it.
 */
export function findSentences(text: string): Span[] {
  const sentences: Span[] = [];
  const length = text.length;
  let start = 0;

  function close(end: number): void {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charAt(from))) from += 1;
    while (to > from && isSpace(text.charAt(to - 1))) to -= 1;
    if (to > from) sentences.push({ start: from, end: to });
    start = end;
  }

  const MARK = /[.!?…؟۔。\n\r\u2028\u2029\u0085\v\f]/g;
  for (let found = MARK.exec(text); found; found = MARK.exec(text)) {
    const mark = found.index;
    const sign = found[0];
    if (isBreak(sign)) {
      close(mark);
      continue;
    }
    let end = mark + 1;
    while (end < length && STOPS.includes(text.charAt(end))) end += 1;
    const stopEnd = end;
    while (end < length && CLOSERS.includes(text.charAt(end)) && end < stopEnd + 4) end += 1;
    const closed = end > stopEnd;
    // A space stands behind nearly every stop: no mark.
    if (text.charAt(end) > ' ') {
      FOOTNOTE.lastIndex = end;
      while (FOOTNOTE.test(text)) end = FOOTNOTE.lastIndex;
      // Digits glued to the stop after a word are a footnote's ("they said.12 The"), after digits a figure's (3.5).
      const glued = /^\d{1,3}(?=\s)/.exec(text.slice(end, end + 4));
      const lastSign = text.charAt(mark - 1);
      if (glued && (isSmall(lastSign) || /["”)]/.test(lastSign))) end += glued[0].length;
    }
    MARK.lastIndex = Math.max(end, mark + 1);
    if (end >= length) break;
    if (!isSpace(text.charAt(end))) continue;
    let next = end;
    while (next < length && isSpace(text.charAt(next)) && !isBreak(text.charAt(next))) next += 1;
    if (next >= length || isBreak(text.charAt(next))) {
      close(end);
      start = next;
      MARK.lastIndex = next;
      continue;
    }
    const single = stopEnd === mark + 1 && sign === '.';
    start = skipSpace(text, start);
    const ends = single
      ? fullStopEnds(text, start, mark, closed, next)
      : !isSmall(wordAfter(text, next)) && !/^[,;:–—-]/.test(text[next] ?? '');
    if (ends) {
      close(end);
      start = next;
    }
    MARK.lastIndex = Math.max(next, mark + 1);
  }
  close(length);
  return sentences;
}

function skipSpace(text: string, place: number): number {
  let start = place;
  while (start < text.length && isSpace(text.charAt(start))) start += 1;
  return start;
}

onPages.add(OPENER, FOOTNOTE, EDGE);

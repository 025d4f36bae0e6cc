/** Reads the words that bound a figure ("nearly", "more than", "or so") and applies them to its bounds. */

import type { Interval, Qualifier } from '../types.ts';
import { at, endOf, lastWord, type Reading, wordsOf } from './normalise.ts';

const PHRASES: [Qualifier, string][] = [
  [
    'about',
    'about|approximately|approx\\.?|approximate|around|round about|roughly|circa|ca?\\.|some|something like|estimated|(?:is |are |was |were )?estimated (?:at|to be|to number|to total)|estimates? (?:of|at)|in the region of|(?:in|on|of) the order of|in the (?:neighbou?rhood|vicinity) of|somewhere around|more or less|give or take|very roughly|broadly',
  ],
  [
    'nearly',
    'nearly|very nearly|almost|close to|nearing|approaching|just (?:under|below|shy of|short of|less than|fewer than)|shy of|(?:a little|slightly|a bit|marginally) (?:under|below|less than|fewer than|lower than)|little short of|not quite|near|virtually|practically|little less than',
  ],
  [
    'over',
    'over|(?:just|well|far|slightly|a little|a bit|much|marginally|little|significantly|considerably|comfortably|many) (?:over|more than|above|in excess of|beyond)|more than|above|upwards? of|north of|in excess of|(?:greater|longer|older|bigger|heavier|taller|deeper) than|higher than|larger than|exceed(?:ing|ed|s)?|surpass(?:ing|ed|es)?|topp(?:ing|ed)|beyond',
  ],
  [
    'under',
    '(?:well |far |significantly |considerably |much )?(?:under|below|less than|fewer than|lower than|smaller than|short of|south of)',
  ],
  [
    'atLeast',
    'at least|at the least|at minimum|at a minimum|no fewer than|no less than|not less than|not fewer than|(?:a |the )?minimum(?: of)?|as few as|as little as|as low as',
  ],
  [
    'atMost',
    'at most|at the most|at best|up to|as many as|as much as|no more than|not more than|(?:a |the )?maximum(?: of)?|as high as|at a maximum|at maximum|capped at|not exceeding|anything up to|not over|not above|no higher than|does not exceed|not exceed',
  ],
];

const FILLERS =
  '(?: (?:an?|another|additional|further|some|estimated|roughly|about|around|approximately|the equivalent of|what|only|just|at|reported|every))*';
const LEFT = new RegExp(`(?:^|[^a-z-])(?:${PHRASES.map(([, words]) => `(${words})`).join('|')})${FILLERS} {0,2}$`);
const LAST_WORDS = wordsOf(LEFT.source);
/** The ending that a pattern keeps in brackets ("exceed(?:ing|ed|s)?"). */
const ENDING = /(?:ing|ed|es|s|n|rhood)$/;
/** No phrase before a figure is longer than this. */
const LEFT_WINDOW = 48;

const SIGNS = new Map<string, Qualifier>([
  ['~', 'about'],
  ['≈', 'about'],
  ['∼', 'about'],
  ['±', 'about'],
  ['>', 'over'],
  ['<', 'under'],
  ['≥', 'atLeast'],
  ['≤', 'atMost'],
]);

/** "handed over 57 jets", "took over 300 schools": a verb's own word. */
const VERB_OVER =
  /\b(?:hand|turn|sign|pass|mull|carr(?:y|i)|pull|cross|fl(?:y|ew)|t(?:ake|aking|ook|aken)|roll|go|went|g[io]v(?:e|en|ing))(?:ed|ing|s)? over $/;
/** "over" before a span of time means "during" when money or spending came before it. */
const DURING =
  /(?:\d|%|illion|illions|dollars|afghanis|spread|phased|disbursed|paid|stretched|out|aid|took place|developed|changed|evolved|killed|people|children|women|men|(?!(?:lasts|takes|was|is|spans|has|his|this|its)\b)[a-z]+s|held|lasted|built|worked|years)(?: [a-z]+)? over $/;
const NOT_LIMIT =
  /(?:back|went|go|goes|going|edged|inched|crept|ticked|nudged|moved|jumped|shot|bumped|rounded|revised|speed(?:s|ing)?|sped|ramp(?:ed|ing)?|scal(?:ed|ing|e)|built|build|climb(?:ed|ing)?|add(?:s|ed|ing)?|open(?:ed|ing)?|line[ds]?) up to $/;

/** The qualifier in the words or at the sign right before `start`, or null. */
export function qualifierBefore(reading: Reading, start: number, duration: boolean): Qualifier | null {
  const left = reading.lower.slice(Math.max(0, start - LEFT_WINDOW), start);
  const sign = SIGNS.get(left.trimEnd().slice(-1));
  if (sign) return sign;
  const last = lastWord(reading.lower, start);
  if (!LAST_WORDS.has(last) && !LAST_WORDS.has(last.replace(ENDING, ''))) return null;
  const found = LEFT.exec(left);
  if (!found) return null;
  const index = PHRASES.findIndex((_, group) => found[group + 1] !== undefined);
  const qualifier = PHRASES[index]?.[0] ?? null;
  if (qualifier === 'over' && ((duration && DURING.test(left)) || VERB_OVER.test(left))) return null;
  if (qualifier === 'atMost' && NOT_LIMIT.test(left)) return null;
  // "17 near two food depots" tells a place.
  if (last === 'near' && !/[\d$€£]/.test(reading.lower[start] ?? '')) return null;
  return qualifier;
}

const RIGHT =
  /(?:(,? or so|,? or thereabouts|,? more or less|,? approximately|,? give or take)|(,? or (?:more|higher|greater|above|over|longer|older)|,? and (?:above|counting)| at (?:least|a minimum|minimum)(?! (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|some|a ))| upwards)|(,? or (?:less|fewer|lower|under|below|shorter)| at (?:most|a maximum|maximum)| maximum))(?![a-z])/y;

/** The end of the qualifier right behind `end`, or `end` itself. */
export function endOfQualifierBehind(reading: Reading, end: number): number {
  return endOf(RIGHT, reading.lower, end);
}

/** The qualifier in the words right behind `end` ("or so", "or more", "at most"), or null. */
export function qualifierBehind(reading: Reading, end: number): Qualifier | null {
  const found = at(RIGHT, reading.lower, end);
  if (!found) return null;
  if (found[1]) return 'about';
  return found[2] ? 'atLeast' : 'atMost';
}

/** How far "about" reaches, and how far below the value "nearly" may lie, as shares of the value. Judgements. */
const ABOUT = 0.05;
const NEARLY = 0.1;

/** Rounds away the noise of a multiplication. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** The bounds of a printed value under a qualifier; `low` and `high` are what its rounding allows. */
export function bounded(value: number, low: number, high: number, qualifier: Qualifier): Interval {
  switch (qualifier) {
    case 'over':
    case 'atLeast':
      return { low: value, high: null, qualifier };
    case 'under':
    case 'atMost':
      return { low: null, high: value, qualifier };
    case 'nearly':
      return { low: clean(value * (1 - NEARLY)), high: value, qualifier };
    case 'about':
      return {
        low: Math.min(low, clean(value * (1 - ABOUT))),
        high: Math.max(high, clean(value * (1 + ABOUT))),
        qualifier,
      };
    default:
      return { low, high, qualifier };
  }
}

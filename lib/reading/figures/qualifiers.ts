/** Reads the words that bound a figure ("nearly", "more than", "or so") and applies them to its bounds. */

import { inFigures } from '../patterns.ts';
import type { Interval, Qualifier } from '../types.ts';
import { at, before, opensWith, type Reading, wordBefore, wordsOf } from './normalise.ts';
import { NUMBER_WORDS } from './number-words.ts';

const MORE = '(?:more|greater|higher|larger|longer|older|bigger|heavier|taller|deeper) than';
const LESS = '(?:less|fewer|lower|smaller|shorter|younger) than';
/** The longest phrase wins, because the first to begin does: "just under" is nearly, "no less than" at least. */
const PHRASES: [Qualifier, string][] = [
  [
    'about',
    'about|approx(?:\\.|imate(?:ly)?)?|around|roughly|circa|ca?\\.|some|estimated(?: at| to (?:be|number|total))?|(?<!(?:consensus|analyst|analysts.|average|mean) )estimates? (?:of|at)|in the region of|[io][nf] the order of|more or less|give or take',
  ],
  [
    'nearly',
    `nearly|almost|close to|nearing|approaching|(?:just|a little|slightly|a bit) (?:under|below|shy of|short of|${LESS})|shy of|little (?:short of|less than)|not quite|near`,
  ],
  [
    'over',
    `over|above|beyond|${MORE}|upwards? of|north of|in excess of|exceed(?:ing|ed|s)?|surpass(?:ing|ed|es)?|tops|topp(?:ing|ed)`,
  ],
  ['under', `under|below|${LESS}|short of|south of`],
  [
    'atLeast',
    'at (?:the |a )?(?:least|minimum)|(?:no|not) (?:fewer|less) than|minimum(?: of)?|as (?:few|little|low) as',
  ],
  [
    'atMost',
    'at (?:the |a )?(?:most|best|maximum)|up to|as (?:many|much|high) as|(?:no|not) (?:more|higher) than|maximum(?: of)?|capped at|not (?:exceed(?:ing)?|over|above)',
  ],
];

const FILLERS =
  '(?: (?:an?|another|additional|further|some|estimated|roughly|about|around|approximately|the equivalent of|what|only|just|at|reported|every))*';
const LEFT = new RegExp(`(?:^|[^a-z-])(?:${PHRASES.map(([, words]) => `(${words})`).join('|')})${FILLERS} {0,2}$`);
const LAST_WORDS = wordsOf(LEFT.source);
/** They are frequent, and no phrase ends with them. */
for (const word of ['in', 'the', 'or']) LAST_WORDS.delete(word);
/** The ending that a pattern keeps in brackets ("exceed(?:ing|ed|s)?"). */
const ENDING = /(?:ing|ed|es|s|n|rhood)$/;
/** No phrase before a figure is longer than this. */
const LEFT_WINDOW = 48;

const SIGNS: Record<string, Qualifier> = {
  '~': 'about',
  '≈': 'about',
  '±': 'about',
  '>': 'over',
  '<': 'under',
  '≥': 'atLeast',
  '≤': 'atMost',
};

/** "handed over 57 jets", "took over 300 schools": a verb's own word. */
const VERB_OVER =
  /\b(?:spread|scatter|hand|turn|sign|pass|carr(?:y|i)|cross|fl(?:y|ew)|t(?:ake|aking|ook|aken)|roll|hang|loom|go|went|g[io]v(?:e|en|ing))(?:ed|ing|s)? over $/;
/** "over" before a span of time means "during", unless the words before it tell how long something is. */
const LONGER =
  /(?:^|[.(—–"] ?|\n|\b(?:last(?:s|ed|ing)?|takes?|took|taken|taking|for|was|is|be|been|were|are|span(?:s|ned)|of|in|at|an?|the|his|her|its|just|well|little|slightly|not|with|after|within|than|wait(?:ed|s)?|or|to|by|from|ha[sd]|have|served|spent|needs?|runs?|ran|since|only|now|already|and|until|costs?) )over $/;
const NOT_LIMIT =
  /\b(?:back|went|gone|crept|shot|sped|built|(?:go|edg|tick|mov|jump|bump|round|revis|speed|ramp|scal|build|climb|add|open)(?:e[ds]?|ing|s)?) up to $/;

const COMPOUND = /^[\da-z.]+-(?:[a-z]+-)*(?:year|month|week|day|hour|minute|decade)\b(?!s)/;
const ARTICLE = /\b(?:an?|the|its|his|their) $/;
const EQUAL = / or equal to $|\bequal to or (?=[a-z]+ than $)/;

/** "over a five-year period" */
function isPeriod(lower: string, start: number): boolean {
  return /^[\da-z.-]+[ -][a-z]+ period\b/.test(lower.slice(start, start + 32));
}

/** The qualifier in the words or at the sign right before `start`, or null. */
export function qualifierBefore(reading: Reading, start: number, duration: boolean): Qualifier | null {
  const { lower } = reading;
  const sign = SIGNS[lower[lower[start - 1] === ' ' ? start - 2 : start - 1] ?? ''];
  if (sign) return sign;
  const last = wordBefore(reading, start);
  if (
    !LAST_WORDS.has(last) &&
    !(last !== '' && 'gdsn'.includes(last.slice(-1)) && LAST_WORDS.has(last.replace(ENDING, '')))
  )
    return null;
  const left = before(lower, start, LEFT_WINDOW);
  // "less than or equal to 5" begins as "less than 5" does.
  const found = LEFT.exec(last === 'to' ? left.replace(EQUAL, ' ') : left);
  if (!found) return null;
  const index = PHRASES.findIndex((_, group) => found[group + 1] !== undefined);
  const qualifier = PHRASES[index]?.[0] ?? null;
  if (left.includes('equal to') && EQUAL.test(left))
    return qualifier === 'over' ? 'atLeast' : qualifier === 'under' ? 'atMost' : qualifier;
  if (
    qualifier === 'over' &&
    ((duration && ((left.endsWith('over ') && !LONGER.test(left)) || isPeriod(lower, start))) || VERB_OVER.test(left))
  )
    return null;
  if (qualifier === 'atMost' && NOT_LIMIT.test(left)) return null;
  // "just below a 14-year high": what is below is the high.
  if (duration && COMPOUND.test(lower.slice(start, start + 24)) && ARTICLE.test(left)) return null;
  // "17 near two food depots" tells a place.
  if (last === 'near' && !/[\d$€£]/.test(reading.lower[start] ?? '')) return null;
  return qualifier;
}

const RIGHT = new RegExp(
  `(?:(,? (?:or so|or thereabouts|more or less|approximately|give or take)|-odd\\b)|(,? (?:or (?:more|higher|greater|above|over|longer|older)|and (?:above|counting|up(?=[.,;)]| (?:in|at|for)\\b)))| at (?:least|a minimum|minimum)(?! (?:\\d|${NUMBER_WORDS}|some|a ))| upwards)|(,? or (?:less|fewer|lower|under|below|shorter)| at (?:most|a maximum|maximum)| maximum))(?![a-z])`,
  'y',
);

/** The qualifier in the words right behind `place` ("or so", "or more", "at most") and its end, or null. */
export function qualifierBehind({ lower }: Reading, place: number): { qualifier: Qualifier; end: number } | null {
  if (!opensWith(',-oamgu', lower, place)) return null;
  const found = at(RIGHT, lower, place);
  if (!found) return null;
  return { qualifier: found[1] ? 'about' : found[2] ? 'atLeast' : 'atMost', end: place + found[0].length };
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

inFigures.add(LEFT, ENDING, VERB_OVER, EQUAL, RIGHT, COMPOUND);

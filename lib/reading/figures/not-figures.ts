/** Recognises numbers that name rather than count: designations, labels, ages, scores, ordinals, notes and enumerations. */

import { endOfDate } from './dates.ts';
import { endOf, lastWord, type Reading, wordsOf } from './normalise.ts';
import { countsSomething } from './nouns.ts';
import { endOfRun } from './numeral.ts';

// The bounds keep hostile runs of a million groups off the regex engine's stack.
const REST_OF_WORD = /[a-z0-9]*(?:[-/][a-z0-9]+){0,40}/y;
const ORDINAL = /\d+(?:,\d{3}){0,6}(?:st|nd|rd|th|er|ème)(?![a-z])(?:[- ]century)?/y;
const GROUPED_ID = /\d+(?:-\d+){2,40}|\d+(?:\.\d+){2,40}(?=[^\d]|$)|\d+\/\d{3,}(?:\/\d+){0,40}/y;
const POINT_GROUPS = /\d{1,3}(?:\.\d{3}){2,6}(?!\d|\.)/y;
const PHONE = /\d{3}\) ?\d{3}[-. ]\d{4}(?!\d)|\d{3}[-. ]\d{3}[-. ]\d{4}(?!\d)|\d{3,4}[- ]\d{6,7}(?!\d)/y;
const PHONE_REST = /[\d ().-]*\d/y;
const SUM = /\d+-to-\d+(?= job|-| margin| ratio)|\d(?:\.\d)?(?: |-)magnitude|\d+ ?\+ ?\d+|\d{1,2}[x×]\d{1,3}|\d+x\b/y;
const SLASHED = /\d{1,3}\/\d{1,3}(?:\/\d{1,4})?(?!\d| of\b|rds?|ths?)/y;
const VOLUME = /\d+ ?\(\d{1,3}(?:[-–]\d{1,3})?\)(?:[,:] ?(?:pp?\. ?)?\d+(?:[-–]\d+)?)?/y;
const DESIGNATED = /\d+[a-z]{1,3}\d+[a-z0-9]*|\d+(?:st|nd|rd|th)\b/y;
const LABEL_CHAIN =
  /\d+(?:\.\d+)*(?:\/\d+)?[a-z]?(?:\([a-z0-9]{1,3}\))*(?:(?: ?[-–—] ?)\d+[a-z]?(?:\([a-z0-9]{1,3}\))*)*(?: \((?:19|20)\d\d\))?/y;
const PLURAL_CHAIN =
  /\d+(?:\.\d+)*[a-z]?(?:\([a-z0-9]{1,3}\))*(?: \((?:19|20)\d\d\))?(?:(?: ?[-–—] ?|, and |, | and | or | to | & | through )\d+(?:\.\d+)*[a-z]?(?:\([a-z0-9]{1,3}\))*(?: \((?:19|20)\d\d\))?(?![\d,%]| (?:people|million|billion|percent|per cent)))*/y;

/** A number behind one of these is its name. */
const LABELS =
  'resolution|article|page|p|pp|vol|volume|no|nos|nr|chapter|chap|ch|section|sec|sect|paragraph|para|paras|annex|appendix|table|figure|fig|figs|box|footnote|fn|note|part|phase|route|highway|motorway|room|gate|district|zone|channel|flight|decree|order|rule|clause|item|level|grade|grades|class|classes|category|version|episode|season|sector|operative|issue|act|law|schedule|exhibit|document|report no|box|suite|apt|apartment|house|street|st|avenue|road no|plot|block|unit|batch|ward|pd|track|cell|camp|line|lane|step|stage|tier|type|model|mark|mk|size|article|verse|surah|sura|psalm|isbn|issn|doi|tel|telephone|phone|fax|whatsapp|mobile|call|dial|magnitude|hotline on|hotline|helpline|ext|extension|id|serial|case|docket|number|numbers|bagram|boeing|airbus|apollo|ps|unscr|unsc|scr|hrc|s/res|room|platform|terminal|exit|mile|kilometre|km|checkpoint|post|tower|point|war|fc|under|u|windows|iphone|catch|top|area|studio|boulevard|runway|court|bay|berth|row|column';
/** Labels that are also common words: a number follows them as a name only directly, in the singular, without a noun behind. */
const WEAK = new Set(
  'case point post top under call order law act unit line level order mile km class camp house street type size number numbers note table figure war cell part area u st no ch mark phase step stage p order report item document mobile phone ps id block'.split(
    ' ',
  ),
);
const LABEL_BEFORE = new RegExp(
  `(?:^|[^a-z0-9])(${LABELS}|(?:${LABELS})s)\\.?(?: (?:no|nos|nr|number|numbers)\\.?)? ?(?:#|№|n°)? ?$`,
);
const LABEL_WORDS = wordsOf(LABELS);
const HARD_SIGN = /[#№§@_^\\]$/;
const NAMED_BEFORE =
  /(?:\b(?:g|s&p|fortune|ftse|nikkei|dow|big|group of|gang of|article|chapter|top|catch|world war|phase|channel|area|apollo|forbes|msci|cac|dax|kse|nasdaq|stoxx|euro stoxx|number|route|p5|c5|resolution|grade|level|class|part|page|track|ward|section|figure|decree|rule|model|formula|type|size|square|pier|gate|platform|terminal|studio|radio|tier|stage|step|room|title|book|volume|act|scene|version|generation|gen|day)) $/;
const NAMED_WORDS = wordsOf(NAMED_BEFORE.source);
const AGE_BEFORE =
  /(?:\b(?:aged|age|ages|ages of|age of|aged between|ages between|between the ages of|aged from|aged under|aged over|aged (?:at least|up to)|(?:young|old)er than|(?:children|girls|boys|women|men|people|those|adults|kids|youths?|anyone|persons?|infants|teenagers|females|males|girls and boys|pupils|students|population|afghans|minors|patients|males and females|everyone) (?:(?:who )?(?:are |is |was |were ))?(?:under|over|above|below|older than|younger than))(?: the age of| of)?|\b(?:turned|turns?|turning)) $/;
const AGE_WORDS = wordsOf(AGE_BEFORE.source);
const AGE_RANGE = /\d{1,3}(?: ?[-–—] ?| to | and (?:the other |another |a )?)\d{1,3}(?![\d,.]\d|[\d%])|\d{1,3}/y;
const NAMED_AGE_BEFORE = /[A-Z][\p{L}'-]+"?(?:,| \()(?: (?:now|then|aged))? ?$/u;
/** "her brother, 19, was shot", "the minister, 52, said" */
const APPOSED_BEFORE = /[a-z]{2}[a-rt-z], $/;
const PARENT_BEFORE = /\b(?:mother|father|parent)s? of $/;
const APPOSED_BEHIND =
  /^, (?!(?:mostly|mainly|all|including|of|or|many|some|most|among|up|down|with|in|on|at|by)\b)[a-z]/;
const NAMED_AGE = /\d{1,2}(?=,(?!\d)|[;)]|\.(?: |$)|(?: and| who|-year))/y;
const SCORE = /\d{1,3}[-–]\d{1,3}(?:[-–/]\d{1,3})?(?!\d|[,.]\d|%)/y;
const SCORE_WORDS =
  /\b(?:won|wins|win|beat|beats|beaten|defeat(?:ed|s|ing)?|lost|loss|loses|victory|score[ds]?|scoreline|scoring|match|drew|draw|led|leads?|lead|trail(?:ed|ing|s)?|thrash(?:ed|ing)?|vot(?:ed?|es|ing)|ruled|ruling|decision|series|innings|final|penalt(?:y|ies)|wicket|runs)\b/;
const FOOTNOTE = /\d{1,3}(?:(?:[,;] ?|[-–])\d{1,3})*(?=\])/y;
const GLUED_NOTE_BEFORE = /[a-z)"'][.,;:!?]["')]*$|[a-z]["')]+$/;
const LIST_BEFORE = /(?:^|\n) {0,8}[([]?$/;
const LIST_NUMBER = /\d{1,3}(?:[.)\]:](?= |\n|$)|\)(?=[ .]))/y;
const ENUMERATION_BEFORE = /(?:[:;,.]|\band|\bor|\n|^) ?\($/;
const ENUMERATION = /\d{1,2}\)(?= [a-z])/y;
/** "638 per 100,000 births": the divisor belongs to the figure before it. */
const DIVISOR_BEFORE = /\b(?:per|for every|of every|in every) $/;
const CITED = /\d{1,4}(?:[-–]\d{1,4})?(?=\))/y;
const CITE_BEFORE = /(?:(?:19|20)\d\d[a-z]?: ?|\b(?:p|pp|para|ch|vol|no)\.? ?)$/;

/** What stands right before `place`, of at most `size` units. */
function before(text: string, place: number, size: number): string {
  return text.slice(Math.max(0, place - size), place);
}

/** A label's number, with what is enumerated after it: "Articles 12, 13 and 14", "Resolution 2593 (2021)". */
function endOfLabelled(reading: Reading, place: number): number {
  const { lower } = reading;
  const left = before(lower, place, 24);
  if (HARD_SIGN.test(left)) return endOf(LABEL_CHAIN, lower, place);
  const last = lastWord(lower, place);
  if (last !== '' && !LABEL_WORDS.has(last) && !LABEL_WORDS.has(last.replace(/s$/, ''))) return place;
  const label = LABEL_BEFORE.exec(left);
  if (!label?.[1]) return place;
  const word = label[1];
  const end = endOfRun(lower, place);
  if (lower.slice(place, end).includes(',') && !/^(?:p|pp|page|pages)$/.test(word)) return place;
  if (WEAK.has(word) || WEAK.has(word.replace(/s$/, ''))) {
    // "in case 12 people …", "under 20 percent", "the district of 12 villages"
    if (countsSomething(lower, end)) return place;
    const capital = /[A-Z]/.test(
      reading.plain[place - left.length + label.index + (/^[^a-z0-9]/.test(label[0]) ? 1 : 0)] ?? '',
    );
    const sure =
      capital ||
      left.includes('.') ||
      /^(?:grade|class|level|phase|part|step|stage|p|pp|page|tier|type|number|item|no|note|id)s?$/.test(word);
    if (!sure) return place;
  }
  const many = word.endsWith('s') || /^(?:pp|grades|classes|nos)$/.test(word);
  return endOf(many ? PLURAL_CHAIN : LABEL_CHAIN, lower, place);
}

function endOfAge(reading: Reading, place: number): number {
  const { lower, plain } = reading;
  const left = before(lower, place, 44);
  const end = endOf(AGE_RANGE, lower, place);
  if (
    end > place &&
    AGE_WORDS.has(lastWord(lower, place)) &&
    AGE_BEFORE.test(left) &&
    !/^(?:%| per ?cent| million| thousand|,\d|\.\d|\d)/.test(lower.slice(end, end + 9))
  ) {
    return endOf(/(?: months?| years?)(?: (?:to|and) \d{1,2})?(?: (?:months?|years?))?(?: old| of age)?/y, lower, end);
  }
  const alone = endOf(NAMED_AGE, lower, place);
  // "her brother, 19, was shot"
  if (APPOSED_BEFORE.test(left) && alone > place && APPOSED_BEHIND.test(lower.slice(alone, alone + 16))) return alone;
  if (!NAMED_AGE_BEFORE.test(before(plain, place, 30))) return place;
  // "in Herat (12), Kabul (8) and Kunduz (5)" counts by place.
  if (plain[place - 1] === '(' && /^\)(?:,| and|, and) [A-Z]/.test(plain.slice(alone, alone + 7))) return place;
  if (plain[place - 1] === '(' && /\)(?:,| and|, and) [A-Z][\p{L}-]* \($/u.test(before(plain, place, 30))) return place;
  const value = Number(lower.slice(place, alone));
  // A child's to an old person's age; "Kabul, 35 people" has a noun behind and never gets here.
  return alone > place && value >= 3 && value < 110 ? alone : place;
}

function endOfScore(reading: Reading, place: number): number {
  const { lower } = reading;
  const end = endOf(SCORE, lower, place);
  if (end === place) return place;
  const [first, second] = lower.slice(place, end).split(/[-–/]/).map(Number);
  const sentence = before(lower, place, 70);
  const falls = (first ?? 0) >= (second ?? 0);
  const behind = /^(?: million| billion| thousand|%| ?per ?cent|-| (?:years|months|weeks|days|hours|minutes))/.test(
    lower.slice(end, end + 9),
  );
  if (behind && !falls) return place;
  if (falls && !behind && !/^(?:m|bn|k|tn)\b/.test(lower.slice(end, end + 3))) return end;
  return SCORE_WORDS.test(sentence.slice(sentence.lastIndexOf('. ') + 1)) && !countsSomething(lower, end) ? end : place;
}

/** Notes, enumerations and citations: marks in the text rather than words of it. */
function endOfMark(reading: Reading, place: number): number {
  const { lower } = reading;
  const left = before(lower, place, 12);
  if (/[[{*]$/.test(left) && endOf(FOOTNOTE, lower, place) > place) return endOf(FOOTNOTE, lower, place);
  if (/[{^*]$/.test(left)) return endOfRun(lower, place);
  if (GLUED_NOTE_BEFORE.test(left) && endOf(/\d{1,3}(?= |\n|$)/y, lower, place) > place)
    return endOf(/\d{1,3}/y, lower, place);
  if (LIST_BEFORE.test(left)) {
    const end = endOf(LIST_NUMBER, lower, place);
    if (end > place) return end;
  }
  if (ENUMERATION_BEFORE.test(left)) {
    const end = endOf(ENUMERATION, lower, place);
    if (end > place) return end;
  }
  if (DIVISOR_BEFORE.test(left)) return endOfRun(lower, place);
  return CITE_BEFORE.test(left) ? endOf(CITED, lower, place) : place;
}

function endOfName(reading: Reading, place: number): number {
  const { lower, plain } = reading;
  const previous = plain[place - 1] ?? ' ';
  if (/[A-Za-z_@#\\]/.test(previous) && !/(?:\$|€|£)[A-Za-z]*$/.test(before(plain, place, 6)))
    return endOf(REST_OF_WORD, lower, place);
  // "F-16", "COVID-19", "top-10"; two hyphens are a dash.
  if (previous === '-' && /[A-Za-z0-9)]-$/.test(before(plain, place, 2))) return endOf(REST_OF_WORD, lower, place);
  // "S/2024", "2025/2213"
  if (previous === '/' && /(?:[A-Za-z]|\d{4})\/$/.test(before(plain, place, 5)))
    return endOf(REST_OF_WORD, lower, place);
  // "Table I.1"
  if (previous === '.' && /[A-Za-z]\.$/.test(before(plain, place, 2))) return endOf(REST_OF_WORD, lower, place);
  const run = lower.slice(place, place + 2);
  if (/^0\d/.test(run)) return endOf(PHONE_REST, lower, place);
  if (previous === '+') return endOf(PHONE_REST, lower, place);
  return place;
}

const AGES =
  /\d{1,3}(?:-|(?= |–))(?: (?:to|and|or) | ?[-–] ?)?\d{1,3}(?:-| )years?(?:-| )olds?\b|\d{1,3} ?(?:to|and|or|[-–]) ?\d{1,3}(?:-| )years?(?:-| )olds?\b/y;

/** "117 Moscow Road" */
const ADDRESS =
  /\d{1,5}[A-Z]? (?:[A-Z][\w'.-]* ){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Square|Boulevard|Drive|Terrace|Crescent|Place|Row|Quay)\b/y;
/** "6-4, 3-6, 7-6 (10-8)" */
const SETS =
  /\d{1,2}-\d{1,2}(?: \(\d{1,2}(?:-\d{1,2})?\))?(?:, \d{1,2}-\d{1,2}(?: \(\d{1,2}(?:-\d{1,2})?\))?)+(?![\d%])/y;

/** One pattern is faster than one after the other. */
const FIXED = new RegExp(
  [SETS, AGES, ORDINAL, PHONE, SUM, VOLUME, DESIGNATED].map(({ source }) => source).join('|'),
  'y',
);

/**
 * The end of what stands at `place` (the first of a run of digits) and is no figure, or `place` itself. A currency sign
 * before the digits must have been ruled out.
 */
export function endOfNoFigure(reading: Reading, place: number): number {
  const { lower } = reading;
  for (const rule of [endOfName, endOfMark, endOfDate, endOfLabelled, endOfAge]) {
    const end = rule(reading, place);
    if (end > place) return end;
  }
  const address = endOf(ADDRESS, reading.plain, place);
  if (address > place) return address;
  const fixed = endOf(FIXED, lower, place);
  if (fixed > place) return fixed;
  if (endOf(POINT_GROUPS, lower, place) === place) {
    const end = endOf(GROUPED_ID, lower, place);
    if (end > place) return end;
  }
  const slashed = endOf(SLASHED, lower, place);
  if (slashed > place) return slashed;
  if (reading.plain.startsWith('Group of ', place - 9)) return endOfRun(lower, place);
  const named = NAMED_WORDS.has(lastWord(lower, place)) && NAMED_BEFORE.test(before(lower, place, 16));
  const digits = endOfRun(lower, place);
  if (named && !lower.slice(place, digits).includes(',') && !countsSomething(lower, digits)) return digits;
  return endOfScore(reading, place);
}

const WORD_ORDINAL = /-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b/y;
const CLOCK_BEHIND = /(?: o'? ?clock| [ap]\.m\b)/y;
const NAME_BEHIND =
  / (?:Eyes|Commandments|Gorges|Seasons|Imams|Pillars|Sisters|Stars|Guides|Day War|Years'? War|Nations|Points|Arrows)\b/y;

/** Does the number in words from `place` to `end` name something ("Article Five", "the Big Three", "twenty-first")? */
export function isNamedInWords(reading: Reading, place: number, end: number): boolean {
  const { lower, plain } = reading;
  if (endOf(WORD_ORDINAL, lower, end) > end || endOf(CLOCK_BEHIND, lower, end) > end) return true;
  if (/[-]$/.test(before(lower, place, 1)) && /[a-z]-$/.test(before(lower, place, 2))) return true;
  if (endOf(NAME_BEHIND, plain, end) > end && /[A-Z]/.test(plain[place] ?? '')) return true;
  const left = before(lower, place, 16);
  if (PARENT_BEFORE.test(left)) return true;
  if (NAMED_BEFORE.test(left) && !countsSomething(lower, end))
    return !/(?:top|part|day) $/.test(left) || /[A-Z]/.test(plain[place] ?? '');
  if (
    AGE_WORDS.has(lastWord(lower, place)) &&
    AGE_BEFORE.test(before(lower, place, 44)) &&
    !/^(?: percent| per cent| million| thousand)/.test(lower.slice(end, end + 9))
  )
    return true;
  return false;
}

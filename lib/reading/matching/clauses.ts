/** Tells which clause of a sentence some words stand in, and whether what they say is only possible, planned or denied. */
import { allOf } from '../figures/normalise.ts';
import { lowered, SMALL } from '../letters.ts';
import { onPages } from '../patterns.ts';
import type { Span } from '../types.ts';

// Where one clause of a news sentence usually ends: stops, dashes, and the words that open a contrast, a new predicate, a
// circumstance, or what is told of somebody beside the matter; a relative clause near the beginning belongs to its subject.
const BORDERS =
  /[;:]|\s[—–-]\s|[—]|,?\s(?:but|while|whereas|although|though|and that|after(?!\s(?:(?:about|nearly|almost|more\sthan|over|just)\s)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\s(?:day|week|month|year|decade|hour))|before)\s|\s(?:since|as)\s(?=(?:the|they|it|he|she)\s)|(?<=.{40}),\s(?:where|which|who|whose|when)\s|\s(?:amid|amidst|despite|at\sa\stime|in\sthe\swake\sof|in\scontrast\sto|unlike|alongside|along\swith)\s|,\s(?:and|with)\s(?=\S+\s(?:\S+\s)?(?:has|have|had|is|are|was|were)\b)/g;

/**
 * What is added to a figure or a report behind a comma: "…, more than half of them since June", "…, a number that …",
 * "…, about as much as …", and at the end who said so.
 */
const ADDED =
  /,\s(?=(?:(?:more|less|fewer)\sthan\s|over\s|about\s|nearly\s|almost\s|roughly\s)?(?:(?:an?\s)?(?:half|third|quarter|fifth|tenth)\sof\s(?:them|whom|which|those)|(?:most|many|some)\sof\sthem)\b|an?\s(?:number|figure|sum|total|toll|share)\s(?:that|which|expected|likely|set)\b|an?\s(?:claim|charge|accusation|allegation)\s|(?:about|roughly|almost|nearly|twice|half)\s(?:as|the)\s(?:much|many|same)\b|according\sto\s[^,;]*$|(?:[^\s,;]+\s){0,8}?(?:said|says|told|announced|warned|reported|reports)\b[^,;]*$)/g;

/** A clause that opens the sentence ends at its first comma: "While 28 embassies stayed, the Taliban run 42." */
const OPENING =
  /^\W*(?:while|whereas|although|though|as|when|after|before|since|if|because|once|unlike|despite|following|during|amid|ahead\sof|in\sthe\swake\sof|according\sto)\s[^,;:]*?(?=,\s)/;

/** Who says what follows: "The minister told parliament on Monday that …". What he denies is no report. */
const REPORT =
  /^(?!.*?\b(?:den(?:y|ie[sd])|reject|dismiss|refut|disput|doubt|not|never|no)[a-z]*\b.*?\sthat\s)(?:[^,;:]*,\s)?[^,;:]*?\b(?:said|says|say|told|tells|announced|reported|stated|added|argued|argues|insisted|insists|believes?|found)\b[^,;:]{0,60}?\sthat\s/;

/** Who speaks is told in so many characters (a judgement). */
const LONGEST_REPORT = 200;

/** The clauses of `sentence` (a span of `text`), in order and without gaps. A heuristic: there is no parser here. */
export function findClauses(text: string, sentence: Span): Span[] {
  const clauses: Span[] = [];
  const words = lowered(text.slice(sentence.start, sentence.end));
  const opening = (OPENING.exec(words) ?? REPORT.exec(words.slice(0, LONGEST_REPORT)))?.[0].length ?? 0;
  let start = sentence.start;
  if (opening > 0) {
    clauses.push({ start, end: start + opening });
    start += opening;
  }
  const borders = [...allOf(BORDERS, words), ...allOf(ADDED, words)].map(({ index }) => sentence.start + index);
  for (const end of borders.sort((a, b) => a - b)) {
    if (end <= start) continue;
    clauses.push({ start, end });
    start = end;
  }
  if (start < sentence.end) clauses.push({ start, end: sentence.end });
  return clauses;
}

/** The clause that a place stands in; the last one for a place that crosses a border. */
export function clauseOf(clauses: readonly Span[], place: Span): Span | undefined {
  return clauses.findLast(clause => clause.start <= place.start);
}

// Up to three words may stand between a modal or a negation and the verb that it governs ("has not yet formally …").
const WORDS = `(?:\\s+[${SMALL}'’-]+)`;
const BETWEEN = `${WORDS}{0,3}\\s*$`;
const NO_LETTER_BEFORE = `(?<![${SMALL}])`;
const NO_LETTER_BEHIND = `(?![${SMALL}])`;
const POSSIBLE = new RegExp(
  `${NO_LETTER_BEFORE}(would|could|may|might|will|shall|should|must|if|unless|whether|` +
    `(?:plan|aim|threaten|want|intend|hope|vow|pledge|promise|expect|propose|consider|seek|agree)(?:s|ed|d|ing|ning|ned|eed)?\\s+(?:to|for|on)|` +
    `considering|weighing|preparing\\s+to|about\\s+to|set\\s+to|ready\\s+to|likely\\s+to|supposed\\s+to|able\\s+to|in\\s+order\\s+to)${BETWEEN}`,
);
const SUPPOSED = new RegExp(`${NO_LETTER_BEFORE}(?:if|unless|whether|were\\s+to|suppose|imagine)${WORDS}{0,5}\\s*$`);
/** "They disagree on whether girls may learn": what is in dispute is said all the same. */
const DISPUTED = new RegExp(
  `${NO_LETTER_BEFORE}(?:disagree|differ|split|divid|divis|disput|debat|argu|quarrel|rift|row\\s+over|question|at\\s+odds)` +
    `[${SMALL}]*${WORDS}{0,4}\\s+whether${WORDS}{0,5}\\s*$`,
);
// "Not only", "not so much" and "not less than" deny nothing, "Afghans without papers had been deported" lack papers, and
// who fails to prevent something lets it happen.
const DENIED = new RegExp(
  `${NO_LETTER_BEFORE}(not(?!\\s+(?:only|just|merely|less|fewer|more|so\\s+much)${NO_LETTER_BEHIND})|never|nor|neither|` +
    `without(?!(?:\\s+[${SMALL}]+){1,2}\\s+(?:ha[sd]|have|was|were|is|are|been)${NO_LETTER_BEHIND})|den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing)\\s+out|fail(?:s|ed|ing)?\\s+to(?!\\s+(?:prevent|stop|curb|halt|rein|check|contain|stem|block|end|keep)${NO_LETTER_BEHIND})|` +
    `refus(?:e|es|ed|ing)\\s+to|yet\\s+to|stopp(?:ed|ing)\\s+short\\s+of|[${SMALL}]+n['’]t)${BETWEEN}`,
);

// As far to the left as a governing word is looked for, in characters: modal, three words between (a judgement).
const REACH = 48;

/** The words before `place` in small letters. With a capital "May" is a month, and becomes a word of the same length that governs nothing. */
const leftOf = (text: string, clause: Span, place: Span, reach = REACH) =>
  lowered(text.slice(Math.max(clause.start, place.start - reach), place.start).replace(/M(?:ay|AY)/g, 'mai'));

/** "Should never have left the base" tells that somebody did. */
const REGRETTED = new RegExp(
  `${NO_LETTER_BEFORE}(?:should(?:\\s+(?:not|never)|n['’]t)|ought\\s+(?:not|never)\\s+to)\\s+have${BETWEEN}`,
);

/** "Nobody had expected that they would take Kabul", "few could have dreamed of invading": it came about all the same. */
const UNEXPECTED = new RegExp(
  `${NO_LETTER_BEFORE}(?:nobody|no\\s+(?:one|[${SMALL}]+(?:\\s+[${SMALL}]+)?)|few|never|not)${WORDS}{0,5}?` +
    `\\s+(?:expect|foresee|foresaw|dream|dreamt|imagin|predict|thought|believ|guess)[${SMALL}]*${WORDS}{0,8}\\s*$`,
);

/** The first group of a pattern that ends at `place`, or null. */
function governing(pattern: RegExp, text: string, clause: Span, place: Span): Span | null {
  const left = leftOf(text, clause, place);
  const found = pattern.exec(left);
  if (!found || REGRETTED.test(left) || UNEXPECTED.test(leftOf(text, clause, place, 2 * REACH))) return null;
  const start = place.start - left.length + found.index;
  return { start, end: start + (found[1] ?? '').length };
}

/** The modal, plan or condition that governs the words at `place` in their clause; null without one. */
export const possibleBy = (text: string, clause: Span, place: Span): Span | null =>
  governing(POSSIBLE, text, clause, place);

/** The negation or denial that governs the words at `place` in their clause; null without one. */
export const deniedBy = (text: string, clause: Span, place: Span): Span | null =>
  governing(DENIED, text, clause, place);

/** Whether the words at `place` are only supposed: "if Germany recognised …", "whether to open …". */
export const isSupposed = (text: string, clause: Span, place: Span): boolean =>
  SUPPOSED.test(leftOf(text, clause, place)) && !DISPUTED.test(leftOf(text, clause, place, 2 * REACH));

onPages.add(BORDERS, ADDED, OPENING, POSSIBLE, SUPPOSED, DENIED);

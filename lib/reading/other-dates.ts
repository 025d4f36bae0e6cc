/** Tells the dates that date no figure: of a saying, of a document, of a news agency's first words, of a rank, of an aside. */
import { HEDGES } from './figures/words.ts';
import { inFigures } from './patterns.ts';
import type { PeriodMention, Span } from './types.ts';

/** How far to the left of a date its verb or noun may stand. A judgement. */
const LEFT = 120;
/** How far into its sentence a date may stand that opens it. A judgement. */
const OPENS = 40;

/** The day in a news agency's first words: "KABUL, July 14 (Reuters) -", "Zurich, 14 July: The …". */
const DATELINE = /^ ?(?:\([A-Z][\w ./]+\) ?[-–—]|[-–—] |: [A-Z])/;
const PLACE = /^(?:[([]?[A-Z][\w'.-]*\)?[ ,/]+)* ?$/;
/** "said on 2 July", "told lawmakers on 30 April", "at a news conference in May". */
const SAID =
  /\b(?:(?:said|stated|wrote)(?: in an?)?|(?:reported|announced|confirmed|issued|released|published) by(?: [A-Za-z'()-]+){1,7}|(?:statement|interview|conference|briefing|speech)(?:,? (?:issued|released|published|made|posted))?|[Ss]peaking(?: [A-Za-z]+){0,5}|told(?: (?!that\b)[A-Za-z'-]+){1,6}) (?:on |in )?(?:late |early |[A-Z][a-z]+day,? )?$/;
/** "announced on 5 May that …" */
const ANNOUNCED =
  /\b(?:announced|reported|warned|confirmed|added|estimated|declared|noted|disclosed|revealed) (?:on |in )?(?:late |early |[A-Z][a-z]+day,? )?$/;
/** "On 2 July the ministry said that …" */
const SAYS_BEHIND = /^,? [^,;:.]{0,60}\b(?:said|announced|reported|warned|confirmed|told [^,;]{1,40}) that\b/;
const PAPER =
  '(?:report|study|paper|article|audit|law|decree|edict|order|ban|treaty|pact|accord|agreement|deal|contract|memorandum|resolution|decision|ruling|sentence|constitution)';
/** "the law of 2009", "the report, published in March 2025", "the pact, which dates from 1973". */
const PAPER_BEFORE = new RegExp(
  `\\b${PAPER}s?,?(?: of| from|(?: that (?:was|were)| which (?:was|were))? (?:signed|published|released|issued|adopted|passed|agreed|imposed|handed down|concluded|dated)(?: (?:in|at|by) [A-Z][\\w-]+){0,2}| (?:which |that )?dat(?:es|ed|ing) from)(?: (?:on|in))? (?:the )?$`,
);
/** "mediators have until midnight on Friday", "the deadline of 31 March" */
const DEADLINE = /\bha(?:ve|s|d) until [^,]*$|\bdeadline (?:of|for|is|was) [^,]*$/;
/** "a March 20 deadline"; "on Saturday claimed responsibility for a bombing that killed 12". */
const NO_TIME_BEHIND =
  /^ (?:deadline|ultimatum|cut-?off)\b|^,? (?:claimed (?:responsibility|credit)|condemned|mourned|denounced|denied|acknowledged)\b/;
/** "the 1973 treaty" */
const PAPER_BEHIND = new RegExp(`^(?: [A-Z]\\w+)? (?:${PAPER}|levels)\\b`);

/** "the deadliest attack in Kabul since 2001", "one of the worst floods this year": how rare, not when. */
const RANKED =
  /\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:(?!(?:r|w|t|n|ch|gu|qu|harv|for|inter|arr|prot|requ|lat)est\b)[a-z]+est|most [a-z]+|worst)(?: [A-Za-z'"“”‘’-]+){0,6} $/;
/** "Six states told the court on Thursday": those who say it are counted on that day. */
const SAYERS = /^(?: [A-Za-z]+){1,3} (?:said|told|stated|wrote)\b/;

/** What a period dates beside the figures of its sentence: all of it something else, or what is said of some of them. */
export type Dating = 'figures' | 'else' | 'saying' | 'opening';

/** What `period` dates where it stands: a saying, a document, the words of a news agency, or nothing of these. */
export function datingOf(text: string, sentence: Span, period: PeriodMention): Dating {
  const left = text.slice(Math.max(sentence.start, period.start - LEFT), period.start);
  const right = text.slice(period.end, period.end + 110);
  if (period.start - sentence.start < 40 && DATELINE.test(right) && (/^ ?\(/.test(right) || PLACE.test(`${left} `)))
    return 'else';
  if (SAID.test(left) && !/^['’]s /.test(right)) return 'saying';
  if (PAPER_BEFORE.test(left) || DEADLINE.test(text.slice(Math.max(0, period.start - 32), period.end))) return 'else';
  if (NO_TIME_BEHIND.test(right)) return 'else';
  if (/^(?:since|this )/i.test(text.slice(period.start, period.start + 5)) && RANKED.test(left)) return 'else';
  if (right.startsWith(' that') && /^ that\b/.test(right) && ANNOUNCED.test(left)) return 'else';
  if (period.from?.length === 4 && period.from === period.to && PAPER_BEHIND.test(right)) return 'else';
  const opens = period.start - sentence.start < OPENS && period.to !== null && SAYS_BEHIND.test(right);
  return opens ? 'opening' : 'figures';
}

/** Does `period`, which dates what `dating` tells, date something else than `figure`, which stands in its sentence? */
export function datesElse(dating: Dating, text: string, period: PeriodMention, figure: Span): boolean {
  if (dating === 'saying') return !SAYERS.test(text.slice(figure.end, Math.max(figure.end, period.start)));
  return dating === 'else' || (dating === 'opening' && figure.start >= period.end);
}

/** "the ministry, set up in 2021, employs 4,000", "the judge, who left Kabul in 2021, lives on 900 euros". */
const ASIDE =
  /, (?:(?:who|whose|where|which|(?:[a-z]+|\d[\d,]*) of (?:whom|which))\b(?:[^,;]|,(?=\d{3}))*|(?:once )?(?:set up|built|begun|born|shut|(?!carried |conducted |compared |measured |need |based )[a-z]+ed)(?: [A-Za-z'-]+){0,6} )$/;
/** "the complex, idle since March, …" */
/** "…, after frost on 12 April, …" */
const ASIDE_AFTER = /, (?:after|despite) [^,;]+ $/;
const ASIDE_SINCE = /, (?:[a-z]+ ){1,3}$/;
const ASIDE_BEFORE = new RegExp(`, (?:(?:put )?at )?${HEDGES}$`);
const ASIDE_BEHIND = /^(?: (?:in|on)| of (?:them|whom|which|these)(?: (?:in|on))?) (?:the )?$/;
/** "…, who turned 28 on Saturday, marked the day with …" */
const SAME_DAY = /\b(?:the|that|same) day\b/;

/**
 * Does `period` end an aside between commas, which dates itself alone? So does the one of "the population, 41 million in
 * 2023, grows by 2 per cent" or "…, half of them since 1 June, and …", where a figure of `figures` is the aside.
 */
export function endsAside(text: string, sentence: Span, period: PeriodMention, figures: readonly Span[]): boolean {
  if (text[period.end] !== ',' || /^, (?:when|which)\b/.test(text.slice(period.end, period.end + 8))) return false;
  const left = text.slice(Math.max(sentence.start, period.start - LEFT), period.start);
  if (ASIDE.test(left)) return !SAME_DAY.test(text.slice(period.end, period.end + 40));
  if (ASIDE_AFTER.test(left)) return true;
  if (ASIDE_SINCE.test(left) && text.startsWith('since ', period.start)) return true;
  return figures.some(
    ({ start, end }) =>
      end <= period.start &&
      ASIDE_BEHIND.test(text.slice(end, period.start)) &&
      ASIDE_BEFORE.test(text.slice(Math.max(sentence.start, start - 24), start)),
  );
}

/** "a deal signed on Thursday", "a poll published in May": the words before the period date something else. */
const DATES_ELSE =
  /\b(?:were born|signed|published|released|issued|announced|adopted|unveiled|agreed)\b[^,;]{0,24}$|, set in $/;
/** "its highest since February 2024" tells how rare the figure is, not when. */
const RARE = /\b(?:[a-z]+est|most|least|worst|best|first|low|high|record|idle|unchanged)(?: [a-z"”'’]+){0,4} $/;
/** "…, the second rise this year" counts the rises. */
const NTH = /, (?:the|its|their) (?:first|second|third|[a-z]+th)(?: [a-z]+){1,3} $/;
/** "…, a share that has hardly moved since 2005" dates the lull. */
const LULL = /, (?:an?|the) [a-z]+ (?:[a-z]+ ){1,4}(?:has|have|had) [^,;]*$/;
/** "its 2025 output guidance": the year belongs to what follows it. */
const ATTRIBUTE_BEFORE = /(?:(?<!\b(?:in|during) )\b(?:its|their|his|her|the|a|an|this|our|my)|'s) $/;
const ATTRIBUTE_BEHIND =
  /^ (?!(?:and|or|to|in|on|at|by|for|from|with|of|than|as|was|were|is|are|had|has|after|before|when|while|until|compared|alone|season|were|said)\b)[a-z]/;

/** Does the period behind `gap` date something else than the figure before it? */
export function isOthers(text: string, period: PeriodMention, gap: string): boolean {
  if (DATES_ELSE.test(gap) || NTH.test(gap)) return true;
  const words = text.slice(period.start, period.end);
  if (/^since /i.test(words) && (RARE.test(gap) || LULL.test(gap))) return true;
  // "521 incidents, a 70% rise over the previous year"
  if (/^the (?:previous|preceding|prior) /.test(words) && /\b(?:over|on|from|with|to) $/.test(gap)) return true;
  return (
    /^\d{4}$/.test(words) &&
    ATTRIBUTE_BEFORE.test(gap) &&
    ATTRIBUTE_BEHIND.test(text.slice(period.end, period.end + 16))
  );
}

inFigures.add(DATELINE, SAID, SAYS_BEHIND, PAPER_BEFORE, DEADLINE, NO_TIME_BEHIND, DATES_ELSE, NTH, PAPER_BEHIND);

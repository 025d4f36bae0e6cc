/** What tells that a period or a figure is the one that another is compared with, or of an earlier time. */
import { HEDGES } from './figures/words.ts';
import { inFigures } from './patterns.ts';
import type { Span } from './types.ts';

/** What makes a period behind a figure the one that it is compared with: "19% more than in 2023", "fell 5% from 2022". */
export const COMPARED =
  /(?:^|%|\b(?:per ?cent|rise|increase|drop|fall|decline|gain|jump|more|fewer|less)) (?:over|on|to|with|from) the (?:same|corresponding|comparable|equivalent|previous|preceding) [a-z]+ (?:in|of|a) $|\b(?:than(?! (?:half|twice|double|an? (?:third|quarter|fifth|tenth|dollar|hour|minute|million|billion|dozen|hundred|thousand|mile|kilometre|metre)|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*)\b))|(?:below|above)(?! (?:(?:its|their|the) )?(?:usual|normal|average)\b)|[Uu]nlike|on the same (?:[a-z]+ )?(?:period|time|months?|quarter|weeks?|half|day|hour|season)|contrast (?:to|with)|compared (?:with|to)|versus|vs\.?)\b[^,;]{0,40}$|\bagainst (?:[^,;]{0,40}\d[^,;]{0,20}|(?:the |in |that of )*)$|\b(?:twice|double|half|triple|times) (?:the|its|their|that) (?:[a-z]+ )?(?:of|in) (?:the )?$|\b(?:that of|those (?:of|in)|(?:match|beat|equal|exceed|surpass|top|near)[a-z]* that in) (?:the )?$|\bwhat [a-z]+ (?:was|were|had been) $|\bas (?:many|much|high|low|few) as(?: in| on| during)? (?:the )?$|\b(?:from|beyond) (?:the )?(?:early |late |mid-)?$|^ (?:from|against|over|on) [$€£]?\d[\d.,]*(?: [a-z]+)? in (?:the )?$|^ over (?:the|its) (?!(?:years?|months?|weeks?|days?|decades?|quarter|course|period|first|second|third|fourth|last|past|same)\b)[^,;]{1,40} of (?:the )?$/;
/** A figure behind one of these is the other end of a change or a comparison. */
export const OTHER_END = new RegExp(
  `(?:\\b(?:(?<!votes )to|from|against|(?<!(?:more|fewer|less) )than|versus|compared (?:with|to))) ${HEDGES}$`,
);
/** A figure of an earlier time takes no period from before it: "35% in August, up from 28% a year earlier". */
export const EARLIER_BEFORE = new RegExp(
  `(?:\\bfrom|compared (?:with|to)|against|versus) (?:an? (?:[a-z-]+ ){1,2}of )?${HEDGES}$`,
);
/** … and none with such words behind it: "28% a year earlier". */
const EARLIER_BEHIND =
  /^((?:[ ,](?!(?:than|on|over|from|compared|more|less|fewer|higher|lower|increase|rise|drop|fall|decline)\b)[^.,; ]+){0,3}),? (?:a|one|two|three|the) (?:years?|months?|decades?|weeks?) (?:earlier|ago|before)\b/;
/** … or before it: "a year earlier it was 28%". */
export const EARLIER = /\b(?:an?|one|two|three|the) (?:year|month|week|day|decade)s? (?:earlier|before|later)\b[^,;]*$/;
/** "narrowed $12 million in May to $88 million": the change and what it led to are of one time. */
export const CHANGED = new RegExp(
  `\\b(?:by|f[ae]ll|r[oi]se|dropped|jumped|climbed|grew|gained|lost|declined|slipped|widened|narrowed|shrank) ${HEDGES}$`,
);

/** Is the figure of a time that is told by how long it was before another? */
export function isEarlier(text: string, { end }: Span): boolean {
  const behind = text.slice(end, end + 48);
  return /ago|earlier|before/.test(behind) && EARLIER_BEHIND.test(behind);
}

inFigures.add(COMPARED, OTHER_END, EARLIER_BEFORE, EARLIER_BEHIND, EARLIER);

/** What a match and a refusal are, and what a match scores. */
import type { Span } from '../types.ts';
import type { CompiledClaim } from './claim-index.ts';
import type { TermHit } from './evidence.ts';
import type { Carried, Carrier, Statement } from './statement.ts';
import type { BestWay } from './ways.ts';

/** Why a match was made: what a reader can be shown. */
export interface Why {
  /** The words that met the claim's cues, with their places in the passage. */
  words: Span[];
  /** For each context cue: where it was found; "paragraph" also for what the sentence before had to lend. */
  context: Carried[];
  /** The parts of the score; they add up to it. */
  parts: { cues: number; context: number; measure: number; nearness: number; value: number };
}

/** A statement with the claim that it is about; offsets are into the passage. */
export interface Match extends Span {
  claim: string;
  /** Position in the passage's figures, or null for claims without one. */
  figure: number | null;
  /** Status claims: the value that the words assert. */
  status: string | null;
  /** The words to mark: the figure, or what asserts the status. */
  mark: Span;
  score: number;
  why: Why;
}

/**
 * What spoke against a claim that a statement came near to: words that it lacks, the context, no figure of its measure, a
 * word that rules it out, another year, a plan or denial, words too far apart, no value asserted, or another match that
 * fits better.
 */
export type Refusal =
  | 'words'
  | 'context'
  | 'measure'
  | 'ruled-out'
  | 'other-year'
  | 'unreal'
  | 'apart'
  | 'value'
  | 'outdone';

/** A claim that was considered for a statement and refused; offsets are into the passage. */
export interface NearMiss extends Span {
  claim: string;
  refusal: Refusal;
  /** The share of the claim's words that the statement has, by their worth. */
  share: number;
  words: Span[];
}

const CARRIER_WEIGHT: Record<Carrier, number> = { sentence: 1, paragraph: 0.8, headline: 0.7, page: 0.5 };

/** The score of a way and its context: what is carried from afar is weaker evidence than what the sentence says itself. */
export function cueParts({ share, worth }: BestWay, carriers: readonly Carried[]): { cues: number; context: number } {
  // Half of the last tenth is there at four nats, the worth of two fairly rare words (a judgement).
  const cues = 0.4 * Math.min(1, share) + 0.1 * (worth / (worth + 4));
  return { cues, context: 0.15 * Math.min(1, ...carriers.map(({ carrier }) => CARRIER_WEIGHT[carrier])) };
}

/** A match of a claim with its score, the sum of `parts`; `words` may hold places twice. */
export function matchOf(
  claim: CompiledClaim,
  { span }: Statement,
  parts: Why['parts'],
  context: Carried[],
  words: readonly Span[],
  more: Pick<Match, 'mark'> & Partial<Match>,
): Match {
  const score = parts.cues + parts.context + parts.measure + parts.nearness + parts.value;
  const why = { words: distinct(words), context, parts };
  return { ...span, claim: claim.id, figure: null, status: null, ...more, score, why };
}

/** Of each group, which has a place at least, the first. */
export function firstPlaces(groups: readonly TermHit[][]): Span[] {
  return groups.map(places => places[0] as Span);
}

/** The places without repetitions, in the order of the text. */
export function distinct(words: readonly Span[]): Span[] {
  const seen = new Map(words.map(({ start, end }) => [`${start}-${end}`, { start, end }]));
  return [...seen.values()].sort((a, b) => a.start - b.start);
}

/** Decides which claims the statements of a passage are about. */
import type { Figure, Span } from '../types.ts';
import type { ClaimIndex, CompiledClaim, Groups } from './claim-index.ts';
import { distribute, type Evidence, gather, type TermHit } from './evidence.ts';
import { measureFit, nearness } from './fit-figure.ts';

/** Why a match was made: what a reader can be shown. */
export interface Why {
  /** The words that met the claim's cues, with their places in the passage. */
  words: Span[];
  /** For each context cue: where it was found. */
  context: Carrier[];
  /** The parts of the score; they add up to it. */
  parts: { cues: number; context: number; measure: number; nearness: number };
}

export type Carrier = 'sentence' | 'paragraph' | 'headline' | 'page';

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

/** The evidence that a statement may lean on. */
export interface Context {
  headline: Evidence;
  page: Evidence;
}

/** What reading has found in one passage; all lists are ordered by start. */
export interface PassageFindings {
  sentences: readonly Span[];
  hits: readonly TermHit[];
  figures: readonly Figure[];
}

/** Below this a match is not worth a mark. */
const THRESHOLD = 0.55;

/** Finds all matches of one passage, in order; each figure serves one claim, and each claim one figure a sentence. */
export function findMatches(index: ClaimIndex, findings: PassageFindings, context: Context): Match[] {
  const paragraph = gather(findings.hits);
  const figures = findings.figures.map((figure, position) => ({ ...figure, position }));
  const figuresOf = distribute(figures, findings.sentences);
  const hitsOf = distribute(findings.hits, findings.sentences);
  return findings.sentences.flatMap((sentence, i) => {
    const evidence = gather(hitsOf[i] ?? []);
    const candidates = new Set<number>();
    for (const term of evidence.keys())
      for (let at = index.callStarts[term] as number; at < (index.callStarts[term + 1] as number); at++)
        candidates.add(index.called[at] as number);
    const found = [...candidates].flatMap(position =>
      matchesOf(index.claims[position] as CompiledClaim, sentence, evidence, paragraph, context, figuresOf[i] ?? []),
    );
    return bestOfEach(found);
  });
}

function matchesOf(
  claim: CompiledClaim,
  sentence: Span,
  evidence: Evidence,
  paragraph: Evidence,
  context: Context,
  figures: readonly (Figure & { position: number })[],
): Match[] {
  const needed = meet(claim.need, evidence);
  if (!needed || claim.not.some(term => evidence.has(term))) return [];
  const carriers: Carrier[] = [];
  for (const group of claim.context) {
    const has = (offered: Evidence) => group.some(term => offered.has(term));
    if (has(evidence)) carriers.push('sentence');
    else if (has(paragraph)) carriers.push('paragraph');
    else if (has(context.headline)) carriers.push('headline');
    else if (has(context.page)) carriers.push('page');
    else return [];
  }
  // What is carried from afar is weaker evidence than what the sentence says itself.
  const contextFit = carriers.length === 0 ? 1 : Math.min(...carriers.map(carrier => CARRIER_WEIGHT[carrier]));
  const cues = 0.4 + 0.02 * Math.min(5, claim.need.length);
  const base = { ...sentence, claim: claim.id, figure: null, status: null };
  const build = (parts: Why['parts'], words: readonly Span[], more: Partial<Match> & { mark: Span }): Match => ({
    ...base,
    ...more,
    score: parts.cues + parts.context + parts.measure + parts.nearness,
    why: { words: distinct(words), context: carriers, parts },
  });

  if (claim.kind === 'figure') {
    return figures.flatMap(figure => {
      const fit = measureFit(claim, figure);
      if (fit === 0) return [];
      const parts = { cues, context: 0.2 * contextFit, measure: 0.2 * fit, nearness: 0.1 * nearness(figure, needed) };
      const mark = { start: figure.start, end: figure.end };
      return [
        build(
          parts,
          needed.map(places => nearest(places, figure)),
          { figure: figure.position, mark },
        ),
      ];
    });
  }
  const parts = { cues, context: 0.2 * contextFit, measure: 0.2, nearness: 0.1 };
  const words = needed.map(places => places[0] as Span);
  if (claim.kind !== 'status') return [build(parts, words, { mark: tightest(needed, sentence) })];
  for (const value of claim.values) {
    const said = meet(value.need, evidence);
    if (!said || value.not.some(term => evidence.has(term))) continue;
    const saying = [...words, ...said.map(places => places[0] as Span)];
    return [build(parts, saying, { status: value.id, mark: tightest([...said, ...needed], sentence, said) })];
  }
  return [];
}

const CARRIER_WEIGHT: Record<Carrier, number> = { sentence: 1, paragraph: 0.8, headline: 0.7, page: 0.5 };

/** The places of each group's terms, or null when a group has none. */
function meet(groups: Groups, evidence: Evidence): TermHit[][] | null {
  const met: TermHit[][] = [];
  for (const group of groups) {
    const places = group.flatMap(term => evidence.get(term) ?? []);
    if (places.length === 0) return null;
    met.push(places);
  }
  return met;
}

function nearest(places: readonly Span[], to: Span): Span {
  const gap = (place: Span) => Math.max(0, place.start - to.end, to.start - place.end);
  return places.reduce((best, place) => (gap(place) < gap(best) ? place : best));
}

// A longer underline would shout; its most telling words alone are marked then (a judgement).
const LONGEST_MARK = 60;

/**
 * What to mark of a statement without a figure: the shortest stretch that has a place of every group, or the longest
 * single place where that stretch is too long to be quiet.
 * @param telling groups to make do with before that, where all of them lie too far apart
 */
function tightest(
  groups: readonly (readonly Span[])[],
  sentence: Span,
  telling: readonly (readonly Span[])[] = [],
): Span {
  const first = groups[0];
  if (!first) return { start: sentence.start, end: sentence.end };
  const around = (anchor: Span): Span => {
    const places = groups.map(group => nearest(group, anchor));
    return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
  };
  const length = ({ start, end }: Span) => end - start;
  const shortest = first.map(around).reduce((best, stretch) => (length(stretch) < length(best) ? stretch : best));
  if (length(shortest) <= LONGEST_MARK) return shortest;
  if (telling.length > 0) return tightest(telling, sentence);
  const longest = groups.flat().reduce((best, place) => (length(place) > length(best) ? place : best));
  return { start: longest.start, end: longest.end };
}

function distinct(words: readonly Span[]): Span[] {
  const seen = new Map(words.map(({ start, end }) => [`${start}-${end}`, { start, end }]));
  return [...seen.values()].sort((a, b) => a.start - b.start);
}

/** Keeps the best match of each figure and of each claim, best scores first served, in the order of the text. */
function bestOfEach(matches: Match[]): Match[] {
  const figures = new Set<number>();
  const claims = new Set<string>();
  const kept: Match[] = [];
  for (const match of matches.filter(({ score }) => score >= THRESHOLD).sort((a, b) => b.score - a.score)) {
    if (claims.has(match.claim) || (match.figure !== null && figures.has(match.figure))) continue;
    claims.add(match.claim);
    if (match.figure !== null) figures.add(match.figure);
    kept.push(match);
  }
  return kept.sort((a, b) => a.mark.start - b.mark.start);
}

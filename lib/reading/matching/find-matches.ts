/** Decides which claims the statements of a passage are about. */
import type { Figure, Span } from '../types.ts';
import { carriedTerms } from './anaphora.ts';
import type { ClaimIndex, CompiledClaim, Groups } from './claim-index.ts';
import { clauseOf, findClauses, isDenied, isPossible } from './clauses.ts';
import { distribute, type Evidence, gather, type TermHit } from './evidence.ts';
import { measureFit, nearness } from './fit-figure.ts';
import { nearest, tightest } from './mark-span.ts';

/** Where a cue was found. */
export type Carrier = 'sentence' | 'paragraph' | 'headline' | 'page';

/** Why a match was made: what a reader can be shown. */
export interface Why {
  /** The words that met the claim's cues, with their places in the passage. */
  words: Span[];
  /** For each context cue: where it was found; "paragraph" also for an entity that a pronoun stands for. */
  context: Carrier[];
  /** The parts of the score; they add up to it. */
  parts: { cues: number; context: number; measure: number; nearness: number };
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

/** The evidence that a statement may lean on. */
export interface Context {
  headline: Evidence;
  page: Evidence;
}

/** What reading has found in one passage; all lists are ordered by start. */
export interface PassageFindings {
  text: string;
  sentences: readonly Span[];
  hits: readonly TermHit[];
  figures: readonly Figure[];
}

/** One sentence with all that it offers to matching. */
interface Statement {
  text: string;
  span: Span;
  clauses: readonly Span[];
  evidence: Evidence;
  /** Entity terms that a pronoun of the sentence may stand for. */
  carried: Evidence;
  paragraph: Evidence;
  context: Context;
  figures: readonly (Figure & { position: number })[];
}

/** Below this a match is not worth a mark. */
const THRESHOLD = 0.55;

const CARRIER_WEIGHT: Record<Carrier, number> = { sentence: 1, paragraph: 0.8, headline: 0.7, page: 0.5 };

/** Finds all matches of one passage, in order; each figure serves one claim, and each claim one figure a sentence. */
export function findMatches(index: ClaimIndex, findings: PassageFindings, context: Context): Match[] {
  const { text, sentences, hits } = findings;
  const paragraph = gather(hits);
  const figures = findings.figures.map((figure, position) => ({ ...figure, position }));
  const figuresOf = distribute(figures, sentences);
  const hitsOf = distribute(hits, sentences);
  return sentences.flatMap((span, i) => {
    const evidence = gather(hitsOf[i] ?? []);
    const carried = gather(carriedTerms(text, span, hitsOf[i - 1] ?? [], term => index.isEntityTerm[term] === 1));
    const clauses = findClauses(text, span);
    const statement = { text, span, clauses, evidence, carried, paragraph, context, figures: figuresOf[i] ?? [] };
    const candidates = calledBy(index, [...evidence.keys(), ...carried.keys()]);
    return bestOfEach(candidates.flatMap(claim => matchesOf(claim, statement)));
  });
}

/** The claims that any of these terms calls up. */
function calledBy(index: ClaimIndex, terms: readonly number[]): CompiledClaim[] {
  const positions = new Set<number>();
  for (const term of terms)
    for (let at = index.callStarts[term] as number; at < (index.callStarts[term + 1] as number); at++)
      positions.add(index.called[at] as number);
  return [...positions].map(position => index.claims[position] as CompiledClaim);
}

function matchesOf(claim: CompiledClaim, statement: Statement): Match[] {
  const { evidence, span, figures } = statement;
  const needed = meet(claim.need, evidence, statement.carried);
  const carriers = needed && carriersOf(claim.context, statement);
  if (!needed || !carriers) return [];
  // A place outside the sentence is that of an entity that a pronoun stands for.
  const own = needed
    .map(places => places.filter(place => place.start >= span.start))
    .filter(places => places.length > 0);
  if (own.length < needed.length) carriers.push('paragraph');
  // What is carried from afar is weaker evidence than what the sentence says itself.
  const contextFit = Math.min(1, ...carriers.map(carrier => CARRIER_WEIGHT[carrier]));
  const cues = 0.4 + 0.02 * Math.min(5, claim.need.length);
  const build = (parts: Why['parts'], words: readonly Span[], more: Pick<Match, 'mark'> & Partial<Match>): Match => ({
    ...span,
    claim: claim.id,
    figure: null,
    status: null,
    ...more,
    score: parts.cues + parts.context + parts.measure + parts.nearness,
    why: { words: distinct(words), context: carriers, parts },
  });

  if (claim.kind === 'figure') {
    return figures.flatMap(figure => {
      const fit = measureFit(claim, figure);
      const words = own.map(places => nearest(places, figure));
      if (fit === 0 || isRuledOut(claim, statement, figure)) return [];
      // What governs a figure is the cue beside it: "will not return equipment worth 7 billion" does not deny the worth.
      if (isUnreal(claim, statement, words.length > 0 ? [nearest(words, figure), figure] : [figure])) return [];
      const near = nearness(figure, own);
      const parts = { cues, context: 0.2 * contextFit, measure: 0.2 * fit, nearness: 0.1 * near };
      return [build(parts, words, { figure: figure.position, mark: { start: figure.start, end: figure.end } })];
    });
  }
  if (claim.not.some(term => evidence.has(term))) return [];
  const parts = { cues, context: 0.2 * contextFit, measure: 0.2, nearness: 0.1 };
  const words = own.map(places => places[0] as Span);
  if (claim.kind !== 'status') {
    if (claim.kind === 'event' && isUnreal(claim, statement, words)) return [];
    return [build(parts, words, { mark: tightest(own, span) })];
  }
  for (const value of claim.values) {
    const said = meet(value.need, evidence);
    if (!said || value.not.some(term => evidence.has(term))) continue;
    const saying = [...words, ...said.map(places => places[0] as Span)];
    return [build(parts, saying, { status: value.id, mark: tightest([...said, ...own], span, said) })];
  }
  return [];
}

/** Where each context group is found, the nearest place first; null when one is found nowhere. */
function carriersOf(groups: Groups, { evidence, paragraph, context }: Statement): Carrier[] | null {
  const carriers: Carrier[] = [];
  for (const group of groups) {
    const has = (offered: Evidence) => group.some(term => offered.has(term));
    if (has(evidence)) carriers.push('sentence');
    else if (has(paragraph)) carriers.push('paragraph');
    else if (has(context.headline)) carriers.push('headline');
    else if (has(context.page)) carriers.push('page');
    else return null;
  }
  return carriers;
}

/** Whether a word that rules the claim out stands in the figure's own clause: another clause may be about another matter. */
function isRuledOut(claim: CompiledClaim, { clauses, evidence, span }: Statement, figure: Span): boolean {
  const clause = clauseOf(clauses, figure) ?? span;
  return claim.not.some(term =>
    evidence.get(term)?.some(place => place.start < clause.end && place.end > clause.start),
  );
}

/** Whether any of the words is only possible, planned or denied, where the claim is about what is. */
function isUnreal(claim: CompiledClaim, { text, clauses, span }: Statement, words: readonly Span[]): boolean {
  return words.some(word => {
    const clause = clauseOf(clauses, word) ?? span;
    return isDenied(text, clause, word) || (!claim.possible && isPossible(text, clause, word));
  });
}

/** The places of each group's terms, or null when a group has none; entity terms may be carried ones. */
function meet(groups: Groups, evidence: Evidence, carried: Evidence = NOTHING): TermHit[][] | null {
  // Most claims that are called up fail here: nothing is collected before all groups are known to be met.
  for (const group of groups) if (!group.some(term => evidence.has(term) || carried.has(term))) return null;
  return groups.map(group => {
    const places = group.flatMap(term => evidence.get(term) ?? []);
    return places.length > 0 ? places : group.flatMap(term => carried.get(term) ?? []);
  });
}

const NOTHING: Evidence = new Map();

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

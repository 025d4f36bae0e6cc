/** Decides which claims the statements of a passage are about. */
import type { ClaimKind, Figure, Span } from '../types.ts';
import { opensWithPronoun, toldBefore } from './anaphora.ts';
import { type ClaimIndex, type CompiledClaim, calledBy, type Groups } from './claim-index.ts';
import { findClauses } from './clauses.ts';
import { distribute, Evidence, type TermHit } from './evidence.ts';
import { earnedByValue, measureFit, nearness } from './fit-figure.ts';
import { nearest, tightest } from './mark-span.ts';
import { cueParts, distinct, firstPlaces, type Match, matchOf, type NearMiss, type Refusal } from './match.ts';
import {
  governedWith,
  isContradicted,
  isOfOtherYear,
  isOnlySupposed,
  isRuledOut,
  isRuledOutNear,
  isUnreal,
  namesOthers,
} from './objections.ts';
import { type Carried, type Context, carriersOf, lentTo, type Statement } from './statement.ts';
import { type BestWay, placesOf, waysMet } from './ways.ts';

/** What reading has found in one passage; all lists are ordered by start. */
export interface PassageFindings {
  text: string;
  sentences: readonly Span[];
  /** What each sentence offers, and the passage as a whole. */
  evidence: readonly Evidence[];
  /** The entities that each sentence may count as its own. */
  carried: readonly Evidence[];
  passage: Evidence;
  figures: readonly Figure[];
  /** What the sentence before the passage offers, where that is known: its first sentence may lean on it. */
  before: Evidence;
}

/** A claim whose words and context a statement has, at least in part. */
interface Candidate {
  claim: CompiledClaim;
  statement: Statement;
  way: BestWay;
  carriers: readonly Carried[];
  /** Notes why it is refused after all. */
  refuse: (refusal: Refusal) => [];
}

/** Claims whose words a statement has less than this share of are no near miss (a judgement). */
const NEAR = 0.75;

/**
 * Finds all matches of one passage, in order; each figure serves one claim, and each claim one figure a sentence.
 * @param kinds claims of other kinds are left out
 * @param nearMisses takes what was refused, where a reader wants to know
 */
export function findMatches(
  index: ClaimIndex,
  findings: PassageFindings,
  context: Context,
  kinds: readonly ClaimKind[],
  nearMisses?: NearMiss[],
): Match[] {
  const { text, sentences, evidence: offered, carried: lent, before, passage: paragraph } = findings;
  const figures = findings.figures.map((figure, position) => ({ ...figure, position }));
  const figuresOf = distribute(figures, sentences);
  return sentences.flatMap((span, i) => {
    const evidence = offered[i] as Evidence;
    const carried = lent[i] as Evidence;
    const previous = offered[i - 1] ?? before;
    const figures = figuresOf[i] ?? [];
    const nouns = toldBefore(text, span);
    const told =
      nouns.length > 0
        ? { nouns, before: new Evidence(index, [...previous.hits, ...carried.hits, ...context.headline.hits]) }
        : null;
    const candidates = calledBy(
      index,
      told
        ? [evidence, carried, told.before]
        : figures.length > 0
          ? [evidence, carried, previous]
          : [evidence, carried],
      kinds,
    );
    if (candidates.length === 0) return [];
    // Most sentences are refused by their words: what only the others need is made when it is asked for.
    let clauses: Span[] | undefined;
    const statement: Statement = {
      index,
      text,
      span,
      get clauses() {
        clauses ??= findClauses(text, span);
        return clauses;
      },
      evidence,
      carried,
      told,
      previous,
      paragraph,
      context,
      figures,
    };
    const matches: Match[] = [];
    for (const claim of candidates) matches.push(...matchesOf(claim, statement, nearMisses));
    return bestOfEach(matches, nearMisses);
  });
}

function matchesOf(claim: CompiledClaim, statement: Statement, nearMisses?: NearMiss[]): Match[] {
  if (claim.kind === 'figure' && !hasFigureFor(claim, statement.figures)) return [];
  // What is met in part counts only beside a figure that says what a source says, or for a reader who asks what was refused.
  const inPart = nearMisses !== undefined || (claim.kind === 'figure' && hasSourced(claim, statement.figures));
  const ways = waysMet(
    claim,
    statement.evidence,
    statement.carried,
    !inPart,
    claim.kind === 'figure' || claim.kind === 'position' ? null : statement.told,
  );
  if (ways.length === 0) return [];
  let first: Refusal | null = null;
  const refuse: Candidate['refuse'] = refusal => {
    first ??= refusal;
    return [];
  };
  const carriers = carriersOf(claim, statement);
  if (!carriers) refuse('context');
  // Words of one way may stand under a denial, or too far apart, where those of another do not.
  else
    for (const way of ways) {
      const candidate = { claim, statement, way, carriers, refuse };
      const matches = claim.kind === 'figure' ? figureMatches(candidate) : wordMatches(candidate);
      if (matches.length > 0) return matches;
    }
  const [way] = ways as [BestWay];
  if (nearMisses && first && way.share >= NEAR) {
    const words = distinct(firstPlaces(way.places));
    nearMisses.push({ ...statement.span, claim: claim.id, refusal: first, share: way.share, words });
  }
  return [];
}

/** Whether any figure is of the claim's kind, or a share where the claim knows the whole: without one nothing is near. */
function hasFigureFor({ measure, whole }: CompiledClaim, figures: readonly Figure[]): boolean {
  return figures.some(({ kind }) => kind === measure?.kind || (kind === 'share' && whole !== null));
}

/** Whether any figure can be the claim's and says what one of its sources says. */
function hasSourced(claim: CompiledClaim, figures: readonly Figure[]): boolean {
  return figures.some(figure => measureFit(claim, figure) > 0 && earnedByValue(claim, figure) > 0);
}

/** One match for each figure of the statement that the claim can be about. */
function figureMatches({ claim, statement, way, carriers, refuse }: Candidate): Match[] {
  const fitting = statement.figures
    .map(figure => ({ figure, fit: measureFit(claim, figure), earned: earnedByValue(claim, figure) }))
    .filter(({ fit }) => fit > 0);
  if (fitting.length === 0) return refuse('measure');
  return fitting.flatMap(({ figure, fit, earned }) => {
    const leans = earned > 0 && way.share + earned < 1 && !namesOthers(statement);
    const said = (leans ? waysMet(claim, statement.evidence, statement.previous)[0] : null) ?? way;
    if (said.share + earned < 1) return refuse('words');
    if (isRuledOut(claim, statement, figure)) return refuse('ruled-out');
    if (isOfOtherYear(claim, statement, figure)) return refuse('other-year');
    const words = said.places.map(places => nearest(places, figure));
    const carried = [...carriers, ...lentTo(said, statement)];
    const governed = [figure, ...governedWith(figure, said.places, statement)];
    if (isUnreal(claim, statement, governed, words)) return refuse('unreal');
    const parts = {
      ...cueParts(said, carried),
      measure: 0.2 * fit,
      nearness: 0.1 * nearness(figure, said.places),
      value: earned > 0 ? 0.05 : 0,
    };
    const mark = { start: figure.start, end: figure.end };
    return [matchOf(claim, statement, parts, carried, words, { figure: figure.position, mark })];
  });
}

/** The match of a status, event or position: what words assert. */
function wordMatches({ claim, statement, way, refuse, ...candidate }: Candidate): Match[] {
  const { span } = statement;
  const carriers = [...candidate.carriers, ...lentTo(way, statement)];
  if (way.share < 1) return refuse('words');
  const stretch = tightest(way.places, span, [], Number.POSITIVE_INFINITY);
  if (isRuledOutNear(claim, statement, stretch)) return refuse('ruled-out');
  if (claim.within !== null && stretch.end - stretch.start > claim.within) return refuse('apart');
  const parts = { ...cueParts(way, carriers), measure: 0.2, nearness: 0.1, value: 0.05 };
  const words = firstPlaces(way.places);
  if (claim.kind !== 'status') {
    // "Does not recognise the Taliban, which took control in 2021" denies no word of the takeover but a name.
    const told = way.places.flatMap(([first]) => (first && !isName(first, statement) ? [first] : []));
    if (claim.kind === 'event' && isUnreal(claim, statement, told.length > 0 ? told : words, words))
      return refuse('unreal');
    // A stance may well be on what would be: "no ties unless girls go to school".
    const supposed = words.filter(word => isOnlySupposed(statement, [word])).length;
    if (supposed > 0 && (claim.kind === 'event' || supposed === words.length)) return refuse('unreal');
    return [matchOf(claim, statement, parts, carriers, words, { mark: tightest(way.places, span) })];
  }
  for (const value of claim.values) {
    const said = ownPlaces(value.need, statement);
    if (!said) continue;
    const saying = firstPlaces(said);
    if (isContradicted(value.not, statement, [...words, ...saying])) continue;
    if (isOnlySupposed(statement, saying)) return refuse('unreal');
    const mark = tightest([...said, ...way.places], span, said);
    return [matchOf(claim, statement, parts, carriers, [...words, ...saying], { status: value.id, mark })];
  }
  return refuse('value');
}

/** Whether a word is there for the entity that it names. */
const isName = ({ term }: TermHit, { index }: Statement) => (index.entityOfTerm[term] as number) >= 0;

/**
 * The places of a value's words in the sentence, without those for which its subject leans on what was told before ("It
 * remains the largest donor"); null where a group of words is found nowhere.
 */
function ownPlaces(need: Groups, { text, span, evidence, carried }: Statement): TermHit[][] | null {
  if (!opensWithPronoun(text, span)) return placesOf(need, evidence);
  const own = need.filter(group => !group.some(term => carried.placesOf(term)) || placesOf([group], evidence));
  return placesOf(own, evidence);
}

/** Keeps the best match of each figure and of each claim, best scores first served, in the order of the text. */
function bestOfEach(matches: Match[], nearMisses?: NearMiss[]): Match[] {
  if (matches.length < 2) return matches;
  const figures = new Set<number>();
  const claims = new Set<string>();
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => b.score - a.score)) {
    if (claims.has(match.claim)) continue;
    if (match.figure !== null && figures.has(match.figure)) {
      const { start, end, claim, why } = match;
      nearMisses?.push({ start, end, claim, refusal: 'outdone', share: 1, words: why.words });
      continue;
    }
    claims.add(match.claim);
    if (match.figure !== null) figures.add(match.figure);
    kept.push(match);
  }
  return kept.sort((a, b) => a.mark.start - b.mark.start);
}

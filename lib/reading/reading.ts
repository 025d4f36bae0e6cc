/** The whole way from page text to comparisons, in two pure steps: read the passages, then compare the matches. */
import { isAfter } from './comparing/dates.ts';
import { type Relation, rangeOfVersion, relate } from './comparing/relations.ts';
import { type DatedReason, judge, type Verdict } from './comparing/verdict.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { type EntityMention, findEntities } from './entities.ts';
import { carriedBySentence } from './matching/anaphora.ts';
import { clauseOf, findClauses } from './matching/clauses.ts';
import { endOfDateline } from './matching/datelines.ts';
import { distribute, Evidence, findTerms, gather, type TermHit } from './matching/evidence.ts';
import { figureClaims } from './matching/figure-claims.ts';
import { findMatches } from './matching/find-matches.ts';
import type { Match, NearMiss, Why } from './matching/match.ts';
import { describesSpeaker } from './matching/speakers.ts';
import { onPages } from './patterns.ts';
import { isListed, periodOfList, readFigures } from './read-figures.ts';
import { findSentences } from './sentences.ts';
import { periodOf } from './spoken-period.ts';
import { tokenize } from './text.ts';
import type { Claim, ClaimKind, Figure, Period, Source, Span, Version } from './types.ts';

/** One block of page text, under the page's own number for it. */
export interface Passage {
  id: number;
  text: string;
}

/** What is known of the page beside its passages. */
export interface PageFacts {
  title: string | null;
  /** ISO date of the page; null when unknown. */
  date: string | null;
  /** The beginning of the article: entities named there are carried to later passages. */
  lead: string;
}

/** What reading finds in one passage; all offsets are into its text. */
export interface PassageReading {
  id: number;
  entities: EntityMention[];
  figures: Figure[];
  matches: Match[];
  /** What was refused; empty unless it was asked for. */
  nearMisses: NearMiss[];
}

/** A version beside the statement. */
export interface ComparedVersion {
  version: Version;
  source: Source;
  relation: Relation;
  /** Whether this is the version in force on the page's day. */
  inForce: boolean;
  /** What the version's figure allows, rounding included, in its own unit; null where it has none. */
  range: { low: number; high: number } | null;
}

/** A statement with all versions and their relations, and a verdict over them: everything that a view needs. */
export interface Comparison {
  claim: Omit<Claim, 'versions' | 'cues'>;
  /** The page's own words: the whole sentence, and where in it the marked words are. */
  statement: { text: string; mark: Span };
  figure: Figure | null;
  status: string | null;
  period: Period | null;
  /** The day that the statement is judged by, and where it comes from. */
  date: { day: string; from: 'sentence' | 'page' | 'today' };
  versions: ComparedVersion[];
  verdict: Verdict;
  dated: DatedReason | null;
  score: number;
  /** Why the claim was chosen; the words' places are in the statement's text. */
  why: Why;
}

// An entity that a batch names this often is what the page is about (a judgement).
const PAGE_ENTITY_MENTIONS = 3;

/** What a reader wants to know beside the entities. */
export interface Wish {
  /** Matches with claims of these kinds. */
  kinds: readonly ClaimKind[];
  /** Whether figures are told that no match can need; reading them is most of the work. */
  allFigures: boolean;
  /** Whether it is told what was refused. */
  nearMisses: boolean;
}

const ALL: Wish = { kinds: ['figure', 'status', 'event', 'position'], allFigures: true, nearMisses: false };

/**
 * The same text in two bytes a character, whatever stands in it. V8 compiles each pattern once for texts of one byte and once
 * more for those of two, which a dash or a curly quote makes; pages have both, and a fresh worker compiles four hundred.
 */
const wide = (text: string) => `\u2014${text}`.slice(1);

/**
 * Reads passages of one page: mentions, figures with their periods, and matches. Never throws on any text.
 * @param wish what is wanted otherwise than all matches and figures; it changes nothing in what is found of the rest
 */
export function readPassages(
  index: CompiledPack,
  passages: readonly Passage[],
  page: PageFacts,
  wish: Partial<Wish> = {},
): PassageReading[] {
  onPages.ready();
  const { kinds, allFigures, nearMisses: explain } = { ...ALL, ...wish };
  const known = new Set<string>();
  const look = (text: string) => {
    const tokens = tokenize(text);
    const mentions = findEntities(index.names, text, tokens, known);
    const acting = mentions.filter(mention => !describesSpeaker(text, mention));
    return { mentions, hits: findTerms(index.names, index.claims, tokens, acting) };
  };
  const headline = new Evidence(index.claims, look(page.title ?? '').hits);
  const lead = look(page.lead);
  const looked = passages.map(({ id, text: given }) => {
    const text = wide(given);
    return { id, text, ...look(text), sentences: findSentences(text) };
  });
  const context = {
    headline,
    year: page.date ? Number(page.date.slice(0, 4)) : null,
    page: pageEvidence(
      index,
      headline.hits,
      lead.hits,
      looked.map(({ hits }) => hits),
    ),
  };
  let list: Period | null = null;
  return looked.map(({ id, text, mentions, hits, sentences }, i) => {
    const nearMisses: NearMiss[] = [];
    const previous = looked[i - 1];
    // Passages are numbered on a page, and have their places as numbers in a document.
    const next = previous && (previous.id === id - 1 || previous.id + previous.text.length + 1 === id);
    if (!next || !isListed(text, sentences)) list = null;
    // Where a report was sent from tells what page it is, but is nothing that its first sentence speaks of.
    const sent = endOfDateline(text);
    const offered = {
      text,
      sentences,
      evidence: distribute(hits, sentences).map(
        own => new Evidence(index.claims, sent > 0 ? own.filter(({ start }) => start >= sent) : own),
      ),
      passage: new Evidence(index.claims, hits),
      before: new Evidence(index.claims, previous && previous.id === id - 1 ? hitsOfLast(previous) : []),
    };
    const findings = { ...offered, carried: carriedBySentence(index.claims, offered, headline) };
    const wanted = allFigures ? null : figureClaims(index.claims, findings, context);
    const read = readFigures(text, sentences, page.date, wanted);
    const lent = list && read.every(({ period }) => period === null) ? list : null;
    const figures = lent ? read.map(figure => ({ ...figure, period: lent })) : read;
    list = text.endsWith(':') ? periodOfList(text, sentences, page.date) : list;
    const matches = findMatches(
      index.claims,
      { ...findings, figures },
      context,
      kinds,
      explain ? nearMisses : undefined,
    );
    return { id, entities: mentions, figures, matches, nearMisses };
  });
}

/** What the last sentence of a passage offers to the first of the next. */
function hitsOfLast({ hits, sentences }: { hits: readonly TermHit[]; sentences: readonly Span[] }): readonly TermHit[] {
  const last = sentences.at(-1);
  return last ? hits.filter(({ start }) => start >= last.start) : [];
}

/** Entity terms that the page as a whole carries: those of its beginning that are no passing mention, and those that it names again and again. */
function pageEvidence(
  index: CompiledPack,
  headline: readonly TermHit[],
  lead: readonly TermHit[],
  passages: readonly TermHit[][],
): Evidence {
  const ofEntities = (hits: readonly TermHit[]) =>
    hits.filter(({ term }) => (index.claims.entityOfTerm[term] as number) >= 0);
  const times = gather(passages.flatMap(ofEntities));
  const [named, opening] = [gather(headline), gather(lead)];
  const timesOf = (term: number) =>
    Math.max(times.get(term)?.length ?? 0, opening.get(term)?.length ?? 0) + (named.get(term)?.length ?? 0);
  const often = [...times.values()].filter(hits => hits.length >= PAGE_ENTITY_MENTIONS);
  return new Evidence(index.claims, [...ofEntities(lead).filter(({ term }) => timesOf(term) > 1), ...often.flat()]);
}

/** A state of affairs "as of February 2025" is judged by that month, everything else by the page's day. */
function dateOf(claim: Claim, period: Period | null, page: PageFacts, today: string): Comparison['date'] {
  const day = page.date ?? today;
  if (claim.kind === 'status' && period?.to && isAfter(day, period.to)) return { day: period.to, from: 'sentence' };
  return { day, from: page.date === null ? 'today' : 'page' };
}

/**
 * Compares one match with its claim.
 * @param sources by id; a version whose source is missing is left out, because nothing is shown without its source
 * @param today ISO date to judge by where the page has none
 */
export function compareMatch(
  match: Match,
  reading: PassageReading,
  text: string,
  claim: Claim,
  sources: ReadonlyMap<string, Source>,
  page: PageFacts,
  today: string,
): Comparison {
  const figure = match.figure === null ? null : (reading.figures[match.figure] ?? null);
  const sentence = text.slice(match.start, match.end);
  const spoken = periodOf(match, figure, text, page.date);
  // "Has ruled since August 2021" dates the event to its beginning.
  const period = claim.kind === 'event' && spoken?.to === null ? { from: spoken.from, to: spoken.from } : spoken;
  const date = dateOf(claim, period, page, today);
  const clause = figure && clauseOf(findClauses(text, match), figure);
  const words = clause ? text.slice(clause.start, clause.end) : sentence;
  const stated = { words, figure, status: match.status, period, date: date.day, dateKnown: date.from !== 'today' };
  const related = claim.versions.map(version => ({ version, relation: relate(claim, version, stated) }));
  const judgement = judge(claim, related, date.day);
  const { versions: _versions, cues: _cues, ...shown } = claim;
  return {
    claim: shown,
    statement: {
      text: sentence,
      mark: { start: match.mark.start - match.start, end: match.mark.end - match.start },
    },
    figure,
    status: match.status,
    period,
    date,
    versions: related.flatMap(({ version, relation }) => {
      const source = sources.get(version.source);
      if (!source) return [];
      return [{ version, source, relation, inForce: version.id === judgement.inForce, range: rangeOfVersion(version) }];
    }),
    verdict: judgement.verdict,
    dated: judgement.dated,
    score: match.score,
    why: {
      ...match.why,
      words: match.why.words.map(word => ({ start: word.start - match.start, end: word.end - match.start })),
    },
  };
}

/** The verdict over all versions: one of five words, never true or false. */
import type { Claim, Version } from '../types.ts';
import { daysOf, isAfter } from './dates.ts';
import type { Relation } from './relations.ts';

export type Verdict = 'agrees' | 'agrees-with-some' | 'differs' | 'dated' | 'context';

/** Why a statement is dated: it was right when the page was written, or the page repeats what was no longer so. */
export type DatedReason = 'since-revised' | 'already-old';

export interface Judgement {
  verdict: Verdict;
  dated: DatedReason | null;
  /** The version in force on the page's day: the latest one that spoke by then; null when all are later. */
  inForce: string | null;
}

export interface Related {
  version: Version;
  relation: Relation;
}

/** Whose word a version gives: echoes of one report are one voice. */
export const voiceOf = (version: Version): string => version.attributedTo ?? version.source;

/** Whether a relation says something about agreement: other periods and scopes do not. */
export const isComparable = ({ kind }: Relation): boolean =>
  kind === 'agrees' || kind === 'higher' || kind === 'lower' || kind === 'other-value';

const firstDay = (version: Version) => daysOf(version.asOf)?.first ?? 0;

/**
 * Judges a statement by its relations to all versions of a claim.
 * @param date the page's day, ISO: versions that speak for a later one were not known then
 */
export function judge(claim: Claim, related: readonly Related[], date: string): Judgement {
  const comparable = related
    .filter(({ relation }) => isComparable(relation))
    .sort((a, b) => firstDay(a.version) - firstDay(b.version));
  const known = comparable.filter(({ version }) => !isAfter(version.asOf, date));
  const current = known.at(-1) ?? null;
  const inForce = current?.version.id ?? null;
  const verdict = (word: Verdict, dated: DatedReason | null = null): Judgement => ({ verdict: word, dated, inForce });

  if (comparable.length === 0) return verdict('context');
  const agreeing = comparable.filter(({ relation }) => relation.kind === 'agrees');
  if (agreeing.length === 0) return verdict('differs');
  if (agreeing.length === comparable.length) return verdict('agrees');
  if (claim.varies !== 'change') {
    // Of things that were counted apart, what came only after the page is no voice against it.
    const held = comparable.filter(
      ({ version, relation }) => claim.varies !== 'scope' || relation.kind === 'agrees' || !isAfter(version.asOf, date),
    );
    const voices = new Set(held.map(({ version }) => voiceOf(version)));
    const agreeingVoices = new Set(agreeing.map(({ version }) => voiceOf(version)));
    return verdict(agreeingVoices.size === voices.size ? 'agrees' : 'agrees-with-some');
  }

  // The matter changed over time: what counts is which version spoke on the page's day.
  const latest = comparable.at(-1) as Related;
  if (latest.relation.kind === 'agrees') return verdict('agrees');
  if (!current || current.relation.kind === 'agrees') return verdict('dated', 'since-revised');
  return verdict('dated', 'already-old');
}

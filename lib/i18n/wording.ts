/** Says comparisons in plain words: for the popover, the command line and screen readers alike. */
import { isComparable, type Verdict, voiceOf } from '../reading/comparing/verdict.ts';
import { measureOfVersion } from '../reading/measures.ts';
import type { ComparedVersion, Comparison } from '../reading/reading.ts';
import type { Claim, Measure, Version } from '../reading/types.ts';
import { dateInWords, intervalInWords, percentInWords, periodInWords, valueInWords } from './formats.ts';
import { type MessageKey, t } from './translate.ts';

/** From this percentage on a multiple is easier to grasp. A judgement, as is leaving out its decimals from ten on. */
const TRIPLED = 300;
const TENFOLD = 900;

/** The measure that a version's own value is given in. */
export function measureOf(comparison: Comparison, { version }: ComparedVersion): Measure {
  return measureOfVersion(comparison.claim.measure ?? { kind: 'count', unit: null }, version);
}

/** How far the page is from a version: "4.5% higher (+$170 million)". Null where there are no amounts. */
function distance(comparison: Comparison, compared: ComparedVersion): string | null {
  const { difference, amount } = compared.relation;
  if (amount === null) return null;
  const own = measureOf(comparison, compared);
  const measure = own.kind === comparison.claim.measure?.kind ? own : comparison.claim.measure;
  const by = valueInWords(Math.abs(amount), measure ?? own);
  const higher = amount > 0;
  // Of nothing there is no percentage.
  if (difference === null) return t(higher ? 'distance.higherBy' : 'distance.lowerBy', { by });
  const size = Math.abs(difference);
  if (size >= TRIPLED) {
    const times = valueInWords(Number((1 + size / 100).toFixed(size >= TENFOLD ? 0 : 1)), {
      kind: 'count',
      unit: null,
    });
    return t('distance.times', { times, by });
  }
  const percent = percentInWords(size, size < 10 ? 1 : 0);
  return t(higher ? 'distance.higher' : 'distance.lower', { percent, by });
}

/** How the page's statement stands to one version, in a few words. */
export function relationInWords(comparison: Comparison, compared: ComparedVersion): string {
  const { relation, version } = compared;
  const period = periodInWords(version.period);
  switch (relation.kind) {
    case 'agrees':
      if (comparison.claim.kind !== 'figure') return t('relation.same');
      return Math.abs(relation.difference ?? 0) < 0.05 ? t('relation.sameFigure') : t('relation.fits');
    case 'higher':
    case 'lower':
      return t('relation.apart', { distance: distance(comparison, compared) ?? '' });
    case 'other-value':
      return comparison.claim.kind === 'event' && period
        ? t('relation.otherDate', { period })
        : t('relation.otherwise');
    case 'other-period':
      return period ? t('relation.otherPeriodOf', { period }) : t('relation.otherPeriod');
    case 'other-scope':
      return version.scope ? t('relation.otherScopeOf', { scope: version.scope.label }) : t('relation.otherScope');
    case 'not-comparable':
      return t('relation.notCompared');
  }
}

const LABELS: Record<Verdict, MessageKey> = {
  agrees: 'verdict.agrees',
  'agrees-with-some': 'verdict.agreesWithSome',
  differs: 'verdict.differs',
  dated: 'verdict.dated',
  context: 'verdict.context',
};

/** The name of a verdict, as a short label. */
export function verdictLabel({ verdict }: Pick<Comparison, 'verdict'>): string {
  return t(LABELS[verdict]);
}

/** The verdict in one plain sentence. It speaks of agreement and distance, never of true or false. */
export function verdictInWords(comparison: Comparison): string {
  const comparable = comparison.versions.filter(({ relation }) => isComparable(relation));
  const voices = (list: readonly ComparedVersion[]) => new Set(list.map(({ version }) => voiceOf(version))).size;
  const agreeing = voices(comparable.filter(({ relation }) => relation.kind === 'agrees'));
  const count = voices(comparable);
  const day = dateInWords(comparison.date.day);
  switch (comparison.verdict) {
    case 'agrees':
      if (agreeing < count) return t('judged.agreesLatest');
      return count === 1 ? t('judged.agreesOne') : t('judged.agreesAll', { count });
    case 'agrees-with-some':
      return t('judged.agreesSome', { agreeing, count });
    case 'differs': {
      const nearest = nearestInWords(comparison, comparable);
      if (!nearest) return count === 1 ? t('judged.differsOne') : t('judged.differsAll', { count });
      if (count > 1) return t('judged.differsAllBy', { count, distance: nearest });
      return t(comparable.length > 1 ? 'judged.differsOneNearest' : 'judged.differsOneBy', { distance: nearest });
    }
    case 'dated':
      return t(comparison.dated === 'since-revised' ? 'judged.revised' : 'judged.older', { day });
    case 'context':
      return t('judged.context');
  }
}

/** How far the nearest version is away: "4.5% higher (+$170 million)"; null where there are no figures. */
function nearestInWords(comparison: Comparison, comparable: readonly ComparedVersion[]): string | null {
  const apart = ({ relation }: ComparedVersion) => Math.abs(relation.difference ?? Number.POSITIVE_INFINITY);
  const [nearest] = [...comparable].sort((a, b) => apart(a) - apart(b));
  return nearest && nearest.relation.difference !== null ? distance(comparison, nearest) : null;
}

/** What the page says, short: its figure as printed, or the state of affairs that it asserts. */
export function statedInWords(comparison: Comparison): string {
  const { text, mark } = comparison.statement;
  return text.slice(mark.start, mark.end);
}

/** What a version says, short: its own figure words, or the label of its status. */
export const versionInWords = ({ claim }: Comparison, { version }: ComparedVersion): string =>
  saidInWords(claim, version);

/** The same, for a version that stands beside no statement. Empty where its text alone says it. */
export function saidInWords(
  { kind, measure, values }: Pick<Claim, 'kind' | 'measure' | 'values'>,
  version: Version,
): string {
  if (kind === 'status') return values?.find(candidate => candidate.id === version.status)?.label ?? '';
  if (version.value && kind === 'figure')
    return intervalInWords(version.value, measureOfVersion(measure ?? { kind: 'count', unit: null }, version));
  return version.surface ?? '';
}

/** Puts one sourced version beside the page's statement. */
import { findFigures } from '../figures/find-figures.ts';
import { pointOf } from '../matching/fit-figure.ts';
import { measureFactor, measureOfVersion, wholeOf } from '../measures.ts';
import { stem, tokenize } from '../text.ts';
import type { Claim, Figure, Period, Version } from '../types.ts';
import { daysApart, isAfter, samePeriod, sharesDays } from './dates.ts';
import { overlap, rangeOf } from './intervals.ts';

export type RelationKind =
  | 'agrees'
  | 'higher'
  | 'lower'
  | 'other-value'
  | 'other-period'
  | 'other-scope'
  | 'not-comparable';

/**
 * How the page's statement stands to one version: "higher" means that the page's figure is higher than the version's,
 * "other-value" that it asserts another state of affairs.
 */
export interface Relation {
  kind: RelationKind;
  /** Signed share by which the page's figure differs from the version's, in per cent of the version's; null without figures. */
  difference: number | null;
  /** The same as a signed amount, in the version's unit; in the claim's where one of the two is a share of a whole. */
  amount: number | null;
}

/** What the page says, ready to be compared. */
export interface Stated {
  /** The words around the figure, for scope: its clause, or the whole sentence. */
  words: string;
  figure: Figure | null;
  status: string | null;
  /** The period of the figure, or else the one that the sentence names; of an event the time when it began. */
  period: Period | null;
  /** The day that the page speaks for, ISO, and whether the page itself tells it. */
  date: string;
  dateKnown: boolean;
}

const relation = (kind: RelationKind, difference: number | null = null, amount: number | null = null): Relation => ({
  kind,
  difference,
  amount,
});

/**
 * What a version's value allows. The pack gives its printed point; the rounding is that of its digits as printed ("40
 * million" allows 39.5 to 40.5), read from the surface by the same grammar as the page's figures. In the version's own unit;
 * null where it gives no value. An open end is closed by `rangeOf`.
 */
export function rangeOfVersion({ surface, value }: Version): { low: number; high: number } | null {
  if (!value) return null;
  if (value.low === null || value.low !== value.high) return rangeOf(value);
  return (surface && printedRange(surface, value.low)) || rangeOf(value);
}

/** What has been read of surfaces; a page asks for the same few versions again and again. */
const printed = new Map<string, { low: number; high: number } | null>();
/** Bounded, so that a long-lived worker does not keep all that it ever met. */
const MOST_KEPT = 2000;

/** What the figure of this value allows by its digits as a source printed them; null where the surface has none such. */
function printedRange(surface: string, value: number): { low: number; high: number } | null {
  const key = `${value} ${surface}`;
  const known = printed.get(key);
  if (known !== undefined) return known;
  const digits = findFigures(surface).find(figure => figure.value === value);
  // Read once more without the words around: "about" widens what a page says, not what a source is held to.
  const bare = digits && (digits.text === surface ? digits : findFigures(digits.text)[0]);
  const range = bare?.value === value && bare.qualifier === 'exact' ? rangeOf(bare) : null;
  if (printed.size >= MOST_KEPT) printed.clear();
  printed.set(key, range);
  return range;
}

/** Whether the version counts something that the statement, by its words, does not speak of. */
function otherScope(claim: Claim, version: Version, stated: Stated): boolean {
  if (!version.scope) return false;
  const stems = new Set(tokenize(stated.words).map(token => stem(token.form)));
  const says = (cues: readonly string[]) => cues.some(cue => tokenize(cue).every(token => stems.has(stem(token.form))));
  if (says(version.scope.cues)) return false;
  // A statement that fits no version's scope in words is compared with all of them.
  return claim.versions.some(other => other.scope && says(other.scope.cues));
}

/**
 * Whether the statement is about a time that was over when the version spoke, in a matter that changes: the version, which
 * names no period of its own, is then about a later one.
 */
function speaksForLater(claim: Claim, version: Version, { period }: Stated): boolean {
  return claim.varies === 'change' && !version.period && period?.to != null && isAfter(version.asOf, period.to);
}

/** A running total of half a year ago is no longer today's (a judgement). */
const OUTRUN_DAYS = 180;

/**
 * Whether a statement that names no period speaks of a later time than the version: the version's period was over when
 * the page was written, and by then another version spoke for a later one.
 */
function isOutrun(claim: Claim, version: Version, { period, date, dateKnown }: Stated): boolean {
  const end = version.period?.to;
  if (period || !dateKnown || !end || !isAfter(date, end)) return false;
  const own = { from: version.asOf, to: version.asOf };
  return claim.versions.some(
    ({ asOf }) =>
      isAfter(asOf, version.asOf) &&
      !isAfter(asOf, date) &&
      (daysApart(own, { from: asOf, to: asOf }) ?? 0) > OUTRUN_DAYS,
  );
}

// A page that names no day for an event tells the news of its own day: of the last two weeks (a judgement).
const NEWS_DAYS = 14;

/** Half a year before the event is the past of somebody or something in the news of it (a judgement). */
const BACKGROUND_DAYS = 180;

/** Whether the page tells the event as the news of its own day. */
function isNews({ period }: Version, { date, dateKnown }: Stated): boolean {
  if (!period || !dateKnown || isAfter(period.from ?? date, date)) return false;
  const apart = daysApart({ from: date, to: date }, period);
  return apart !== null && apart <= NEWS_DAYS;
}

// Days named in the news of them reach back about a month ("on 3 July"; a judgement).
const RECENT_DAYS = 31;

/** Whether a period is one recent day of the page, which tells when something was said or done of late. */
function isRecentDay({ from, to }: Period, { date, dateKnown }: Stated): boolean {
  if (!dateKnown || from === null || from !== to || from.length < 'YYYY-MM-DD'.length) return false;
  const apart = daysApart({ from, to }, { from: date, to: date });
  return apart !== null && apart <= RECENT_DAYS;
}

/** "Marked the third anniversary of the takeover in August": names the day of the feast, not of the event. */
const COMMEMORATED = /anniversar|commemorat|years? (?:after|since)/i;

/** Whether the page dates an event as the version does. */
function relateEvent(version: Version, stated: Stated): RelationKind {
  const { period, asOf } = version;
  if (!period) return 'not-comparable';
  const news = isNews(version, stated);
  if (!stated.period) return news ? 'agrees' : 'not-comparable';
  const said = stated.period;
  const own = period.to === null ? { from: period.from, to: asOf } : period;
  const apart = daysApart(said, own);
  if (apart === null) return 'not-comparable';
  // Today's news names earlier times for other things: "the first visit since 2017", "who had come in 2021".
  const background = isAfter(own.from ?? asOf, said.to ?? asOf) && apart > BACKGROUND_DAYS;
  if (news && background) return 'agrees';
  // "… told Congress on Tuesday of the aid since the fall of Kabul" dates the telling.
  const later = isAfter(said.from ?? asOf, own.to ?? asOf) && apart > BACKGROUND_DAYS;
  if (later && (isRecentDay(said, stated) || COMMEMORATED.test(stated.words))) return 'not-comparable';
  // Two long stretches must be the same one, not only touch: 1994 to 1999 is not 1996 to 2001.
  const long = [said, own].every(({ from, to }) => from !== to && from !== null && to !== null);
  const same = apart === 0 && (!long || samePeriod(said, own, { a: stated.date, b: stated.date }));
  return same ? 'agrees' : 'other-value';
}

/** Compares what the page states with one version of the claim. */
export function relate(claim: Claim, version: Version, stated: Stated): Relation {
  if (claim.kind === 'status') {
    if (!version.status || !stated.status) return relation('not-comparable');
    return relation(version.status === stated.status ? 'agrees' : 'other-value');
  }
  if (claim.kind === 'event') return relation(relateEvent(version, stated));
  const { figure } = stated;
  if (claim.kind !== 'figure' || !figure || !version.value || !claim.measure) return relation('not-comparable');
  const theirMeasure = measureOfVersion(claim.measure, version);
  // Shares and counts meet in the claim's own measure, all else in that of the version.
  const measure = theirMeasure.kind === claim.measure.kind ? theirMeasure : claim.measure;
  const whole = version.value.of ?? wholeOf(claim);
  const scale = measureFactor(figure, measure, whole);
  const theirScale = measureFactor(theirMeasure, measure, whole);
  const theirs = rangeOfVersion(version);
  const ours = rangeOf(figure);
  if (scale === null || theirScale === null || !theirs || !ours) return relation('not-comparable');
  if (
    figure.kind === 'count' &&
    theirMeasure.kind === 'count' &&
    version.value.unit &&
    figure.unit !== version.value.unit
  )
    return relation('other-scope');
  if (otherScope(claim, version, stated)) return relation('other-scope');

  const scaled = { low: ours.low * scale, high: ours.high * scale };
  const sourcedRange = { low: theirs.low * theirScale, high: theirs.high * theirScale };
  const point = (pointOf(figure) as number) * scale;
  const sourced = (pointOf(version.value) as number) * theirScale;
  const amount = point - sourced;
  const difference = sourced === 0 ? null : (amount / sourced) * 100;
  const todays = { a: stated.date, b: version.asOf };
  // A time named beside a duration is one of those that it spans: "the second refusal in nine months, after January's".
  const spans = measure.kind === 'duration' && sharesDays(stated.period, version.period, todays);
  if (
    !(spans || samePeriod(stated.period, version.period, todays)) ||
    speaksForLater(claim, version, stated) ||
    isOutrun(claim, version, stated)
  )
    return relation('other-period', difference, amount);
  if (overlap(scaled, sourcedRange)) return relation('agrees', difference, amount);
  // By their middles: two open bounds may touch without a value in common ("over a week" and "at most a week").
  return relation(
    scaled.low + scaled.high > sourcedRange.low + sourcedRange.high ? 'higher' : 'lower',
    difference,
    amount,
  );
}

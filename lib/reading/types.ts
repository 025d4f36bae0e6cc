/** The words of the design as types: what a pack holds, and what reading a page gives. */

/** A place in a text, in UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export type FigureKind = 'money' | 'count' | 'share' | 'duration';

/**
 * How the words bound the value: "about", "nearly" (below, but close), "over" and "under" (strict), "atLeast" and
 * "atMost" (the value itself is allowed).
 */
export type Qualifier = 'exact' | 'about' | 'nearly' | 'over' | 'under' | 'atLeast' | 'atMost';

/** Bounds of a value; null means open on that side. At least one of the two is a number. */
export interface Interval {
  low: number | null;
  high: number | null;
  qualifier: Qualifier;
}

/** ISO dates at the precision known ("2025", "2025-02", "2025-02-05"), both ends included; null is an open end. */
export interface Period {
  from: string | null;
  to: string | null;
}

/** A period as the text names it, and where. */
export interface PeriodMention extends Span, Period {}

/** A quantity in a text. */
export interface Figure extends Span {
  text: string;
  kind: FigureKind;
  /**
   * money: ISO 4217 code, or null where a sign could be several currencies and the text does not tell;
   * count: what is counted, as one plain plural noun ("people", "countries", "attacks"), null where none is near;
   * share: "%" (a fraction of a whole is given in per cent) or "pp" (percentage points);
   * duration: "year", "month", "week", "day", "hour", "minute", "second".
   */
  unit: string | null;
  /** The counted noun as the text has it ("Afghans", "fatalities"); null for other kinds and where none is near. */
  noun: string | null;
  /** The printed value; null for ranges and vague plurals ("millions"). */
  value: number | null;
  /** Bounds that the words allow, rounding of the printed digits included ("23 million": 22.5 to 23.5 million). */
  low: number | null;
  high: number | null;
  qualifier: Qualifier;
  /** What the value is counted by ("day", "year", "person"), or null. */
  per: string | null;
  /** The period that the text gives for this figure, or null. */
  period: Period | null;
}

// ---- the pack ----------------------------------------------------------------------------------------------------

export interface PackInfo {
  id: string;
  title: string;
  /** Counts up by one with every change of the pack's content: a higher one replaces the stored pack. */
  version: number;
  licence: string;
  /**
   * Entities that make a page worth reading: without one of their names a page is left alone. Absent: all entities. The
   * first one is the pack's subject: a context cue that asks for it is met by any of them.
   */
  triggers?: string[];
  /** Words that say the same matter, by a name of ours: a cue "#name" stands for each of them. */
  lexicon?: Record<string, string[]>;
}

export interface Source {
  id: string;
  title: string;
  authors: string[];
  publisher: string | null;
  published: string;
  url: string | null;
  note?: string;
}

export type EntityKind = 'person' | 'group' | 'state' | 'place' | 'organisation' | 'agreement' | 'event';

export interface Entity {
  id: string;
  kind: EntityKind;
  /** The name to show. */
  name: string;
  /** All other spellings, transliterations and abbreviations. */
  names: string[];
  /** Abbreviations that mean something else elsewhere ("ICC"): they count once a full name has stood on the page. */
  shortNames?: string[];
  /** Adjectives and demonyms ("Afghan", "Afghans"): they point to the entity, but are no name of it. */
  adjectives?: string[];
  /** The entity that this one stands for in news language: a capital for its state, a spokesman for his movement. */
  standsFor?: string;
  /** What or who this is, in a few words of ours. */
  role: string;
  /** What tells it from a namesake, where there is one. */
  note?: string;
}

/**
 * Words that a statement must have to be about a claim. A term is a word or phrase, compared by word stems without
 * regard to case ("deport" also finds "deportations"), with "…" for what stands between its parts ("sent … home"),
 * "@entity-id", any mention of that entity, or "#name", any of the terms that the pack's lexicon has under that name.
 */
export interface Cues {
  /** Every group must have one of its terms in the statement itself. */
  need: string[][];
  /** Other ways to say the same matter, each in the form of `need`: one of them is enough. */
  ways?: string[][][];
  /** Claims without a figure: the needed words stand within so many characters ("foreign minister Daud Wardoni"). */
  within?: number;
  /** Every group must have one of its terms in the statement, or carried by its paragraph, the headline or the page. */
  context?: string[][];
  /** Whether statements that only plan, ask for or expect it count too. Absent: whether the versions speak so themselves. */
  possible?: boolean;
  /** Any of these in the statement rules the claim out. */
  not?: string[];
  /** Counts only: the figure must count one of these nouns. */
  counted?: string[];
  /** Figures only: the value must lie in this range; absent, a wide range around the versions' values. */
  plausible?: [number, number];
}

export interface StatusValue {
  id: string;
  /** The state of affairs in a few words, to be shown ("no state recognises it"). */
  label: string;
  /** Words of a statement that assert this value, in the form of `Cues.need`. */
  need: string[][];
  not?: string[];
}

/** What several versions of one claim have between them, where they are not the same. */
export type Variation = 'conflict' | 'change' | 'scope';

/** A figure's value. `unit` is given only where it differs from the claim's measure. */
export interface FigureValue extends Interval {
  unit?: string;
  /** What a share is of, in the counted unit, where the source tells ("over half" of 40 million). */
  of?: number;
}

export interface Version {
  id: string;
  source: string;
  paragraph: number;
  alsoIn?: number[];
  surface?: string;
  /** Figure claims: the value. */
  value?: FigureValue;
  /** Status claims: the id of one of the claim's values. */
  status?: string;
  /** Position claims: who holds it, an entity id or a name. */
  holder?: string;
  /** What exactly is counted or meant, where the claim's versions differ in that ("Iran and Pakistan together"). */
  scope?: { label: string; cues: string[] };
  /** The time that the value or event is about. */
  period: Period | null;
  asOf: string;
  /** Whose word the source gives, as "Name (Year)" or a plain description; null where it speaks for itself. */
  attributedTo: string | null;
  text: string;
  note?: string;
}

export interface Measure {
  kind: FigureKind;
  unit: string | null;
}

export type ClaimKind = 'figure' | 'status' | 'event' | 'position';

export interface Claim {
  id: string;
  kind: ClaimKind;
  question: string;
  about: string[];
  measure?: Measure;
  values?: StatusValue[];
  /** Absent: the words of the question and of the versions are taken for them. */
  cues?: Cues;
  varies?: Variation;
  note?: string;
  /** The part of its pack that it belongs to; of the bundled pack the name of its file in data/claims. */
  theme?: string;
  versions: Version[];
}

export interface Pack {
  pack: PackInfo;
  sources: Source[];
  entities: Entity[];
  claims: Claim[];
}

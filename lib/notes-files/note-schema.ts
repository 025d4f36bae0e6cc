/** What a note must be, part by part. */
import * as v from 'valibot';
import type { Ties } from '../notes.ts';
import type { FigureKind, Qualifier } from '../reading/types.ts';
import { ADDRESS, DAY, LINE, LONG_TEXT, NAME, NAMES, TIME, WHOLE } from './check.ts';
import type { NoteFault } from './faults.ts';

const fault = (name: NoteFault) => name;

const KINDS = ['money', 'count', 'share', 'duration'] as const satisfies FigureKind[];
const QUALIFIERS = ['exact', 'about', 'nearly', 'over', 'under', 'atLeast', 'atMost'] as const satisfies Qualifier[];

const BOUND = v.nullable(v.pipe(v.number(fault('number')), v.finite(fault('number'))));

/** Random UUIDs are what we make; older rows may have other ids, which must stay as they are. */
export const NOTE_ID = v.pipe(v.string(fault('text')), v.regex(/^[^\s\p{Cc}]{1,200}$/u, fault('id')));

export const PAGE = v.object({ address: ADDRESS, title: LINE, published: v.nullable(DAY) }, fault('object'));

export const PASSAGE = v.pipe(
  v.object({ exact: LONG_TEXT, prefix: LINE, suffix: LINE, start: WHOLE, end: WHOLE }, fault('object')),
  v.check(({ start, end }) => start <= end, fault('bounds')),
);

export const FIGURE = v.object(
  {
    text: LINE,
    kind: v.picklist(KINDS, fault('choice')),
    unit: v.nullable(NAME),
    period: v.nullable(v.object({ from: v.nullable(DAY), to: v.nullable(DAY) }, fault('object'))),
    low: BOUND,
    high: BOUND,
    qualifier: v.picklist(QUALIFIERS, fault('choice')),
  },
  fault('object'),
);

export const NOTE = v.object(
  {
    id: NOTE_ID,
    text: LONG_TEXT,
    tags: NAMES,
    ties: v.object(
      {
        claims: NAMES,
        entities: NAMES,
        sources: NAMES,
        page: v.nullable(PAGE),
        passage: v.nullable(PASSAGE),
        figure: v.nullable(FIGURE),
      },
      fault('object'),
    ),
    made: TIME,
    changed: TIME,
    revision: WHOLE,
    deleted: v.nullable(TIME),
  },
  fault('object'),
);

/** Whether a value is what a note may be tied to: for what comes from a script that runs beside strangers' code. */
export const isTies = (value: unknown): value is Ties => v.is(NOTE.entries.ties, value);

/** Passages as W3C Web Annotation selectors, which Hypothesis uses too (Web Annotation Data Model, 4.2.4 and 4.2.5). */
import * as v from 'valibot';
import { pageAddress } from '../hidden.ts';
import type { PassageTie } from '../notes.ts';
import { LINE, LONG_TEXT, WHOLE } from './check.ts';
import type { NoteFault } from './faults.ts';

const fault = (name: NoteFault) => name;

/** How much of the page stands beside a passage, as `PassageTie` has it. */
const CONTEXT = 64;

const QUOTE = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: LONG_TEXT,
  prefix: v.optional(LINE, ''),
  suffix: v.optional(LINE, ''),
});

const POSITION = v.pipe(
  v.object({ type: v.literal('TextPositionSelector'), start: WHOLE, end: WHOLE }),
  v.check(({ start, end }) => start <= end, fault('bounds')),
);

/** The selectors that we understand must be right; all others are passed over. */
const SELECTOR = v.lazy(selector => {
  const type = (selector as { type?: unknown } | null | undefined)?.type;
  if (type === 'TextQuoteSelector') return QUOTE;
  if (type === 'TextPositionSelector') return POSITION;
  return v.object({}, fault('object'));
});

/** One selector or several for the same passage, as the passage; null where none of them quotes it. */
export const SELECTORS = v.pipe(
  v.unknown(),
  v.transform(value => (Array.isArray(value) ? value : [value])),
  v.array(SELECTOR),
  v.transform(selectors => {
    const quote = selectors.find(one => 'exact' in one);
    if (!quote) return null;
    const position = selectors.find(one => 'start' in one);
    return passageOf(quote, position);
  }),
);

/** A passage of others: their context may be longer than ours, and without a position it is looked for from the beginning. */
export function passageOf(
  { exact, prefix = '', suffix = '' }: { exact: string; prefix?: string; suffix?: string },
  position?: { start: number; end: number },
): PassageTie {
  const { start, end } = position ?? { start: 0, end: exact.length };
  // Not half of a character that takes two units.
  const before = prefix.slice(-CONTEXT).replace(/^[\udc00-\udfff]/, '');
  const behind = suffix.slice(0, CONTEXT).replace(/[\ud800-\udbff]$/, '');
  return { exact, prefix: before, suffix: behind, start, end };
}

/** A passage as selectors. */
export const selectorsOf = ({ exact, prefix, suffix, start, end }: PassageTie) => [
  { type: 'TextQuoteSelector', exact, prefix, suffix },
  { type: 'TextPositionSelector', start, end },
];

/** An address of others in the form by which we know pages; what is no web address stays as it is. */
export const addressOf = (address: string): string =>
  /^https?:/i.test(address) && URL.canParse(address) ? pageAddress(address) : address;

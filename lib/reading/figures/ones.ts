/** Tells the "one" and "zero" that count from those that do not ("no one", "one of them said", "one day"). */

import { inFigures } from '../patterns.ts';
import type { Counted } from './counted.ts';
import { before } from './normalise.ts';
import { isMeasure } from './nouns.ts';
import type { Quantity } from './with-unit.ts';

/** "one" is a figure only where it plainly counts. */
const ONLY_BEFORE =
  /\b(?:at least|(?<!the )only|just|exactly|than|nearly|about|killing|wounding|injuring|killed|wounded|injured) $/;
const ONE_BEHIND = /^(?:-| (?:of|another|can|could|must|should|hand|such|that|who|which)\b)/;
/** "One man said" is a voice, not a count. */
const SPEAKS = /^ (?:said|says|told|who|recalled|added|asked|described|called|put|wrote)\b/;
const ONE_DAY_GAME = /^ (?:international|match|game|side|squad|team|cricket|series)/;
const ONE_DAY_BEFORE =
  /\b(?:for|in|within|than|only|just|after|least|about|nearly|over|to|of|last(?:s|ed|ing)?|a|the) $/;
/** A noun farther behind is not that of the one. */
const NEAR = 32;

/** Is the quantity a "one" or "zero" that is no figure? `counted` is what it counts. */
export function isNoOne(lower: string, quantity: Quantity, counted: Counted): boolean {
  const { start, end, form, factor, decimal, kind } = quantity;
  if (form !== 'words' || factor > 1 || decimal?.exponent !== 0 || decimal.digits > 1n) return false;
  if (decimal.digits === 0n) return lower[end] === '-' || (kind === null ? counted.noun === null : kind === 'duration');
  if (!lower.startsWith('one', start)) return false;
  const left = before(lower, start, 24);
  if (left.endsWith(' not ')) return true;
  // "the second one-day international"
  if (lower.startsWith('-day', end - 4)) return ONE_DAY_GAME.test(lower.slice(end, end + 16));
  if (lower.slice(end - 4, end) === ' day') return !ONE_DAY_BEFORE.test(left);
  if (ONLY_BEFORE.test(left)) return false;
  if (kind !== null) return false;
  const near = counted.noun !== null && counted.end <= end + NEAR;
  if (near && isMeasure(counted.noun ?? '')) return false;
  if (!near || (counted.unit !== 'people' && counted.unit !== 'countries')) return true;
  return ONE_BEHIND.test(lower.slice(end, end + 9)) || SPEAKS.test(lower.slice(counted.end, counted.end + 12));
}

inFigures.add(ONLY_BEFORE);

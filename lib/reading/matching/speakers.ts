/** Tells a state or movement that acts from one that only says where a speaker comes from. */

import { onPages } from '../patterns.ts';
import type { Span } from '../types.ts';

/** Who has left an office speaks for nobody: "a former EU envoy". */
const LEFT_OFFICE = /\b(?:former|ex|retired|onetime|one-time)[ -](?:senior |top |chief )?$/i;
const OFFICE =
  /^ (?:[\p{L}-]+ ){0,2}?(?:envoy|ambassador|diplomat|negotiator|official|officer|adviser|advisor|general|colonel|spy|minister)s?(?![\p{L}])/iu;
/** Who studies or tells things is no actor in them: "a Pakistani analyst", "an Indian newspaper". */
const OBSERVER =
  /^(?:['’]s)? (?:(?:political|security|defence|defense|foreign-policy|military|independent|veteran|daily|state|public|leading) )?(?:analyst|commentator|scholar|academic|historian|researcher|political scientist|economist|columnist|newspaper|broadcaster|think[ -]tank)s?(?![\p{L}])/iu;
/** The longest words before and behind that are looked at, in characters: an office of three words (a judgement). */
const BEFORE = 24;
const BEHIND = 48;

/** Whether the name at `mention` only describes who speaks; then a sentence is not about what it names. */
export function describesSpeaker(text: string, { start, end }: Span): boolean {
  const behind = text.slice(end, end + BEHIND);
  if (OBSERVER.test(behind)) return true;
  return LEFT_OFFICE.test(text.slice(Math.max(0, start - BEFORE), start)) && OFFICE.test(behind);
}

onPages.add(LEFT_OFFICE, OBSERVER);

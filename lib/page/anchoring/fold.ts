/** Takes away how a site sets its text, which says nothing of whether two texts are the same. */
import type { Steps } from '../slices.ts';

/** One character for each group; every one of them is one UTF-16 unit long, so that offsets stay as they are. */
const GROUPS: readonly (readonly [string, RegExp])[] = [
  [' ', /[^\S ]/g],
  ["'", /[‘’‚‛′´`ʼ]/g],
  ['"', /[“”„‟″«»]/g],
  ['-', /[\u2010-\u2015\u2212]/g],
  // Arabic keyboards write these two of Dari and Pashto with other code points.
  ['ی', /[يى]/g],
  ['ک', /ك/g],
];
const ANY = new RegExp(GROUPS.map(([, { source }]) => source).join('|'));

/** So many characters are folded from one pause to the next: under a millisecond. */
const PER_STEP = 32_768;

/** The text with one kind of quotation mark, dash, space and Arabic letter: of the same length, unit by unit. */
export function fold(text: string): string {
  return ANY.test(text) ? GROUPS.reduce((folded, [sign, group]) => folded.replace(group, sign), text) : text;
}

/** The same for a page's whole text, in steps. */
export function* foldInSteps(text: string): Steps<string> {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += PER_STEP) {
    parts.push(fold(text.slice(at, at + PER_STEP)));
    yield;
  }
  return parts.join('');
}

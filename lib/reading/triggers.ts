/** The cheap test whether a page is worth reading at all. */
import { fold } from './text.ts';
import type { Entity, Pack } from './types.ts';

/** The words that make a page worth reading: names and adjectives of the pack's trigger entities (absent: of all). */
export function triggerWords({ pack, entities }: Pick<Pack, 'pack' | 'entities'>): string[] {
  const chosen = pack.triggers ? new Set(pack.triggers) : null;
  const names = (entity: Entity) => [entity.name, ...entity.names, ...(entity.adjectives ?? [])];
  const words = entities.filter(entity => !chosen || chosen.has(entity.id)).flatMap(names);
  const folded = new Set(words.map(fold).filter(word => word.length > 1));
  // A phrase that starts with another trigger ("Kabul airport") is found by the shorter one.
  return [...folded].filter(word => ![...folded].some(other => other !== word && word.startsWith(`${other} `))).sort();
}

const GAP = /[\s-]/;
const WORD_PART = /[\p{L}\p{N}]/u;

/** For each ASCII character what it is: 1 a letter or digit, 2 a gap between the words of a phrase, 0 anything else. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[a-z\d]/i.test(sign) ? 1 : GAP.test(sign) ? 2 : 0;
});

/** So many heads are told apart, less one. */
const HEADS = 0x3fff;

const isGapAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code < 128 ? ASCII[code] === 2 : GAP.test(text.charAt(at));
};

/** Whether the character that begins at a place is a letter or a digit; past the end none is. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] === 1;
  return WORD_PART.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** A number for the first three letters or digits in a row of a trigger, or of what stands at a place in a text. */
function headAt(text: string, at: number): number {
  let head = text.charCodeAt(at);
  for (let i = at + 1; i < at + 3 && isWordAt(text, i); i++) head = Math.imul(head, 31) + text.charCodeAt(i);
  return head & HEADS;
}

/** Whether the words of a phrase stand at a place of a text, with any gaps between them and perhaps an "s" behind. */
function standsAt(text: string, start: number, phrase: readonly string[]): boolean {
  let at = start;
  for (const [i, word] of phrase.entries()) {
    if (i > 0) {
      if (!isGapAt(text, at)) return false;
      while (isGapAt(text, at)) at++;
    }
    if (!text.startsWith(word, at)) return false;
    at += word.length;
  }
  return !isWordAt(text, at) || (text[at] === 's' && !isWordAt(text, at + 1));
}

/**
 * Makes the test from trigger words: true for a text that holds one of them as a whole word, plural or possessive endings
 * aside. No regex of all words: compiling one stops the page for longer than reading it (measured: 5 to 8 ms, and 60 at a
 * quarter of the speed). No words: never true.
 */
export function triggerTest(words: readonly string[]): (text: string) => boolean {
  const byHead = new Map<number, string[][]>();
  const isHead = new Uint8Array(HEADS + 1);
  for (const word of words) {
    const phrase = word.toLowerCase().split(/[ -]+/);
    // With the ending of its plural, because that of a short word counts among its first three.
    for (const head of new Set([headAt(word.toLowerCase(), 0), headAt(`${word.toLowerCase()}s`, 0)])) {
      byHead.set(head, [...(byHead.get(head) ?? []), phrase]);
      isHead[head] = 1;
    }
  }
  return given => {
    const text = given.toLowerCase();
    let isInside = false;
    for (let at = 0; at < text.length; at++) {
      if (!isInside) {
        const head = headAt(text, at);
        if (isHead[head] === 1 && byHead.get(head)?.some(phrase => standsAt(text, at, phrase))) return true;
      }
      const code = text.charCodeAt(at);
      // The second half of a pair goes with the first.
      if (code < 128) isInside = ASCII[code] === 1;
      else if ((code & 0xfc00) !== 0xdc00) isInside = isWordAt(text, at);
    }
    return false;
  };
}

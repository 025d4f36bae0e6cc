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

/**
 * Makes the test from trigger words: true for a text that holds one of them as a whole word, plural or possessive endings aside. One regex over the text;
 * an endless list would be slow, but triggers are a few hundred at most. No words: never true.
 */
export function triggerTest(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false;
  const pattern = (some: readonly string[]) =>
    some.map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/[ -]/g, '[\\s-]+')).join('|');
  const exact = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern(words)})s?(?![\\p{L}\\p{N}])`, 'iu');
  // Most pages hold none, which is seen several times faster without the rules of Unicode. Where a word can stand by
  // these, it can by ASCII's too, an underscore aside; but at other letters and signs ASCII has no borders.
  const { plain = [], other = [] } = Object.groupBy(words, word =>
    /^[a-z\d](?:[ -~]*[a-z\d])?$/i.test(word) ? 'plain' : 'other',
  );
  const parts = [
    ...(plain.length > 0 ? [`(?:\\b|_)(?:${pattern(plain)})s?(?:\\b|_)`] : []),
    ...other.map(word => pattern([word])),
  ];
  const quick = new RegExp(parts.join('|'), 'i');
  return text => quick.test(text) && exact.test(text);
}

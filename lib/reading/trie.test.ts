import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTrie, findInTrie, valuesOf } from './trie.ts';

type Entry = { tokens: string[]; value: number };
type Found = [from: number, to: number, values: number[]];

function find(entries: Entry[], tokens: string[]): Found[] {
  const trie = buildTrie(entries);
  return findInTrie(trie, tokens).map(hit => [hit.from, hit.to, [...valuesOf(trie, hit)]]);
}

/** The same by looking at every stretch of the text for every entry. */
function findNaively(entries: Entry[], tokens: string[]): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < tokens.length; from++)
    for (let to = from + 1; to <= tokens.length; to++) {
      const here = entries.filter(entry => JSON.stringify(entry.tokens) === JSON.stringify(tokens.slice(from, to)));
      if (here.length > 0) found.push([from, to, here.map(({ value }) => value)]);
    }
  return found;
}

const entry = (words: string, value: number): Entry => ({ tokens: words.split(' '), value });

describe('findInTrie', () => {
  it.each<[string, Entry[], string, Found[]]>([
    ['an entry of one token', [entry('kabul', 1)], 'in kabul now', [[1, 2, [1]]]],
    ['an entry of several tokens', [entry('durand line', 1)], 'the durand line', [[1, 3, [1]]]],
    [
      'shorter and longer entries',
      [entry('islamic', 1), entry('islamic state', 2)],
      'islamic state',
      [
        [0, 1, [1]],
        [0, 2, [2]],
      ],
    ],
    [
      'overlapping entries',
      [entry('a b', 1), entry('b c', 2)],
      'a b c',
      [
        [0, 2, [1]],
        [1, 3, [2]],
      ],
    ],
    ['all values of one sequence', [entry('georgia', 1), entry('georgia', 2)], 'georgia', [[0, 1, [1, 2]]]],
    [
      'an entry again and again',
      [entry('ha', 1)],
      'ha ha',
      [
        [0, 1, [1]],
        [1, 2, [1]],
      ],
    ],
    ['nothing for the beginning of an entry alone', [entry('durand line', 1)], 'durand', []],
    ['nothing in an empty text', [entry('kabul', 1)], '', []],
    ['nothing without entries', [], 'kabul', []],
  ])('finds %s', (_, entries, text, expected) => {
    expect(find(entries, text.split(' '))).toEqual(expected);
  });

  it('leaves empty sequences out', () => {
    expect(find([{ tokens: [], value: 1 }], ['kabul'])).toEqual([]);
  });

  it('finds what a naive search finds', () => {
    const words = fc.constantFrom('a', 'b', 'c', 'ab', '', 'ß', '10', '😀');
    const entries = fc.array(
      fc.record({ tokens: fc.array(words, { minLength: 1, maxLength: 4 }), value: fc.nat(99) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(entries, fc.array(words, { maxLength: 30 }), (list, text) => {
        expect(find(list, text)).toEqual(findNaively(list, text));
      }),
      { numRuns: 300 },
    );
  });

  it('finds each of thousands of entries and none that is not there', () => {
    const names = Array.from({ length: 4000 }, (_, i) => `name${i}`);
    const trie = buildTrie(names.map((name, value) => ({ tokens: [name], value })));
    expect(findInTrie(trie, names).map(hit => valuesOf(trie, hit)[0])).toEqual(names.map((_, value) => value));
    const others = names.map(name => `${name}x`);
    expect(findInTrie(trie, others)).toEqual([]);
  });

  it('tells words apart whose first hash is the same', () => {
    const [one, other] = ['dukaburane', 'fodulasoti'];
    expect(find([entry(one, 1)], [other])).toEqual([]);
    expect(find([entry(one, 1), entry(other, 2)], [other, one])).toEqual([
      [0, 1, [2]],
      [1, 2, [1]],
    ]);
  });

  it('works on a copy of the record as the database gives it', () => {
    const trie = structuredClone(buildTrie([entry('durand line', 7)]));
    expect(findInTrie(trie, ['durand', 'line']).map(hit => [...valuesOf(trie, hit)])).toEqual([[7]]);
  });
});

/** Gives cue terms and groups of terms the numbers by which matching knows them. */
import { stem, tokenize } from '../text.ts';
import type { ClaimIndex } from './claim-index.ts';

/** "sent home" also stands there as "sent 30,000 of them home". */
const PARTICLE = /(?<=^\S+) (?=(?:home|back|out|away|off|over|down|up)$)/;

/** Gives cue terms their numbers: one for all words of a lexicon's entry, one for each other term. */
export function createTerms() {
  const numbers = new Map<string, number>();
  const entries: { tokens: string[]; value: number }[] = [];
  const gaps: ClaimIndex['gaps'] = new Map();
  const parts: ClaimIndex['parts'] = new Set();
  const stemsOf = (term: string) => tokenize(term).map(token => stem(token.form));
  const numberOf = (key: string, terms: readonly string[]): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    for (const term of terms) {
      const [start, end] = term.replace(PARTICLE, '…').split('…');
      if (!start || !end) entries.push({ tokens: stemsOf(term), value: number });
      else {
        const [first, second] = [partOf(start), partOf(end)];
        gaps.set(first, [...(gaps.get(first) ?? []), { second, whole: number }]);
      }
    }
    return number;
  };
  const partOf = (part: string): number => {
    const number = numberOf(`… ${stemsOf(part).join(' ')}`, [part]);
    parts.add(number);
    return number;
  };
  /** @param lexicon that of the term's own pack, which `pack` tells from others */
  const termNumber = (term: string, lexicon: Record<string, string[]>, pack: number): number => {
    if (term.startsWith('@')) return numberOf(term, []);
    if (term.startsWith('#')) return numberOf(`${term} ${pack}`, lexicon[term.slice(1)] ?? []);
    return numberOf(term.includes('…') ? term : stemsOf(term).join(' '), [term]);
  };
  return { numbers, entries, gaps, parts, termNumber };
}

/** Gives groups of terms their numbers: one for all that have the same terms. */
export function createGroups() {
  const known = new Map<string, number>();
  const members: number[][] = [];
  const groupNumber = (terms: number[]): number => {
    const key = terms.join(' ');
    const number = known.get(key) ?? members.push(terms) - 1;
    known.set(key, number);
    return number;
  };
  const groupsByTerm = (terms: number): Pick<ClaimIndex, 'groupStarts' | 'groups' | 'groupCount'> => {
    const lists: number[][] = Array.from({ length: terms }, () => []);
    members.forEach((group, number) => {
      for (const term of group) lists[term]?.push(number);
    });
    const { starts, items } = flattened(lists);
    return { groupStarts: starts, groups: items, groupCount: members.length };
  };
  return { groupNumber, groupsByTerm };
}

/** Lists in one array: list `i` is `items[starts[i]]` up to the next start. */
export function flattened(lists: readonly number[][]): { starts: Uint32Array; items: Uint32Array } {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] as number) + list.length;
  });
  return { starts, items: Uint32Array.from(lists.flat()) };
}

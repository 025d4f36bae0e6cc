import { describe, expect, it } from 'vitest';
import { compileNames, findEntities } from '../entities.ts';
import { makeClaim, makeEntity, SAMPLE_PACK } from '../sample-pack.ts';
import { tokenize } from '../text.ts';
import type { Entity } from '../types.ts';
import { compileClaims } from './claim-index.ts';
import { distribute, findTerms, gather } from './evidence.ts';

/** The words at which any term of these cues stands, in order. */
function hitWords(text: string, cues: string[], entities: Entity[] = []) {
  const names = compileNames(entities);
  const claims = [makeClaim('c', { cues: { need: cues.map(cue => [cue]) } })];
  const index = compileClaims([{ ...SAMPLE_PACK, claims, entities }], names);
  const tokens = tokenize(text);
  return findTerms(names, index, tokens, findEntities(names, text, tokens)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('findTerms', () => {
  it.each([
    ['words by their stems', 'Deportations went on; they deport.', ['deport'], ['Deportations', 'deport']],
    ['phrases', 'They sent aid at once, and sending back goes on.', ['send back'], ['sending back']],
    [
      'phrases around what stands between',
      'They sent 30,000 Afghans back.',
      ['sent back'],
      ['sent 30,000 Afghans back'],
    ],
    ['terms with a gap', 'It bars girls from school; bars are closed.', ['bar … from'], ['bars girls from']],
    ['no gap over a long way', `They sent ${'one and '.repeat(8)}all back.`, ['sent back'], []],
    ['words with other diacritics', 'The Kōchi camp', ['kochi'], ['Kōchi']],
    ['nothing else', 'They reported it.', ['deport'], []],
  ])('finds %s', (_, text, cues, expected) => {
    expect(hitWords(text, cues)).toEqual(expected);
  });

  const iran = makeEntity('iran', 'Iran');
  const tehran = makeEntity('tehran', 'Tehran', { standsFor: 'iran' });
  const office = makeEntity('office', 'Liberty House', { standsFor: 'tehran' });

  it('finds an entity by what stands for it, over two steps too', () => {
    expect(hitWords('Iran, Tehran and Liberty House', ['@iran'], [iran, tehran, office])).toEqual([
      'Iran',
      'Tehran',
      'Liberty House',
    ]);
    expect(hitWords('Iran, Tehran', ['@tehran'], [iran, tehran])).toEqual(['Tehran']);
  });

  it('finds what is named inside a longer name', () => {
    const war = makeEntity('war', 'Iran Border War');
    expect(hitWords('The Iran Border War', ['@iran'], [iran, war])).toEqual(['Iran Border War']);
    expect(hitWords('The Iran Border War', ['@war'], [iran, war])).toEqual(['Iran Border War']);
  });

  it('ends where entities stand for one another in a ring', () => {
    const ring = [makeEntity('a', 'Aybak', { standsFor: 'b' }), makeEntity('b', 'Balkh', { standsFor: 'a' })];
    expect(hitWords('Aybak', ['@b'], ring)).toContain('Aybak');
  });
});

it('gather puts the places of each term together', () => {
  const hit = (term: number, start: number) => ({ term, start, end: start + 1 });
  expect([...gather([hit(1, 0), hit(2, 3), hit(1, 5)])]).toEqual([
    [1, [hit(1, 0), hit(1, 5)]],
    [2, [hit(2, 3)]],
  ]);
});

describe('distribute', () => {
  const at = (start: number, end: number) => ({ start, end });
  it('gives each span what lies inside it, in order', () => {
    const spans = [at(0, 10), at(11, 20), at(21, 30)];
    const items = [at(0, 2), at(8, 10), at(22, 30)];
    expect(distribute(items, spans)).toEqual([[at(0, 2), at(8, 10)], [], [at(22, 30)]]);
  });

  it('leaves out what lies between the spans or over an edge', () => {
    expect(distribute([at(8, 12), at(10, 11), at(12, 13)], [at(0, 10), at(11, 20)])).toEqual([[], [at(12, 13)]]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNames, findEntities } from './entities.ts';
import { makeEntity } from './sample-pack.ts';
import { tokenize } from './text.ts';

const index = compileNames([
  makeEntity('afghanistan', 'Afghanistan', { adjectives: ['Afghan', 'Afghans'] }),
  makeEntity('taliban', 'Taliban', { kind: 'group', names: ['Taleban'] }),
  makeEntity('ttp', 'Pakistani Taliban', { kind: 'group', names: ['TTP'] }),
  makeEntity('pakistan', 'Pakistan', { adjectives: ['Pakistani'] }),
  makeEntity('islamic-state', 'Islamic State', { kind: 'group', names: ['ISIS'] }),
  makeEntity('united-states', 'United States', { names: ['U.S.', 'US', 'USA', 'America'] }),
  makeEntity('turkey', 'Turkey', { names: ['Türkiye'] }),
  makeEntity('attacks', '9/11', { kind: 'event', names: ['September 11 attacks'] }),
  makeEntity('helmand', 'Helmand', { kind: 'place' }),
  makeEntity('kabul', 'Kabul', { kind: 'place', standsFor: 'afghanistan' }),
  makeEntity('kabul-airport', 'Kabul airport', { kind: 'place' }),
  makeEntity('mazar', 'Mazar-i-Sharif', { kind: 'place', names: ['Mazar-e Sharif'] }),
  makeEntity('court', 'International Criminal Court', { kind: 'organisation', shortNames: ['ICC'] }),
  makeEntity('province', 'Kunar Province', { kind: 'place' }),
  makeEntity('wardoni', 'Daud Wardoni', { kind: 'person', names: ['Mohammad Daud Wardoni', 'Wardoni Sahib'] }),
]);

function read(text: string, known = new Set<string>()) {
  return findEntities(index, text, tokenize(text), known);
}
/** "entity: words" of each mention; adjectives in brackets. */
const told = (text: string, known?: Set<string>) =>
  read(text, known).map(({ entity, start, end, way }) =>
    way === 'adjective' ? `(${entity}): ${text.slice(start, end)}` : `${entity}: ${text.slice(start, end)}`,
  );

describe('findEntities', () => {
  it.each([
    ['a name', 'They left Kabul at dawn.', ['kabul: Kabul']],
    ['another spelling', 'The Taleban said no.', ['taliban: Taleban']],
    ['a name in capitals', 'TALIBAN SAY NO', ['taliban: TALIBAN']],
    ['the longest name first', 'Kabul airport lies north of Kabul.', ['kabul-airport: Kabul airport', 'kabul: Kabul']],
    ['a longer name before its own parts', 'The Pakistani Taliban struck.', ['ttp: Pakistani Taliban']],
    [
      'a shorter one where the longer does not go on',
      'A Pakistani officer and the Taliban met.',
      ['(pakistan): Pakistani', 'taliban: Taliban'],
    ],
    ['a possessive, without its ending', 'Afghanistan’s winter', ['afghanistan: Afghanistan']],
    ['an adjective', 'Afghan farmers and other Afghans', ['(afghanistan): Afghan', '(afghanistan): Afghans']],
    [
      'people of a state, and who leads a group',
      'Afghan nationals and Taliban commanders met the Taliban cabinet.',
      ['(afghanistan): Afghan', 'taliban: Taliban', 'taliban: Taliban'],
    ],
    ['a plural of a name', 'Two Talibans fought.', ['taliban: Talibans']],
    ['diacritics and none', 'In Ḥelmand and Helmand', ['helmand: Ḥelmand', 'helmand: Helmand']],
    [
      'hyphens and spaces alike',
      'from Mazar-i-Sharif, Mazar-e-Sharif and Mazar i Sharif',
      ['mazar: Mazar-i-Sharif', 'mazar: Mazar-e-Sharif', 'mazar: Mazar i Sharif'],
    ],
    ['what a group is accused of', 'It accuses the Taliban of failing to act.', ['taliban: Taliban']],
    ['… in a noun', 'The UN has accused the Taliban of war crimes.', ['taliban: Taliban']],
    ['… and by whom it is done', 'It told of abuses by the Taliban of the rights of girls.', ['taliban: Taliban']],
    ['no figure of speech', 'They are the Taliban of tidy desks, the Texas Taliban.', []],
    ['a hyphen behind a name', 'the Taliban-led council', ['taliban: Taliban']],
    [
      'an abbreviation with its last point',
      'The U.S. left. So did the U.S.',
      ['united-states: U.S.', 'united-states: U.S.'],
    ],
    ['an abbreviation without points', 'The US and the USA left.', ['united-states: US', 'united-states: USA']],
    ['a name in quotes', 'the ‘Islamic State’ cell', ['islamic-state: Islamic State']],
    ['a date’s name with its own signs', 'Since 9/11 much has changed.', ['attacks: 9/11']],
    ['a name over a line’s end', 'the Islamic\nState cell', ['islamic-state: Islamic State']],
  ])('finds %s', (_, text, expected) => {
    expect(told(text).map(line => line.replace('\n', ' '))).toEqual(expected);
  });

  it.each([
    ['an Islamic state', 'He wanted an Islamic state for all.'],
    ['the pronoun us', 'They told us to wait, let us go.'],
    ['roast turkey', 'There was turkey for lunch.'],
    ['the number 9.11', 'Prices rose by 9.11 per cent.'],
    ['a part of a word', 'Kabulis in Kabulistan, usage of USABLE things'],
    ['a street', 'The shop in Kabul Street closed.'],
    ['a restaurant', 'We ate at the Kabul Restaurant.'],
    ['a hound or a rug', 'An Afghan hound on an Afghan rug.'],
  ])('does not take %s for an entity', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it('keeps a name before such a word where a sign parts them', () => {
    expect(told('In Kabul, street sellers wait.')).toEqual(['kabul: Kabul']);
  });

  it('gives overlapping names to the one that begins first', () => {
    expect(told('Kabul airport airport')).toEqual(['kabul-airport: Kabul airport']);
  });
});

describe('surnames and ambiguous abbreviations', () => {
  it('are mentions only once the full name has stood', () => {
    expect(told('Wardoni waited. Daud Wardoni spoke. Wardoni left.')).toEqual([
      'wardoni: Daud Wardoni',
      'wardoni: Wardoni',
    ]);
    expect(told('The ICC won. The International Criminal Court (ICC) ruled.')).toEqual([
      'court: International Criminal Court',
      'court: ICC',
    ]);
  });

  it('are mentions when an earlier passage has named the entity in full', () => {
    const known = new Set<string>();
    told('Mohammad Daud Wardoni spoke.', known);
    expect(told('Then Wardoni left.', known)).toEqual(['wardoni: Wardoni']);
  });

  it('do not count when another name only ends like them', () => {
    expect(told('Hamid Wardoni spoke.')).toEqual([]);
  });

  it('are told from full names', () => {
    expect(read('Daud Wardoni and Wardoni').map(({ way }) => way)).toEqual(['name', 'short']);
  });
});

describe('on any text', () => {
  const words = fc.constantFrom(
    'Kabul',
    'kabul',
    'Islamic',
    'State',
    'U.S.',
    'US',
    'us',
    '9/11',
    '9',
    '/',
    '11',
    'Daud',
    'Wardoni',
    'Street',
    'Mazar',
    '-i-',
    'Sharif',
    'Pakistani',
    'Taliban',
    'Taliban’s',
    ' ',
    '.',
    '\n',
    '’',
    'é',
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 30 }).map(list => list.join(' ')),
    fc.array(words, { maxLength: 30 }).map(list => list.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('gives valid places in order, without overlaps', () => {
    fc.assert(
      fc.property(texts, text => {
        let last = 0;
        for (const { start, end, entity, position } of read(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(index.entityIds[position]).toBe(entity);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('compileNames', () => {
  it('links an entity to the one it stands for', () => {
    const { standsFor, entityIds } = index;
    expect(entityIds[standsFor[entityIds.indexOf('kabul')] ?? -1]).toBe('afghanistan');
    expect(standsFor[entityIds.indexOf('taliban')]).toBe(-1);
  });
});

import { describe, expect, it } from 'vitest';
import { makeEntity, SAMPLE_PACK } from './sample-pack.ts';
import { triggerTest, triggerWords } from './triggers.ts';

describe('triggerWords', () => {
  it('are the folded names and adjectives of the pack’s trigger entities', () => {
    expect(triggerWords(SAMPLE_PACK)).toEqual(['afghan', 'afghanistan', 'afghans', 'taleban', 'taliban']);
  });

  it('are those of all entities where the pack chooses none', () => {
    const entities = [makeEntity('herat', 'Herāt'), makeEntity('ghazni', 'Ghazni')];
    expect(triggerWords({ pack: { ...SAMPLE_PACK.pack, triggers: undefined }, entities })).toEqual(['ghazni', 'herat']);
  });

  it('leave out phrases that begin with another trigger, and single letters', () => {
    const entities = [
      makeEntity('kabul', 'Kabul'),
      makeEntity('airport', 'Kabul airport', { names: ['K', 'Kabulian'] }),
    ];
    expect(triggerWords({ pack: { ...SAMPLE_PACK.pack, triggers: undefined }, entities })).toEqual([
      'kabul',
      'kabulian',
    ]);
  });
});

describe('triggerTest', () => {
  const test = triggerTest(['kabul', 'sar-e pul', 'u.s. forces (kabul)']);
  it.each([
    ['a trigger', 'They left Kabul.', true],
    ['a trigger in other letters', 'KABUL FALLS', true],
    ['a possessive', 'Kabul’s mayor', true],
    ['a plural', 'two Kabuls', true],
    ['a hyphened word', 'the Kabul-based bank', true],
    ['a phrase with other gaps', 'in Sar e\nPul', true],
    ['signs that mean something to a regex', 'With U.S. Forces (Kabul) gone', true],
    ['a longer word', 'Kabulistan', false],
    ['a word that ends like it', 'Newkabul', false],
    ['another text', 'Ministers met in Geneva.', false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    expect(test(text)).toBe(expected);
  });

  it.each([
    ['a trigger that ends with a sign', 'the U.S. left', true],
    ['a trigger in other letters than ASCII’s', 'in Kandahār today', true],
    ['a trigger within such letters', 'Kandahārī rugs', false],
    ['an underscore beside a trigger', '_Kabul_', true],
    ['a foreign letter beside a trigger', 'Kabulī', false],
    ['a foreign letter before a trigger', 'éKabul', false],
  ])('sees %s as the rules of Unicode do', (_, text, expected) => {
    expect(triggerTest(['kabul', 'u.s.', 'kandahār'])(text)).toBe(expected);
  });

  it.each(['The UK left', 'the UK.', 'two UKs'])('sees a word of two letters in %j', text => {
    expect(triggerTest(['uk'])(text)).toBe(true);
  });

  it('is never true without words', () => {
    expect(triggerTest([])('Kabul')).toBe(false);
  });
});

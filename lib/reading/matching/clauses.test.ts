import { describe, expect, it } from 'vitest';
import { clauseOf, deniedBy, findClauses, isSupposed, possibleBy } from './clauses.ts';

const whole = (text: string) => ({ start: 0, end: text.length });
const clausesOf = (text: string) =>
  findClauses(text, whole(text)).map(({ start, end }) => text.slice(start, end).trim());

/** The place of `words` in `text`, and the clause around it. */
function at(text: string, words: string) {
  const start = text.indexOf(words);
  const place = { start, end: start + words.length };
  return { place, clause: clauseOf(findClauses(text, whole(text)), place) ?? whole(text) };
}

describe('findClauses', () => {
  it.each<[string, string[]]>([
    ['Iran deported many.', ['Iran deported many.']],
    ['Iran deported many, but Pakistan waited.', ['Iran deported many', ', but Pakistan waited.']],
    ['Iran deported many; Pakistan waited.', ['Iran deported many', '; Pakistan waited.']],
    ['Iran – so they say – deported many.', ['Iran', '– so they say', '– deported many.']],
    ['While Iran deported many, Pakistan waited.', ['While Iran deported many', ', Pakistan waited.']],
    ['In May, Iran deported many.', ['In May, Iran deported many.']],
    ['Iran deported many, and Pakistan has waited.', ['Iran deported many', ', and Pakistan has waited.']],
    ['Iran and Pakistan deported many.', ['Iran and Pakistan deported many.']],
    ['Iran deported 9, more than half of them in May.', ['Iran deported 9', ', more than half of them in May.']],
    ['Iran deported 9, a number that will grow.', ['Iran deported 9', ', a number that will grow.']],
    ['Iran deported 9, the agency said on Monday.', ['Iran deported 9', ', the agency said on Monday.']],
    ['Iran deported 9, according to the agency.', ['Iran deported 9', ', according to the agency.']],
    ['Iran deported 9 since the war began.', ['Iran deported 9', 'since the war began.']],
    ['The minister told parliament that Iran deported 9.', ['The minister told parliament that', 'Iran deported 9.']],
    ['Iran denied reports that it deported 9.', ['Iran denied reports that it deported 9.']],
    ['Iran deported 9 amid fears of a war.', ['Iran deported 9', 'amid fears of a war.']],
    ['In Iran, where 9 were deported, all is calm.', ['In Iran, where 9 were deported, all is calm.']],
    [
      'Iran deported nine people to the Afghan border, where others wait.',
      ['Iran deported nine people to the Afghan border', ', where others wait.'],
    ],
    ['Iran deported 9 after the war.', ['Iran deported 9', 'after the war.']],
    ['Iran stopped after 17 years.', ['Iran stopped after 17 years.']],
    ['Iran has deported 9 since May.', ['Iran has deported 9 since May.']],
    ['Iran, the agency said, deported 9.', ['Iran, the agency said, deported 9.']],
    ['Half of them, a number of men, left.', ['Half of them, a number of men, left.']],
  ])('of "%s"', (text, expected) => {
    expect(clausesOf(text)).toEqual(expected);
  });

  it('cover the sentence without gaps', () => {
    const text = 'It rained. Iran waited; Pakistan – as ever – did not, but Kabul was calm.';
    const sentence = { start: 11, end: text.length };
    const clauses = findClauses(text, sentence);
    expect(clauses[0]?.start).toBe(11);
    expect(clauses.at(-1)?.end).toBe(text.length);
    clauses.slice(1).forEach((clause, i) => {
      expect(clause.start).toBe(clauses[i]?.end);
    });
  });
});

describe('possibleBy', () => {
  it.each([
    ['Iran would deport many.', true],
    ['Iran may soon deport many.', true],
    ['Iran plans to deport many.', true],
    ['If they deport many, others follow.', true],
    ['Iran is likely to deport many.', true],
    ['Iran did deport many.', false],
    ['Nobody at the ministry had expected that Iran would deport many.', false],
    ['Few could have dreamed that Iran would deport many.', false],
    ['It is not expected soon; Iran would deport many.', true],
    ['In May Iran began to deport many.', false],
    ['Since May 2025 they deport many.', false],
    ['Pakistan would wait, but they deport many.', false],
    ['The plan failed: they deport many.', false],
  ])('"%s": %s', (text, expected) => {
    const { place, clause } = at(text, 'deport');
    expect(possibleBy(text, clause, place) !== null).toBe(expected);
  });
});

describe('deniedBy', () => {
  it('knows what somebody lacks from what did not happen', () => {
    const denied = (text: string) => {
      const { place, clause } = at(text, 'deport');
      return deniedBy(text, clause, place) !== null;
    };
    expect(denied('Afghans without papers had been deported.')).toBe(false);
    expect(denied('Iran closed the border without having deported many.')).toBe(true);
  });

  it.each([
    ['Iran did not deport many.', true],
    ['Iran has never, they say, had to deport many.', false],
    ['Iran didn’t deport many.', true],
    ['Iran denied that it would deport many.', true],
    ['Iran refused to deport many.', true],
    ['Iran has yet to deport many.', true],
    ['Iran did deport many.', false],
    ['Pakistan did not wait; they deport many.', false],
    ['Iran did not only deport many.', false],
    ['Iran should never deport many.', true],
    ['Iran should never have had to deport many.', false],
    ['Iran failed to deport many.', true],
    ['It failed to stop those who deport many.', false],
    ['Iran did not just deport many.', false],
  ])('"%s": %s', (text, expected) => {
    const { place, clause } = at(text, 'deport');
    expect(deniedBy(text, clause, place) !== null).toBe(expected);
  });

  it.each(['not less than', 'not fewer than'])('does not take "%s" before a figure for a denial', bound => {
    const text = `Iran deported ${bound} 700,000 people.`;
    const { place, clause } = at(text, '700,000');
    expect(deniedBy(text, clause, place)).toBeNull();
  });
});

describe('isSupposed', () => {
  it.each([
    ['What if Germany recognised them?', 'recognised', true],
    ['The council will decide whether to reopen the embassy.', 'reopen', true],
    ['Were Berlin to do so, it would be alone.', 'alone', false],
    ['If it rains, they wait; Germany recognised them.', 'recognised', false],
    ['Germany recognised them.', 'recognised', false],
    ['Ministers disagree on whether girls may learn.', 'learn', false],
  ])('"%s": %s %s', (text, word, expected) => {
    const start = text.indexOf(word);
    const place = { start, end: start + word.length };
    const clauses = findClauses(text, { start: 0, end: text.length });
    expect(isSupposed(text, clauseOf(clauses, place) ?? { start: 0, end: text.length }, place)).toBe(expected);
  });
});

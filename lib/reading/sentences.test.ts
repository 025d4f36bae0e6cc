import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSentences } from './sentences.ts';

/** Texts of ours; "|" marks where a sentence must end. The first half was tuned on, the second was not. */
const TUNING = [
  'The talks ended. | No date was set.',
  'The U.S. Embassy closed. | Staff left.',
  'He lives in the U.S. | The rest stayed.',
  'Gen. Karim spoke. | Sgt. Ahmad listened.',
  'Dr. Noori and Mr. Hill met Mrs. Stone at St. James.',
  'It fell on Sept. 11. | Nobody slept.',
  'Decree No. 9 was read. | It has 12 articles.',
  'J. K. Rahimi wrote it. | A. B. Noor read it.',
  '“We will stay,” he said. | “We have no choice.” | Others nodded.',
  'Growth was 2.7 percent. | Prices fell 3.5 points.',
  'Kabul fell.\n| Herat had fallen.',
  'Did they know? | Nobody can say. | Help!',
  '“Why now?” he asked. | There was no answer.',
  'The firm, Noor Ltd., closed. | Its owner fled.',
  'They met at 5 p.m. | The session ran late.',
  'They met at 5 p.m. Kabul time.',
  'It costs approx. 20 dollars.',
  'See Fig. 3 and pp. 4-9. | Then stop.',
  'The U.N. Security Council met. | The U.N. said so.',
  'The men (all from Balkh) left. | (Two came back.) | One stayed.',
];
const HELD_BACK = [
  'Lt. Col. Aziz and Maj. Gen. Sadat resigned. | Both fled.',
  'He earned a Ph.D. in London. | He then went home.',
  'The rate, i.e. the price, rose. | So did fear.',
  'It was Jan. 3. | Snow fell.',
  'He went to Washington, D.C. | The visit was brief.',
  '"It is over." | The hall was silent.',
  "'They took it all.' | She wept.",
  'He said: "Go." | Then he left…',
  'The plan… was dropped. | Later… | Nothing.',
  'The report [12] says so.[13] | It is old.',
  'They left.12 | The rest stayed.',
  '12. The Council met. | 13 members spoke.',
  '- First item\n| - Second item\n| - Third item',
  'George W. Bush went in. | Barack H. Obama stayed.',
  'Sen. Hill of Va. said no. | Rep. Stone agreed.',
  'Smith et al. found this. | Others differ.',
  'Is it $3.63 billion? | It is.',
  'He paid Rs. 500. | She paid none.',
  'The group vs. the state: a fight. | It goes on.',
  'Line one\r\n| Line two\n\n| Line three',
  'The vote was 5-2. | Prof. Noor abstained.',
  'It was "a lie." | He denied it!',
];

function sentences(text: string): string[] {
  return findSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('findSentences', () => {
  it.each([...TUNING, ...HELD_BACK])('splits: %j', marked => {
    const wanted = marked.split('|').map(part => part.trim());
    expect(sentences(marked.replaceAll('| ', ''))).toEqual(wanted);
  });

  it('gives nothing for white space', () => {
    expect(findSentences(' \n\t ')).toEqual([]);
  });

  it('covers all that is no white space, in order, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('.', '?', '"', ' ', '\n', 'A', 'b', 'Mr', 'U.S.', '1', '…', ')', '[1]'))
        .map(all => all.join('')),
    );
    fc.assert(
      fc.property(texts, text => {
        let place = 0;
        for (const { start, end } of findSentences(text)) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(place, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          place = end;
        }
        expect(text.slice(place).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the length', () => {
    for (const unit of ['. ', '.', ' ', 'U.S. ', '"', '[1]', 'a. ', '?! ', '1. ']) {
      const cost = (size: number): number => {
        const text = unit.repeat(Math.ceil(size / unit.length));
        // Of the processor and not of the clock, and the best of three: what else the machine does is no cost of ours.
        const runs = Array.from({ length: 3 }, () => {
          const start = process.cpuUsage();
          findSentences(text);
          return process.cpuUsage(start).user / 1000;
        });
        return Math.min(...runs);
      };
      cost(20_000);
      expect(cost(400_000), unit).toBeLessThan(cost(50_000) * 32 + 100);
    }
  }, 60_000);
});

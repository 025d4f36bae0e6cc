import { describe, expect, it } from 'vitest';
import type { Match } from './matching/match.ts';
import { periodOf } from './spoken-period.ts';

/** What the words of `marked` in a sentence are told for, where they alone are marked and matched. */
function told(text: string, marked: string, words: string[] = [marked]) {
  const place = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const why = { words: words.map(place) } as Match['why'];
  const match = { start: 0, end: text.length, claim: 'c', mark: place(marked), why } as Match;
  return periodOf(match, null, text, '2025-10-09');
}

describe('periodOf', () => {
  it('takes the only period of the sentence', () => {
    expect(told('The bank closed in 2022.', 'closed')).toEqual({ from: '2022', to: '2022' });
  });

  it('takes the one among the matched words before the one in the mark', () => {
    const text = 'Back since August 2021, they ruled harshly from 1996 to 2001.';
    expect(told(text, 'Back since August 2021, they ruled', ['ruled', '1996'])).toEqual({ from: '1996', to: '2001' });
  });

  it('takes the one beside the marked words', () => {
    const text = 'He lived there at the time of the 2021 collapse of the state and came back in August 2022 to see it.';
    expect(told(text, 'collapse of the state')).toEqual({ from: '2021', to: '2021' });
  });

  it('takes the one inside all others', () => {
    expect(told('Earlier this year in January, to be exact, the two envoys met.', 'met')).toEqual({
      from: '2025-01',
      to: '2025-01',
    });
  });

  it('takes none where two fit as well', () => {
    expect(told('They met in 2019 and, as was said, a second time in Doha in 2020.', 'was said')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { figureIn } from './noted-figure';

/** A passage that stands in square brackets in its paragraph. */
function selected(text: string) {
  const [prefix = '', exact = '', suffix = ''] = text.split(/[[\]]/);
  return { prefix, exact, suffix, start: prefix.length, end: prefix.length + exact.length };
}

describe('the figure of a selection', () => {
  it('is read with value, unit and period, though no claim asks for it', () => {
    const found = figureIn(selected('The dairy sold [nearly 4,300 cheeses] in 2023, its owner says.'), '2024-02-01');
    expect(found).toMatchObject({
      text: '4,300',
      kind: 'count',
      unit: 'cheeses',
      qualifier: 'nearly',
      period: { from: '2023', to: '2023' },
    });
  });

  it('is whole where only a part of it is selected', () => {
    expect(figureIn(selected('The bridge cost [2.4 mil]lion euros.'), null)).toMatchObject({
      text: '2.4 million euros',
      unit: 'EUR',
    });
  });

  it.each([
    ['there is none', 'The [owner of the dairy] sold 12 cows.'],
    ['there are several', '[He sold 12 cows and 40 goats] that day.'],
    ['it is a date', 'It happened [in March 2021], he says.'],
  ])('is none where %s', (_, text) => {
    expect(figureIn(selected(text), null)).toBeNull();
  });
});

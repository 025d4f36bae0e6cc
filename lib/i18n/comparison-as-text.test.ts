import { describe, expect, it } from 'vitest';
import { compareSample } from '../reading/sample-comparison.ts';
import { comparisonAsText } from './comparison-as-text.ts';

const textOf = (text: string) => comparisonAsText(compareSample(text), 'https://news.example/winter');

describe('comparisonAsText', () => {
  it('gives the statement, and each version with its source, date and distance', () => {
    const lines = textOf('Iran “deported”  500,000 Afghans in 2024.').split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'How many Afghans has Iran sent back?',
      'The page says (2024): “Iran “deported” 500,000 Afghans in 2024.”',
      'https://news.example/winter',
    ]);
    expect(lines[3]).toMatch(/^Differs: .*38% lower \(−300,000\).* Judged by 1 February 2025\.$/);
    const first = lines.indexOf(lines.find(line => line.startsWith('1. ')) ?? '');
    expect(lines.slice(first, first + 3)).toEqual([
      '1. 800,000. Page is 38% lower (−300,000) (as of 31 December 2024; period 2024).',
      'Lakeside counts eight hundred thousand for 2024.',
      expect.stringMatching(/^Source: .*Institute lakeside, A year at the border, 10 February 2025/),
    ]);
  });

  it('gives all versions of a state of affairs, numbered', () => {
    const text = textOf('No country has recognised the Taliban.');
    expect(text).toContain('\n1. no state recognises it. Says the same');
    expect(text).toContain('\n2. a state recognises it. Says otherwise');
    expect(text.endsWith('\n')).toBe(true);
  });
});

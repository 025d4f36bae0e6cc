import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../types.ts';
import { FORMS } from './cases-forms.ts';
import { HELD_BACK } from './cases-held-back.ts';
import { type Case, TUNING } from './cases-tuning.ts';
import { findFigures } from './find-figures.ts';

interface Marked {
  text: string;
  spans: [number, number][];
}

function marked(sentence: string): Marked {
  const spans: [number, number][] = [];
  let text = '';
  for (const character of sentence) {
    if (character === '«') spans.push([text.length, -1]);
    else if (character === '»') {
      const last = spans.at(-1);
      if (last) last[1] = text.length;
    } else text += character;
  }
  return { text, spans };
}

/** What of the figure differs from "kind unit value low..high qualifier /per :noun"; empty where all is right. */
function difference(figure: Figure, wanted: string): string {
  const [kind, unit, ...rest] = wanted.split(' ');
  const wrong: string[] = [];
  if (figure.kind !== kind) wrong.push(`kind ${figure.kind}`);
  if (String(figure.unit) !== unit) wrong.push(`unit ${figure.unit}`);
  let qualifier = 'exact';
  for (const word of rest) {
    const bounds = /^(-?[\d.e]+?)\.\.(-?[\d.e]*)$/.exec(word);
    if (word.startsWith('/')) {
      if (figure.per !== word.slice(1)) wrong.push(`per ${figure.per}`);
    } else if (word.startsWith(':')) {
      if (figure.noun !== word.slice(1)) wrong.push(`noun ${figure.noun}`);
    } else if (bounds) {
      if (figure.low !== Number(bounds[1])) wrong.push(`low ${figure.low}`);
      if (figure.high !== (bounds[2] ? Number(bounds[2]) : null)) wrong.push(`high ${figure.high}`);
    } else if (/^-?[\d.e]+$/.test(word)) {
      if (figure.value !== Number(word)) wrong.push(`value ${figure.value}`);
    } else qualifier = word;
  }
  if (figure.qualifier !== qualifier) wrong.push(`qualifier ${figure.qualifier}`);
  return wrong.join(', ');
}

/** All that is wrong in a case, one line for each; empty where it is right. */
function faults([sentence, ...wanted]: Case): string[] {
  const { text, spans } = marked(sentence);
  const figures = findFigures(text);
  const lines: string[] = [];
  for (const figure of figures) {
    const index = spans.findIndex(([start, end]) => start === figure.start && end === figure.end);
    const want = wanted[index];
    if (index < 0 || want === undefined) lines.push(`${text} -> not wanted: ${figure.text}`);
    else if (difference(figure, want)) lines.push(`${text} -> ${figure.text}: ${difference(figure, want)}`);
  }
  for (const [start, end] of spans) {
    if (!figures.some(figure => figure.start === start && figure.end === end))
      lines.push(`${text} -> missing: ${text.slice(start, end)}`);
  }
  return lines;
}

describe('findFigures', () => {
  it.each(TUNING)('reads: %s', (...row) => expect(faults(row as Case)).toEqual([]));
  it.each(FORMS)('reads the form: %s', (...row) => expect(faults(row as Case)).toEqual([]));
  it.each(HELD_BACK)('reads unseen: %s', (...row) => expect(faults(row as Case)).toEqual([]));

  it('leaves the period to linkPeriods', () => {
    expect(findFigures('12 people died in 2024.')[0]?.period).toBeNull();
  });

  it('skips the entries of a reference list', () => {
    const text =
      'References\nAhadi, N. (2020). A study of 12 towns. Kabul: Press.\nUNHCR (2024). Returns: 2 million people.\n';
    expect(findFigures(text)).toEqual([]);
  });
});

const pieces = fc.constantFrom(
  ...'0123456789.,-–—/$€£%()[]{}^*+:;\'" \n\t'.split(''),
  'one',
  'two',
  'half',
  'a',
  'and',
  'million',
  'hundred',
  'dozen',
  'thirds',
  'percent',
  'dollars',
  'years',
  'people',
  'between',
  'to',
  'in',
  'of',
  'May',
  'No.',
  'page',
  'US$',
  'Rs',
  'ten',
  'zero',
  'old',
  '½',
  '۱',
  '٫',
  'İ',
  '\ud800',
  'https://',
  '@x.org',
  ' ',
);

describe('findFigures on anything', () => {
  it('gives valid, sorted spans without overlap and never throws', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 60 }).map(all => all.join('')),
      fc.array(pieces, { maxLength: 40 }).map(all => all.join(' ')),
    );
    fc.assert(
      fc.property(texts, text => {
        let end = 0;
        for (const figure of findFigures(text)) {
          expect(figure.start).toBeGreaterThanOrEqual(end);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(figure.text).toBe(text.slice(figure.start, figure.end));
          expect(figure.low !== null || figure.high !== null).toBe(true);
          for (const bound of [figure.value, figure.low, figure.high])
            expect(bound === null || Number.isFinite(bound)).toBe(true);
          if (figure.low !== null && figure.high !== null) expect(figure.low).toBeLessThanOrEqual(figure.high);
          end = figure.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 600 },
    );
  });

  it('reads a value back however it is printed', () => {
    const persian = (text: string): string => text.replace(/\d/g, digit => String.fromCharCode(0x06f0 + Number(digit)));
    fc.assert(
      fc.property(fc.integer({ min: 2101, max: 999_999_999 }), fc.integer({ min: 11, max: 9999 }), (whole, tenths) => {
        for (const printed of [
          whole.toLocaleString('en-US'),
          persian(whole.toLocaleString('en-US')),
          whole.toLocaleString('en-US').replaceAll(',', '\u202f'),
        ]) {
          expect(findFigures(`They counted ${printed} people there.`).map(figure => figure.value)).toEqual([whole]);
        }
        const short = `${Math.floor(tenths / 10)}.${tenths % 10}`;
        for (const [scale, power] of [
          [' million', 6],
          ['m', 6],
          ['bn', 9],
          [' billion', 9],
          [' trillion', 12],
        ] as const) {
          const [figure] = findFigures(`It cost $${short}${scale} in all.`);
          expect(figure?.value).toBe(Number(`${tenths}e${power - 1}`));
        }
        expect(findFigures(`Prices rose ${short}% there.`)[0]?.value).toBe(tenths / 10);
      }),
      { numRuns: 200 },
    );
  });

  it('takes time in proportion to the length, whatever the text', () => {
    const units = [
      '1',
      '1,',
      '[1',
      '1 ',
      '12 people and ',
      'a ',
      '$',
      '(1)',
      '1.',
      '1-',
      'one ',
      'one hundred and ',
      '/',
      '10% to ',
      'May 1, ',
    ];
    for (const unit of units) {
      const cost = (size: number): number => {
        const text = unit.repeat(Math.ceil(size / unit.length));
        // Of the processor and not of the clock: what else the machine does is no cost of ours.
        const start = process.cpuUsage();
        findFigures(text);
        return process.cpuUsage(start).user / 1000;
      };
      cost(20_000);
      const small = Math.min(cost(20_000), cost(20_000));
      const large = Math.min(cost(160_000), cost(160_000), cost(160_000));
      // Eight times the text; four times more is allowed for a busy machine, and 60 ms for its clock.
      expect(large, unit).toBeLessThan(small * 32 + 60);
    }
  }, 60_000);
});

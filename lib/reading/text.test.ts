import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, stem, tokenize } from './text.ts';

describe('fold', () => {
  it.each([
    ['KABUL', 'kabul'],
    ['Ḥelmand', 'helmand'],
    ['Ghaznī', 'ghazni'],
    ['Sha’ban', 'shaban'],
    ["Qur'an", 'quran'],
    ['ʻAbdullah', 'abdullah'],
    ['café', 'cafe'],
    ['İstanbul', 'istanbul'],
    ['2021', '2021'],
    ['', ''],
  ])('%s gives %s', (word, expected) => {
    expect(fold(word)).toBe(expected);
  });

  it('changes nothing a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), word => {
        expect(fold(fold(word))).toBe(fold(word));
      }),
    );
  });
});

describe('tokenize', () => {
  it.each([
    ['words', 'The Taliban, in Kabul.', ['the', 'taliban', 'in', 'kabul']],
    ['a possessive without its ending', "Iran’s envoy, IRAN'S border", ['iran', 'envoy', 'iran', 'border']],
    ['a plural possessive', 'the Afghans’ homes', ['the', 'afghans', 'homes']],
    ['an apostrophe inside a word', "O'Brien didn't", ['obrien', 'didnt']],
    ['an s behind an apostrophe inside a word', "Ja'sir", ['jasir']],
    ['words in quotes', "‘Kabul’ and 'Herat'", ['kabul', 'and', 'herat']],
    [
      'parts around hyphens, points and slashes',
      'Mazar-i-Sharif U.S. 9/11',
      ['mazar', 'i', 'sharif', 'u', 's', '9', '11'],
    ],
    ['composed and decomposed letters alike', 'Ghaznī Ghaznī', ['ghazni', 'ghazni']],
    ['other scripts', 'کابل ۱۴۰۰', ['کابل', '۱۴۰۰']],
    ['numbers', '$3.63bn', ['3', '63bn']],
    ['nothing', ' … — “”', []],
  ])('gives %s', (_, text, expected) => {
    expect(tokenize(text).map(({ form }) => form)).toEqual(expected);
  });

  it('keeps each token’s place, without the possessive ending', () => {
    const text = 'In Iran’s “north”';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(['In', 'Iran', 'north']);
  });

  it('gives ordered places without overlaps and no letter left out, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom("'", '’', 'ʼ', 'ʻ', 's', 'S', 'a', ' ', '-') }),
    );
    fc.assert(
      fc.property(texts, text => {
        const tokens = tokenize(text);
        let rest = '';
        let last = 0;
        for (const { start, end, form } of tokens) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(form).toBe(fold(text.slice(start, end)));
          rest += text.slice(last, start);
          last = end;
        }
        rest += text.slice(last);
        // Two of the apostrophes are letters to Unicode (U+02BB and U+02BC).
        expect(rest.replace(/['’ʼ‘ʻ]s?/gi, '')).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('stem', () => {
  it.each([
    ['deportations', 'deport'],
    ['deported', 'deport'],
    ['recognised', 'recognis'],
    ['afghans', 'afghan'],
  ])('%s gives %s, the second time too', (form, expected) => {
    expect([stem(form), stem(form)]).toEqual([expected, expected]);
  });
});

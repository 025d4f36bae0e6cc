import { describe, expect, it } from 'vitest';
import { placesOf, wordsOf, wordsToFind } from './words';

const forms = (text: string) => wordsOf(text).map(({ form }) => form);

describe('wordsOf', () => {
  it.each([
    ['Hibatullāh’s ʻulamā', ['hibatullah', 'ulama']],
    ['al-Qaeda', ['al', 'qaeda']],
    ['$3.63 billion', ['3.63', 'billion']],
    ['3.6bn', ['3.6bn']],
    ['1,800,000 people', ['1800000', 'people']],
    ['۳٬۶۳۰ و ۳٫۶', ['3630', 'و', '3.6']],
    ['علي ك', ['علی', 'ک']],
    ['2021. 5 men', ['2021', '5', 'men']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });
});

describe('wordsToFind', () => {
  it('has words joined by hyphens as one too', () => {
    expect(wordsToFind('Zia-ul-Haq and al‑Qaeda').map(({ form }) => form)).toEqual(
      expect.arrayContaining(['zia', 'ul', 'haq', 'ziaulhaq', 'qaeda', 'alqaeda']),
    );
  });
});

describe('placesOf', () => {
  it('gives places in the text itself, and the whole of joined words once', () => {
    const text = 'Ties of al-Qaeda’s men (۳٬۶۳۰)';
    const cut = (words: string[]) => placesOf(text, new Set(words)).map(({ start, end }) => text.slice(start, end));
    expect(cut(['alqaeda', 'qaeda', '3630'])).toEqual(['al-Qaeda', '۳٬۶۳۰']);
    expect(cut(['men'])).toEqual(['men']);
    expect(cut(['other'])).toEqual([]);
  });
});

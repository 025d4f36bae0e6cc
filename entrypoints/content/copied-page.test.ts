import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { titleSum } from '@/lib/noted-pages';
import { copyOf } from './copied-page';

const HEADLINE = 'Water for the lower market, at last';
const page = (head: string, body = '') =>
  new JSDOM(`<head>${head}</head><body>${body}</body>`, { url: 'https://copy.example/1?utm_source=x' }).window.document;
const sums = [titleSum(HEADLINE) as number];
const canonical = (href: string) => `<link rel="canonical" href="${href}">`;

describe('what a page may be a copy of', () => {
  it('is told by its headline, without the name of its site', () => {
    const copy = page(`<title>${HEADLINE} - Another Gazette</title>`, `<h1>${HEADLINE}</h1>`);
    expect(copyOf(copy, [], sums)).toEqual({ canonical: null, title: HEADLINE });
  });

  it('is told by its canonical address, without what only tracks', () => {
    const copy = page(canonical('https://news.example/story?utm_medium=feed'));
    expect(copyOf(copy, ['news.example'], [])).toEqual({ canonical: 'https://news.example/story', title: null });
  });

  it.each([
    ['the headline is another', page('<title>Something else that has happened</title>')],
    ['the headline is a site’s name', page('<title>Home</title>')],
    ['the canonical address is its own', page(canonical('/1'))],
    ['no page of that site has notes', page(canonical('https://third.example/story'))],
    ['the canonical address is none', page(canonical('javascript:alert(1)') + canonical('https://[broken'))],
  ])('is nothing where %s', (_, copy) => {
    expect(copyOf(copy, ['news.example', 'copy.example'], sums)).toEqual({ canonical: null, title: null });
  });
});

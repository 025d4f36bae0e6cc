import { globSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { direction, flatten, has, LANGUAGES, setLanguage, t } from './translate';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const catalogOf = (language: string) => flatten(JSON.parse(read(`locales/${language}.json`)));
const english = catalogOf('en');
const slots = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

afterEach(() => setLanguage('en', {}));

describe('t', () => {
  it('gives the English text until another language is set, and where that has none', () => {
    expect(t('overview.title')).toBe('On this page');
    setLanguage('fa', { overview_title: 'عنوان' });
    expect(t('overview.title')).toBe('عنوان');
    expect(t('overview.reading')).toBe('Still reading…');
    expect(direction()).toBe('rtl');
  });

  it('fills slots, isolated in right-to-left texts, with numbers as the language writes them', () => {
    setLanguage('fa', { overview_title: '{count} در {site}' });
    expect(t('overview.title', { count: 1200, site: 'news.example' })).toBe(
      '\u2068۱٬۲۰۰\u2069 در \u2068news.example\u2069',
    );
    expect(t('overview.title', { count: 3 })).toContain('{site}');
  });

  it('finds each English text by its key, with the forms of a plural', () => {
    const missing = Object.keys(english).filter(key => !has(key.replaceAll('_', '.')));
    expect(missing).toEqual([]);
    expect(has('overview')).toBe(false);
    expect(has('overview.title.constructor')).toBe(false);
  });

  it('writes English numbers and forms as Intl does', () => {
    const numbers = new Intl.NumberFormat('en');
    for (const count of [0, 1, 2, 21, 999, 1000, 31_877, 1_000_000, 23_456_789, -4, -4000, 0.5, 1234.5]) {
      const said = t('badge.announced', { count });
      expect(said).toContain(numbers.format(count));
      expect(said.includes('statements')).toBe(count !== 1);
    }
  });

  it('lets a value that is one of our own texts read from right to left', () => {
    setLanguage('fa', { inner: '{a} {b}', outer: '{value}' });
    const inner = t('inner' as never, { a: '۵', b: '۶' });
    expect(inner).toBe('\u2068۵\u2069 \u2068۶\u2069');
    expect(t('outer' as never, { value: inner })).toBe(`\u2067${inner}\u2069`);
  });

  it('chooses the form of a plural by the rules of the language', () => {
    setLanguage('fa', { overview_title: 'یک | چند' });
    expect([0, 1, 2, 5].map(count => t('overview.title', { count }))).toEqual(['یک', 'یک', 'چند', 'چند']);
  });
});

describe('the files of texts', () => {
  const files = globSync('{components,entrypoints,lib}/**/*.{ts,tsx,html}', { cwd: root }).filter(
    path => !path.includes('.test.'),
  );
  const code = files.map(path => read(path)).join('\n') + read('wxt.config.ts');

  it('have no text that nothing uses', () => {
    // A key may be put together of a fixed part and the name of a verdict, a kind or a scope: `verdict.${…}`.
    const beginnings = [...code.matchAll(/`(\w+\.[\w.-]*)\$\{/g)].map(([, beginning]) => beginning ?? '');
    const unused = Object.keys(english).filter(key => {
      const dotted = key.replaceAll('_', '.');
      const used = code.includes(`'${dotted}'`) || code.includes(`__MSG_${key}__`);
      return !used && !beginnings.some(beginning => dotted.startsWith(beginning));
    });
    expect(unused).toEqual([]);
  });

  it.each(LANGUAGES)('have every text, with the same slots: %s', language => {
    const texts = catalogOf(language);
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(texts)) {
      // The browsers refuse any other.
      expect(key).toMatch(/^\w+$/);
      expect(text.trim(), key).not.toBe('');
      expect(slots(text), key).toEqual(slots(english[key] ?? ''));
    }
  });
});

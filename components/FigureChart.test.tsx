// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { direction, flatten, type Language, setLanguage } from '@/lib/i18n/translate';
import { compareSample } from '@/lib/reading/sample-comparison';
import { makeVersion, SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Claim } from '@/lib/reading/types';
import persian from '@/locales/fa.json';
import pashto from '@/locales/ps.json';
import { ComparisonCard } from './ComparisonCard';
import type { Charted } from './chart/charted';
import { sampleCharted, valued } from './chart/sample-charted';
import { FigureChart } from './FigureChart';

const CATALOGS = { en: {}, fa: flatten(persian), ps: flatten(pashto) };

afterEach(() => {
  cleanup();
  setLanguage('en', {});
});

const PAGE = { point: 42e6, low: 41.5e6, high: 42.5e6, words: '42 million' };
const POPULATION = sampleCharted([valued(40e6, '2025-02-05'), valued(44e6, '2025-09')], PAGE);

const show = (charted: Charted | null, size: 'small' | 'large' = 'small') =>
  render(<FigureChart charted={charted} size={size} />).container;
const name = () => screen.getByRole('img').getAttribute('aria-label');
const shapes = (container: Element, kind: string) =>
  container.querySelectorAll(`.chart:not(.chart-sample) .chart-${kind}`).length;

describe('FigureChart', () => {
  it('says in one sentence what is seen', () => {
    show(POPULATION);
    expect(name()).toBe(
      '2 versions (5 February 2025 to September 2025) give 40 million to 44 million; the page’s figure, 42 million, is within their range.',
    );
  });

  it.each<[string, Charted['page'], string]>([
    ['above', { ...PAGE, low: 45e6, high: 46e6 }, 'is above them all.'],
    ['below', { ...PAGE, low: 30e6, high: 31e6 }, 'is below them all.'],
    ['open towards them', { ...PAGE, low: 30e6, high: null }, 'is within their range.'],
    ['absent', null, 'give 40 million to 44 million.'],
  ])('says where the page’s figure is: %s', (_, page, said) => {
    show({ ...POPULATION, page });
    expect(name()).toContain(said);
  });

  it('says so when all give the same', () => {
    show(sampleCharted([valued(20, '2024'), valued(20, '2024')]));
    expect(name()).toBe('2 versions (2024) all give 20.');
  });

  it('draws nothing of fewer than two versions; the large one says why, where there are others', () => {
    const single = { ...sampleCharted([valued(40, '2025')]), leftOut: 1 };
    expect(show(single).textContent).toBe('');
    expect(show({ ...single, leftOut: 0 }, 'large').textContent).toBe('');
    expect(show(null, 'large').textContent).toBe('');
    expect(show(single, 'large').textContent).toContain('do not count the same thing');
  });

  it.each(['small', 'large'] as const)('stands figures of several scopes each under its own (%s)', async size => {
    const scope = (label: string) => ({ scope: { label, cues: [] } });
    const two = sampleCharted([valued(40, '2024', scope('men')), valued(60, '2025', scope('women'))], {
      ...PAGE,
      point: 50,
      low: 50,
      high: 50,
      words: '50',
    });
    const charted = { ...two, versions: two.versions.slice(0, 1), others: two.versions.slice(1), leftOut: 2 };
    const container = show(charted, size);
    const rows = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(rows.map(row => [...row.querySelectorAll('p')].map(({ textContent }) => textContent))).toEqual([
      ['This page', '50'],
      ['men', '40 · Institute s0 · 2024'],
      ['women', '60 · Institute s1 · 2025'],
    ]);
    const ends = [...container.querySelectorAll<HTMLElement>('.scoped-bar')].map(({ style }) => parseFloat(style.left));
    expect(ends[1]).toBeLessThan(ends[0] ?? 0);
    expect(ends[2]).toBeGreaterThan(ends[0] ?? 0);
    expect(container.textContent).toContain('1 version that counts something else is not drawn.');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('tells the version in force and echoes by their shapes, and names the shapes that occur', () => {
    const un = { attributedTo: 'UN' };
    const container = show(sampleCharted([valued(10, '2023', un), valued(10, '2024', un), valued(30, '2025')]));
    expect(['version', 'echo', 'in-force'].map(kind => shapes(container, kind))).toEqual([1, 1, 1]);
    expect(
      within(screen.getByRole('list'))
        .getAllByRole('listitem')
        .map(item => item.textContent?.trim()),
    ).toEqual(['Latest version', 'Version', 'The same voice again']);
  });

  it('says in words what the axis does, and what is left out', () => {
    const text = show({ ...POPULATION, leftOut: 2 }).textContent;
    expect(text).toContain('The axis does not start at 0.');
    expect(text).toContain('2 versions that count something else are not drawn.');
    expect(show(sampleCharted([valued(300, '2023'), valued(2e6, '2025')])).textContent).toContain('logarithmic');
  });

  it('has a table beside the large one, with every version and the page', () => {
    show(POPULATION, 'large');
    const rows = screen.getAllByRole('row', { hidden: true }).map(row => row.textContent);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toContain('42 million');
    expect(rows[2]).toContain('Institute s0');
    expect(rows[2]).toContain('5 February 2025');
  });

  it('has no id, no style and no reference that the page’s policy or its own names could break', () => {
    const html = show(POPULATION, 'large').innerHTML;
    expect(html).not.toMatch(/\s(?:id|style|href)=|url\(/);
  });

  it.each(['en', 'fa', 'ps'] as Language[])('passes the accessibility check: %s', async language => {
    setLanguage(language, CATALOGS[language]);
    const container = show(POPULATION, 'large');
    container.setAttribute('dir', direction());
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the chart of a comparison', () => {
  const [deported] = SAMPLE_PACK.claims as [Claim];
  const card = (count: number) => {
    const versions = Array.from({ length: count }, (_, i) =>
      makeVersion(`v${i}`, valued(800_000 + i * 1e5, `202${i}`)),
    );
    const pack = { ...SAMPLE_PACK, claims: [{ ...deported, versions }] };
    render(<ComparisonCard comparison={compareSample('Iran deported 500,000 Afghans.', {}, pack)} />);
    expect(screen.queryByRole('img')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^(All versions|Details)/ }));
  };

  it('stands above all versions, once they are asked for', () => {
    card(2);
    expect(name()).toContain('500,000, is below them all');
  });

  it('is not there for one version', () => {
    card(1);
    expect(screen.queryByRole('img')).toBeNull();
  });
});

// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Comparison } from '@/lib/reading/reading';
import { compareSample as compare } from '@/lib/reading/sample-comparison';
import { SAMPLE_PACK } from '@/lib/reading/sample-pack';
import type { Pack } from '@/lib/reading/types';
import { ComparisonCard } from './ComparisonCard';

afterEach(cleanup);

/** The sample with every text of sources, claims and versions made hostile. */
function hostilePack(hostile: string): Pack {
  return {
    ...SAMPLE_PACK,
    sources: SAMPLE_PACK.sources.map(source => ({
      ...source,
      title: hostile,
      publisher: hostile,
      url: `javascript:${hostile}`,
    })),
    claims: SAMPLE_PACK.claims.map(claim => ({
      ...claim,
      question: hostile,
      note: hostile,
      versions: claim.versions.map(version => ({
        ...version,
        text: hostile,
        note: hostile,
        attributedTo: hostile,
        holder: hostile,
      })),
    })),
  };
}

const SENTENCE = 'Iran “deported”  500,000 Afghans in 2024 – so it is said.';
const show = (comparison: Comparison) =>
  render(<ComparisonCard comparison={comparison} headingId="heading" />).container;
/** Shows it with all versions. */
const showAll = (comparison: Comparison) => {
  const container = show(comparison);
  fireEvent.click(screen.getByRole('button', { name: /^(All versions|Details)/ }));
  return container;
};
const versions = () => within(screen.getAllByRole('list')[0] as HTMLElement).getAllByRole('listitem');

describe('ComparisonCard', () => {
  it('shows the page’s words unchanged, with the marked ones set off', () => {
    const container = show(compare(SENTENCE));
    expect(container.querySelector('blockquote')?.textContent).toBe(SENTENCE);
    expect(container.querySelector('blockquote mark')?.textContent).toBe('500,000');
  });

  it('says for which period the page speaks', () => {
    expect(show(compare(SENTENCE)).querySelector('figcaption')?.textContent).toBe('This page says (2024)');
  });

  it('has the question as its heading, with the id that the dialog is named by', () => {
    show(compare(SENTENCE));
    expect(screen.getByRole('heading', { name: 'How many Afghans has Iran sent back?' }).id).toBe('heading');
  });

  it('says the verdict as a label and as a sentence', () => {
    const text = show(compare(SENTENCE)).querySelector('.verdict')?.textContent;
    expect(text).toMatch(/^Differs /);
    expect(text).toContain('38% lower (−300,000)');
  });

  it('shows at first the nearest version alone, with its distance, source and date', () => {
    const text = show(compare(SENTENCE)).querySelector('.versions')?.textContent ?? '';
    for (const part of ['800,000', 'Page is 38% lower (−300,000)', 'Institute lakeside', '10 February 2025'])
      expect(text).toContain(part);
    expect(text).not.toContain('Lakeside counts');
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('shows all versions on demand, and fewer again', () => {
    show(compare('No country has recognised the Taliban.'));
    const button = screen.getByRole('button', { name: 'All versions (2)' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-controls') ?? '')?.textContent).toContain('Judged by');
    expect(versions()).toHaveLength(2);
    fireEvent.click(button);
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('shows of a dated statement the newer version at once', () => {
    const container = show(compare('No country has recognised the Taliban.'));
    expect(container.querySelector('.badge')?.textContent).toBe('Dated');
    expect([...container.querySelectorAll('h3')].map(heading => heading.textContent)).toEqual([
      'Nearest version',
      'Newer version',
    ]);
  });

  it('shows of a version its figure, relation, paraphrase, period, date and source', () => {
    showAll(compare(SENTENCE));
    const [version] = versions();
    const text = version?.textContent ?? '';
    for (const part of [
      '800,000',
      'Page is 38% lower (−300,000)',
      'Lakeside counts eight hundred thousand for 2024.',
      'Period2024',
      'As of31 December 2024',
      'Institute lakeside',
      'A year at the border',
      '10 February 2025',
    ])
      expect(text).toContain(part);
  });

  it('shows every version, those too that agree', () => {
    showAll(compare('No country has recognised the Taliban.'));
    expect(versions().map(version => version.getAttribute('data-relation'))).toEqual(['agrees', 'other-value']);
    expect(versions().map(version => version.querySelector('.value')?.textContent)).toEqual([
      'no state recognises it',
      'a state recognises it',
    ]);
  });

  it('says which of several versions was the latest at that time', () => {
    showAll(compare('No country has recognised the Taliban.'));
    expect(versions().map(version => /latest at that time/.test(version.textContent ?? ''))).toEqual([true, false]);
  });

  it('shows whose word a version gives, who holds it and its note', () => {
    const claims = SAMPLE_PACK.claims.map(claim => ({
      ...claim,
      note: 'They count different months.',
      versions: claim.versions.map(version => ({
        ...version,
        attributedTo: 'Border police',
        holder: 'A holder',
        note: 'Printed twice.',
      })),
    }));
    const container = showAll(compare(SENTENCE, {}, { ...SAMPLE_PACK, claims }));
    const [version] = versions();
    expect(within(version as HTMLElement).getByText('Border police')).toBeDefined();
    expect(within(version as HTMLElement).getByText('A holder')).toBeDefined();
    expect(within(version as HTMLElement).getByText('Printed twice.')).toBeDefined();
    expect(container.textContent).toContain('They count different months.');
  });

  it.each([
    ['the page’s date', SENTENCE, '2025-02-01', 'Judged by the page’s date, 1 February 2025.'],
    ['today', SENTENCE, null, 'The page gives no date: judged by today.'],
    [
      'the sentence’s time',
      'By December 2024 no country had recognised the Taliban.',
      '2025-02-01',
      'Judged by the time that the sentence names, December 2024.',
    ],
  ])('says that it judges by %s', (_, text, date, words) => {
    showAll(compare(text, { date }));
    expect(screen.getByText(words)).toBeDefined();
  });

  it('shows hostile strings of a page and of a pack as text', () => {
    const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    const container = showAll(compare(`Iran ${hostile} deported 500,000 Afghans in 2024.`, {}, hostilePack(hostile)));
    expect(container.querySelectorAll('img, script, a')).toHaveLength(0);
    expect(container.querySelector('blockquote')?.textContent).toContain(hostile);
    expect(container.querySelector('h2')?.textContent).toBe(hostile);
    expect(versions()[0]?.querySelector('.text')?.textContent).toBe(hostile);
  });

  it.each([
    ['a figure', SENTENCE],
    ['a state of affairs', 'No country has recognised the Taliban.'],
    ['a position', 'Pressure does not move the Taliban.'],
  ])('has no accessibility violations: %s', async (_, text) => {
    const { violations } = await axe.run(showAll(compare(text)), { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});

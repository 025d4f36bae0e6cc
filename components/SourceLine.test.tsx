// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { makeSource } from '@/lib/reading/sample-pack';
import { SourceLine } from './SourceLine';

afterEach(cleanup);

const show = (more: Parameters<typeof makeSource>[1] = {}) =>
  render(<SourceLine source={makeSource('hillfort', more)} />).container;

describe('SourceLine', () => {
  it('names publisher, title and date', () => {
    expect(show().textContent?.replace(' ↗', '')).toBe('Institute hillfort, Report of hillfort, 1 March 2025');
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe('2025-03-01');
  });

  it('names the authors where there is no publisher', () => {
    expect(show({ publisher: null, authors: ['A. Khel', 'B. Zai'] }).textContent).toMatch(/^A\. Khel, B\. Zai, Report/);
  });

  it.each(['https://hillfort.example/a?b=c#d', 'http://hillfort.example/', 'HTTPS://hillfort.example/'])(
    'links the title to %s, in a tab that knows nothing of this page',
    url => {
      show({ url });
      const link = screen.getByRole('link', { name: 'Report of hillfort' });
      expect(link.getAttribute('href')).toBe(url);
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    },
  );

  it.each([
    null,
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example',
    'ftp://old.example',
    'mailto:a@b.example',
  ])('makes no link of %s', url => {
    show({ url });
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('Report of hillfort').tagName).toBe('CITE');
  });

  it('shows hostile strings as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const container = show({ title: hostile, publisher: hostile });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText(hostile, { selector: '.publisher' })).toBeDefined();
  });

  it.each([{}, { url: null }])('has no accessibility violations: %j', async more => {
    const { violations } = await axe.run(show(more), { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});

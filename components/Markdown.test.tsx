// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { Markdown } from './Markdown';

afterEach(() => {
  cleanup();
  document.documentElement.removeAttribute('dir');
});

const NOTE = `# Wells

Who *counted*? See [the page](https://news.example/wells).

- [x] ask
- [ ] count

| town | wells |
|---|---|
| هرات | ۴۰ |

> چهل چاه

\`\`\`
code
\`\`\`
`;

describe('Markdown', () => {
  it('draws a note as elements', () => {
    const { container } = render(<Markdown text={NOTE} />);
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Wells');
    expect(screen.getByRole('link', { name: 'the page' }).getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(screen.getAllByRole('cell').map(cell => cell.textContent)).toEqual(['هرات', '۴۰']);
    expect(container.querySelector('blockquote')?.getAttribute('dir')).toBe('auto');
  });

  it('draws HTML as text, and images as links', () => {
    const { container } = render(
      <Markdown text={'<img src=x onerror=alert(1)>\n\n![a map](https://img.example/x.png)'} />,
    );
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(screen.getByRole('link', { name: 'a map' })).toBeDefined();
  });

  it('follows a changed text', () => {
    const { container, rerender } = render(<Markdown text="one" />);
    rerender(<Markdown text="**two**" />);
    expect(container.querySelector('strong')?.textContent).toBe('two');
    expect(container.textContent).toBe('two');
  });

  it.each(['ltr', 'rtl'])('has no accessibility violations, %s', async dir => {
    document.documentElement.dir = dir;
    const { container } = render(<Markdown text={NOTE} />);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RichElement, type RichNode, richText, safeLink } from './rich-text.ts';
import { toHtml } from './to-html.ts';

const html = (markdown: string) => richText(markdown).map(toHtml).join('');
const a = (href: string, words: string) =>
  `<a href="${href}" target="_blank" rel="noopener noreferrer nofollow">${words}</a>`;

describe('richText', () => {
  it.each([
    ['Plain', '<p dir="auto">Plain</p>'],
    ['one\ntwo', '<p dir="auto">one<br>two</p>'],
    ['**bold** *slanted* ~~gone~~', '<p dir="auto"><strong>bold</strong> <em>slanted</em> <del>gone</del></p>'],
    ['# Title', '<h3 dir="auto">Title</h3>'],
    ['###### Title', '<h6 dir="auto">Title</h6>'],
    ['> quote', '<blockquote dir="auto"><p>quote</p></blockquote>'],
    ['- [x] done\n- [ ] open', '<ul dir="auto"><li>☑ done</li><li>☐ open</li></ul>'],
    ['3. three', '<ol dir="auto" start="3"><li>three</li></ol>'],
    ['- a\n\n  b', '<ul dir="auto"><li><p>a</p><p>b</p></li></ul>'],
    ['`<b>`', '<p dir="auto"><code dir="ltr">&lt;b&gt;</code></p>'],
    ['```\n<b>\n```', '<pre dir="ltr" tabindex="0"><code>&lt;b&gt;</code></pre>'],
    ['***', '<hr dir="auto">'],
    ['|a|\n|-|\n|b|', '<table dir="auto"><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>'],
    ['[words](https://a.example/x?y=1&z)', `<p dir="auto">${a('https://a.example/x?y=1&amp;z', 'words')}</p>`],
    ['https://a.example/', `<p dir="auto">${a('https://a.example/', 'https://a.example/')}</p>`],
    ['[words][1]\n\n[1]: https://a.example/', `<p dir="auto">${a('https://a.example/', 'words')}</p>`],
    ['[words][2]', '<p dir="auto">[words][2]</p>'],
    ['![alt](https://a.example/i.png)', `<p dir="auto">${a('https://a.example/i.png', 'alt')}</p>`],
    ['<img src=x onerror=alert(1)>', '<span dir="auto" class="raw">&lt;img src=x onerror=alert(1)&gt;</span>'],
    ['a <b>c</b>', '<p dir="auto">a <span class="raw">&lt;b&gt;</span>c<span class="raw">&lt;/b&gt;</span></p>'],
    ['[x](javascript:alert(1))', '<p dir="auto">x (javascript:alert(1))</p>'],
    ['چهل چاه **خشک**', '<p dir="auto">چهل چاه <strong>خشک</strong></p>'],
    ['', ''],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it.each([
    ['https://a.example/', true],
    ['HTTP://a.example', true],
    ['mailto:a@b.example', true],
    ['javascript:alert(1)', false],
    [' https://a.example/', false],
    ['https:a', false],
    ['java\nscript:x', false],
    ['https://a.example/\nx', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['/relative', false],
    ['https://', false],
  ])('lets a link lead to %j: %s', (url, safe) => {
    expect(safeLink(url)).toBe(safe ? url : null);
  });

  const TAGS =
    'a blockquote br code del em h3 h4 h5 h6 hr li ol p pre section span strong sup table tbody td th thead tr ul';
  const allowed = new Set(TAGS.split(' '));
  const known = new Set(['class', 'dir', 'href', 'rel', 'start', 'tabindex', 'target']);
  const all = (nodes: readonly RichNode[]): RichElement[] =>
    nodes.flatMap(node => (typeof node === 'string' ? [] : [node, ...all(node.children)]));
  const pieces = [
    '<script>',
    '](',
    '[',
    '![',
    'javascript:x',
    '`',
    '\n',
    '\n> ',
    '\n- ',
    '|',
    '\n|-|\n',
    '**',
    '_',
    '&lt;',
    '<a href="',
    '[1]: ',
    '~~',
    '\0',
  ];

  it('makes none but its own elements and attributes of any text', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(text, parts => {
        const strange = all(richText(parts.join(''))).filter(
          ({ tag, attributes }) =>
            !allowed.has(tag) ||
            Object.keys(attributes).some(name => !known.has(name)) ||
            (attributes.href !== undefined && safeLink(attributes.href) === null),
        );
        expect(strange).toEqual([]);
      }),
      // The parser checks itself at each step outside of builds, which takes its time.
      { numRuns: 40 },
    );
  });

  it.each([
    ['nested quotes', '>'.repeat(50_000)],
    ['nested lists', '- '.repeat(50_000)],
    ['open brackets', '['.repeat(50_000)],
    ['open images', '![a]('.repeat(10_000)],
    ['a very long text', 'word '.repeat(30_000)],
  ])('shows %s as they were written', (_, text) => {
    expect(richText(text)).toEqual([{ tag: 'p', attributes: { dir: 'auto' }, children: [text] }]);
  });

  it('shows what is nested more deeply than a reader could see as it was written', () => {
    const deep = Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- x${depth}`).join('\n');
    const written = html(deep);
    expect(written).toContain('<li>x3<ul>');
    expect(written).toContain('- x59');
  });
});

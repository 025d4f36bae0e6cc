// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { readPageText, spanOfRange } from './page-text';
import { nodeRanges } from './pieces';
import { atOnce } from './slices';

const read = () => atOnce(readPageText(document));
const show = (html: string) => {
  document.body.innerHTML = html;
  return document.body;
};

beforeEach(() => {
  document.body.replaceChildren();
});

describe('the page’s text', () => {
  it.each([
    ['white space is collapsed', '<p>One \n\t two</p>\n\n<p> three </p>', 'One two\nthree'],
    ['inline elements are no borders', '<p>Fo<b>ur</b> <i>fi</i>ve</p>', 'Four five'],
    ['breaks are', '<p>Six<br>seven</p>', 'Six\nseven'],
    ['blocks are, inside others too', 'One<div>two<p>three</p>four</div>five', 'One\ntwo\nthree\nfour\nfive'],
    [
      'menus and footers are text too',
      '<nav>Home</nav><p>Story</p><footer>Small print</footer>',
      'Home\nStory\nSmall print',
    ],
    ['code and fields are not', '<p>a<script>b</script><textarea>c</textarea><style>d</style></p>', 'a'],
    ['hidden text is not', '<p>seen</p><p hidden>b</p><p>seen <span hidden>not</span>too</p>', 'seen\nseen too'],
    ['what can be edited is not', '<p>seen</p><div contenteditable>my draft</div>', 'seen'],
    ['what can be opened is', '<details><summary>More</summary><p>inside</p></details>', 'More\ninside'],
    ['our own views are not', '<p>seen</p><daftar-notes>x</daftar-notes><div data-daftar>y</div>', 'seen'],
    [
      'our marks change nothing',
      '<p>It was <daftar-mark>3 mil</daftar-mark>lion in all</p>',
      'It was 3 million in all',
    ],
  ])('%s', (_, html, text) => {
    show(html);
    expect(read().text).toBe(text);
  });

  it('holds open shadow roots in their places', () => {
    const host = show('<p>before</p><x-story></x-story><p>behind</p>').querySelector('x-story') as Element;
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>within</p>';
    expect(read().text).toBe('before\nwithin\nbehind');
  });

  it('leads back to text nodes', () => {
    show('<p>One  two</p><p>three <b>four</b></p>');
    const text = read();
    const parts = nodeRanges(text, { start: 4, end: text.text.length });
    expect(parts.map(({ node, start, end }) => node.data.slice(start, end))).toEqual(['two', 'three ', 'four']);
  });
});

describe('a range', () => {
  const select = (from: [Node, number], to: [Node, number]) => {
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    const text = read();
    const span = spanOfRange(text, range);
    return span && text.text.slice(span.start, span.end);
  };

  it('within one node is found, without white space at its ends', () => {
    const node = show('<p>One  two three</p>').querySelector('p')?.firstChild as Text;
    expect(select([node, 3], [node, 9])).toBe('two');
  });

  it('over elements and blocks is found', () => {
    const body = show('<p>One <b>two</b></p><p>three four</p>');
    const [bold, last] = [body.querySelector('b')?.firstChild as Text, body.lastChild?.firstChild as Text];
    expect(select([bold, 1], [last, 5])).toBe('wo\nthree');
    expect(select([body, 0], [body, 1])).toBe('One two');
  });

  it('of what is no text of the page is none', () => {
    const body = show('<p>One</p><div contenteditable>mine</div>');
    const draft = body.lastChild?.firstChild as Text;
    expect(select([draft, 0], [draft, 4])).toBeNull();
    expect(select([body, 0], [body, 0])).toBeNull();
  });
});

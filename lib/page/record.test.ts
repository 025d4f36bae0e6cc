// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type PageRecord, recordPage, replay } from './record';
import { atOnce } from './slices';
import { BLOCK, NAMED, NEVER, SAYING, TELLING, TEXT } from './traits';

function record(html: string): PageRecord {
  document.body.innerHTML = html;
  return atOnce(recordPage(document.body));
}

const namesOf = ({ nodes, texts }: PageRecord) =>
  nodes.map((node, i) => (node.nodeType === 3 ? texts[i] : (node as Element).localName));

describe('recordPage', () => {
  it('lists the page in its order, each element with where it ends', () => {
    const all = record('<p>In <b>Kabul</b> now</p><p>Rain</p>');
    expect(namesOf(all)).toEqual(['body', 'p', 'In ', 'b', 'Kabul', ' now', 'p', 'Rain']);
    expect(all.ends).toEqual([8, 6, 3, 5, 5, 6, 8, 8]);
  });

  it('counts a text without the white space at its ends', () => {
    expect(record('<p>\n  two  words </p>').lengths[2]).toBe('two  words'.length);
    expect(record('<p> \n</p>').lengths[2]).toBe(0);
  });

  it('goes into open shadow roots in their places, and to what is given to their slots', () => {
    document.body.innerHTML = '<div><i>given</i><u slot="none">lost</u></div>';
    const shadow = (document.querySelector('div') as Element).attachShadow({ mode: 'open' });
    shadow.innerHTML = '<b>before</b><slot></slot>';
    expect(namesOf(atOnce(recordPage(document.body)))).toEqual(['body', 'div', 'b', 'before', 'slot', 'i', 'given']);
  });

  it.each<[string, string, number]>([
    ['a paragraph', '<p id="x">Kabul</p>', BLOCK],
    ['an inline element', '<b>a <em id="x">Kabul</em></b>', 0],
    ['an inline element with attributes that say nothing', '<b>a <em id="x" title="T" data-x="1">Kabul</em></b>', 0],
    ['a heading', '<h2 id="x">Kabul</h2>', BLOCK | TELLING],
    ['a link', '<p>a <a id="x" href="/y">Kabul</a></p>', TELLING],
    ['a part with a name', '<div id="x" class="newsletter-box">Kabul</div>', BLOCK | NAMED],
    ['a menu', '<nav id="x">Kabul</nav>', NEVER],
    ['what is hidden', '<p id="x" hidden>Kabul</p>', BLOCK | SAYING | NEVER],
    ['what is for screen readers only', '<span id="x" class="sr-only">Kabul</span>', NEVER],
    ['an article by its role', '<div id="x" role="article">Kabul</div>', BLOCK | SAYING],
    ['a component in a line of its own', '<my-part id="x">Kabul</my-part>', BLOCK | TELLING | SAYING],
    ['a component in running text', '<p>a <my-part id="x">Kabul</my-part> b</p>', TELLING | SAYING],
    ['a mark of ours', '<p>a <daftar-mark id="x" role="button">Kabul</daftar-mark></p>', 0],
  ])('knows %s', (_, html, traits) => {
    const all = record(html);
    expect(all.traits[all.nodes.indexOf(document.getElementById('x') as Element)]).toBe(traits);
  });

  it('has nothing of what is in an element that is never read', () => {
    expect(namesOf(record('<nav><p>Home</p></nav><p>Kabul</p>'))).toEqual(['body', 'nav', 'p', 'Kabul']);
  });

  it('has what a heading’s button opens', () => {
    const all = record('<h3><button aria-controls="y">More</button></h3><div id="y" hidden>Kabul</div>');
    expect(namesOf(all)).toContain('Kabul');
  });
});

describe('replay', () => {
  it('reads texts and enters elements that have traits, in order, and leaves what it has entered', () => {
    const all = record('<p>In <b>Kabul</b></p><ul><li>Rain</li></ul>');
    const told: string[] = [];
    const enter = (at: number, place: string) => {
      const name = (all.nodes[at] as Element).localName;
      if (name === 'ul') return null;
      told.push(`<${name}>`);
      return { place: `${place}${name} `, leave: () => void told.push(`</${name}>`) };
    };
    atOnce(replay(all, 0, '', (at, place) => void told.push(`${place}${all.texts[at]}`), enter));
    expect(told).toEqual(['<p>', 'p In ', 'p Kabul', '</p>']);
  });

  it('stays within the element that it is asked for', () => {
    const all = record('<p>One</p><div><p>Two</p><p>Three</p></div><p>Four</p>');
    const texts: unknown[] = [];
    const from = all.nodes.indexOf(document.querySelector('div') as Element);
    atOnce(
      replay(
        all,
        from,
        null,
        at => void texts.push(all.texts[at]),
        () => ({ place: null }),
      ),
    );
    expect(texts).toEqual(['Two', 'Three']);
    expect(all.traits[from + 2]).toBe(TEXT);
  });
});

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { triggerTest } from '@/lib/reading/triggers';
import { lookForFirst } from './first-look';
import { recordPage } from './record';
import { atOnce } from './slices';

const test = triggerTest(['kabul', 'sar-e pul']);

const look = (root: Element, passes: (line: string) => boolean): boolean =>
  atOnce(lookForFirst(atOnce(recordPage(root)), passes));

function holds(html: string): boolean {
  document.body.innerHTML = html;
  return look(document.documentElement, test);
}

describe('lookForFirst', () => {
  it.each([
    ['a paragraph', '<p>They left Kabul.</p>'],
    ['a word in two elements', '<p><span>K</span>abul fell.</p>'],
    ['a phrase in two elements and lines', '<p>In Sar-e\n  <b>Pul</b> too.</p>'],
    ['a word before a note', '<p>In Kabul<sup>1</sup></p>'],
    ['a word before a link to a note', '<p>In Kabul<a href="#n2">2</a></p>'],
    ['a word before a line break', '<p>Kabul<br>Province</p>'],
    ['a word at the end of a block', '<div>Kabul<p>Province</p></div>'],
    ['a word beside a part with a name', '<p>Kabul<span class="credit">AFP</span></p>'],
    [
      'a panel that a heading’s button opens',
      '<h3><button aria-controls="x">More</button></h3><p id="x" hidden>Kabul</p>',
    ],
    ['the body’s own text', 'Kabul'],
  ])('finds a trigger in %s', (_, html) => {
    expect(holds(html)).toBe(true);
  });

  it('finds one in an open shadow root', () => {
    document.body.innerHTML = '<div></div>';
    document.querySelector('div')?.attachShadow({ mode: 'open' }).append('Kabul');
    expect(look(document.body, test)).toBe(true);
  });

  it.each([
    ['no trigger', '<p>They left Geneva.</p>'],
    ['one in a script only', '<script>"Kabul"</script><p>They left.</p>'],
    ['one in the menu only', '<nav>Kabul</nav><p>They left.</p>'],
    ['one in what is hidden only', '<p hidden>Kabul</p><p>They left.</p>'],
    ['half of one at the border of two blocks', '<p>Ka</p><p>bul</p>'],
  ])('finds none where there is %s', (_, html) => {
    expect(holds(html)).toBe(false);
  });

  it('goes no further than the first', () => {
    const tested: string[] = [];
    document.body.innerHTML = '<p>One.</p><p>Kabul.</p><p>Three.</p>';
    look(document.body, line => {
      tested.push(line);
      return test(line);
    });
    expect(tested).toEqual(['One.', 'Kabul.']);
  });
});

// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMarkPainter, MARK_ELEMENT, type PaintRange } from './highlighter';

/** Marks of the page in order, as their texts. */
const marked = () => [...document.querySelectorAll(MARK_ELEMENT)].map(mark => mark.textContent);

/** Ranges of the given words in `text`, in order. */
function rangesOf(text: string, ...words: string[]): PaintRange[] {
  return words.map((word, i) => {
    const start = text.indexOf(word);
    return { id: `m${i}`, first: true, start, end: start + word.length };
  });
}

/** Every node below `root` with its data, to compare identities as well as contents. */
function nodesOf(root: Node): [Node, string | null, number][] {
  return [...root.childNodes].flatMap(node => [[node, node.nodeValue, node.childNodes.length], ...nodesOf(node)]) as [
    Node,
    string | null,
    number,
  ][];
}

function put(html: string): Text {
  document.body.innerHTML = html;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  return walker.nextNode() as Text;
}

function makePainter(dress: (element: HTMLElement, range: PaintRange) => void = () => {}) {
  const controller = new AbortController();
  return { painter: createMarkPainter(dress, controller.signal), controller };
}

const SENTENCE = 'The Taliban took Kabul in August 2021, and Kabul fell quiet.';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('paint', () => {
  it.each([
    ['one range in the middle', SENTENCE, ['Kabul']],
    ['several ranges', SENTENCE, ['Taliban', 'Kabul', '2021']],
    ['a range at the start of the node', 'Kabul fell.', ['Kabul']],
    ['a range at the end of the node', 'They reached Kabul', ['Kabul']],
    ['the whole node', 'Kabul', ['Kabul']],
    ['two ranges side by side', 'KabulHerat', ['Kabul', 'Herat']],
    ['characters that HTML would escape', 'Trade & aid <of Kabul> "rose"', ['& aid <of', '"rose"']],
    ['letters beyond the basic plane', 'Flag 🇦🇫 over Kabul 😀.', ['🇦🇫', 'Kabul']],
  ])('marks exactly the words: %s', (_, text, words) => {
    const node = put('<p>x</p>');
    node.data = text;
    makePainter().painter.paint(node, rangesOf(text, ...words));
    expect(marked()).toEqual(words);
    expect(document.body.textContent).toBe(text);
  });

  it('keeps the page’s own text node as the text before the first mark', () => {
    const node = put(`<p>${SENTENCE}</p>`);
    makePainter().painter.paint(node, rangesOf(SENTENCE, 'Taliban'));
    expect(node.isConnected).toBe(true);
    expect(node.data).toBe('The ');
  });

  it('leaves the nodes beside the marked one alone', () => {
    const node = put('<p>In Kabul <b>and</b> in Kabul<!-- desk --></p>');
    const others = [...(node.parentNode as Node).childNodes].slice(1);
    makePainter().painter.paint(node, rangesOf(node.data, 'Kabul'));
    expect([...(document.querySelector('p') as Element).childNodes].slice(-3)).toEqual(others);
    expect(marked()).toEqual(['Kabul']);
  });

  it('gives each element to dress once, with its own range', () => {
    const dress = vi.fn((element: HTMLElement, range: PaintRange) => element.setAttribute('data-m', range.id));
    const node = put(`<p>${SENTENCE}</p>`);
    makePainter(dress).painter.paint(node, rangesOf(SENTENCE, 'Taliban', 'Kabul'));
    expect(dress).toHaveBeenCalledTimes(2);
    expect(document.querySelector('[data-m="m1"]')?.textContent).toBe('Kabul');
    expect(dress.mock.calls.map(([, { first }]) => first)).toEqual([true, true]);
  });

  it('puts no attribute of its own on a mark', () => {
    const node = put(`<p>${SENTENCE}</p>`);
    makePainter().painter.paint(node, rangesOf(SENTENCE, 'Kabul'));
    expect(document.querySelector(MARK_ELEMENT)?.attributes).toHaveLength(0);
  });

  it('does not change the ranges that it is given', () => {
    const node = put(`<p>${SENTENCE}</p>`);
    const ranges = rangesOf(SENTENCE, 'Taliban', 'Kabul');
    makePainter().painter.paint(node, ranges);
    expect(ranges).toEqual(rangesOf(SENTENCE, 'Taliban', 'Kabul'));
  });

  it('leaves a node that is marked already as it is', () => {
    const node = put(`<p>${SENTENCE}</p>`);
    const { painter } = makePainter();
    painter.paint(node, rangesOf(SENTENCE, 'Kabul'));
    const before = document.body.innerHTML;
    painter.paint(node, [{ id: 'other', first: true, start: 0, end: 3 }]);
    expect(document.body.innerHTML).toBe(before);
  });

  it('leaves a node that is gone from the page alone', () => {
    const node = put(`<p>${SENTENCE}</p>`);
    node.remove();
    makePainter().painter.paint(node, rangesOf(SENTENCE, 'Kabul'));
    expect(node.data).toBe(SENTENCE);
  });

  it('does nothing once the signal is aborted', () => {
    const node = put(`<p>${SENTENCE}</p>`);
    const { painter, controller } = makePainter();
    controller.abort();
    painter.paint(node, rangesOf(SENTENCE, 'Kabul'));
    expect(marked()).toEqual([]);
  });
});

describe('clear', () => {
  it.each([
    ['plain text', `<p>${SENTENCE}</p>`, ['Taliban', 'Kabul', '2021']],
    ['inline neighbours', '<p>From Kabul to Herat<em> and</em> back</p>', ['Kabul', 'Herat']],
    ['entities at both ends of the node', '<p>&amp; Kabul &nbsp;fell &lt;</p>', ['&', 'Kabul', '<']],
    ['a node that is all marked', '<ul><li>Kabul</li><li>Herat</li></ul>', ['Kabul']],
  ])('gives back the same nodes with the same text: %s', (_, html, words) => {
    const node = put(html);
    const before = nodesOf(document.body);
    const { painter } = makePainter();
    painter.paint(node, rangesOf(node.data, ...words));
    expect(marked()).toEqual(words);
    painter.clear(node);
    const after = nodesOf(document.body);
    expect(after).toHaveLength(before.length);
    after.forEach(([now, data, count], i) => {
      expect(now).toBe(before[i]?.[0]);
      expect([data, count]).toEqual(before[i]?.slice(1));
    });
  });

  it('keeps text nodes apart that the page itself had split', () => {
    const node = put('<p>Kabul and </p>');
    node.after('Herat');
    const { painter } = makePainter();
    painter.paint(node, rangesOf(node.data, 'Kabul'));
    painter.clear(node);
    expect([...(document.querySelector('p') as Element).childNodes].map(child => child.nodeValue)).toEqual([
      'Kabul and ',
      'Herat',
    ]);
  });

  it('undoes whatever was painted, in any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const cuts = fc.uniqueArray(fc.nat(60), { maxLength: 8 });
    fc.assert(
      fc.property(text, cuts, (data, places) => {
        const node = put('<p>x</p><i>next</i>');
        node.data = data;
        const ends = places.filter(place => place <= data.length).sort((a, b) => a - b);
        const ranges = ends.flatMap((start, i) => {
          const end = ends[i + 1];
          return i % 2 === 0 && end !== undefined ? [{ id: `${i}`, first: true, start, end }] : [];
        });
        const parent = node.parentNode as Node;
        const { painter } = makePainter();
        painter.paint(node, ranges);
        const visible = ranges.map(({ start, end }) => data.slice(start, end)).filter(words => words.trim() !== '');
        expect(marked()).toEqual(visible);
        expect(parent.textContent).toBe(data);
        painter.clearAll();
        expect([...parent.childNodes]).toEqual([node]);
        expect(node.data).toBe(data);
      }),
      { numRuns: 150 },
    );
  });

  it('allows the node to be painted again', () => {
    const node = put(`<p>${SENTENCE}</p>`);
    const { painter } = makePainter();
    painter.paint(node, rangesOf(SENTENCE, 'Kabul'));
    painter.clear(node);
    painter.paint(node, rangesOf(SENTENCE, 'Taliban'));
    expect(marked()).toEqual(['Taliban']);
  });

  it('keeps what the page wrote into its node meanwhile', () => {
    const node = put(`<p>${SENTENCE}</p>`);
    const { painter } = makePainter();
    painter.paint(node, rangesOf(SENTENCE, 'Kabul'));
    node.data = 'Updated: ';
    painter.clear(node);
    expect(document.body.textContent).toBe('Updated: ');
    expect(marked()).toEqual([]);
  });

  it('leaves a part that the page moved where the page put it', () => {
    const node = put(`<p>${SENTENCE}</p><section></section>`);
    const { painter } = makePainter();
    painter.paint(node, rangesOf(SENTENCE, 'Kabul'));
    const mark = document.querySelector(MARK_ELEMENT) as Element;
    document.querySelector('section')?.append(mark);
    painter.clear(node);
    expect(mark.parentNode).toBe(document.querySelector('section'));
  });

  it('takes all marks of all nodes out on abort', () => {
    const first = put('<p>Kabul</p><p>Herat</p>');
    const second = document.querySelectorAll('p')[1]?.firstChild as Text;
    const { painter, controller } = makePainter();
    painter.paint(first, rangesOf('Kabul', 'Kabul'));
    painter.paint(second, rangesOf('Herat', 'Herat'));
    expect(marked()).toEqual(['Kabul', 'Herat']);
    controller.abort();
    expect(document.body.innerHTML).toBe('<p>Kabul</p><p>Herat</p>');
  });
});

describe('owns', () => {
  it('knows marks, the text in them and the text behind them as its own, and the page’s node not', () => {
    const node = put(`<p>${SENTENCE}</p>`);
    const { painter } = makePainter();
    painter.paint(node, rangesOf(SENTENCE, 'Taliban'));
    const mark = document.querySelector(MARK_ELEMENT) as Element;
    expect(painter.owns(mark)).toBe(true);
    expect(painter.owns(mark.firstChild as Node)).toBe(true);
    expect(painter.owns(mark.nextSibling as Node)).toBe(true);
    expect(painter.owns(node)).toBe(false);
    expect(painter.owns(document.createElement(MARK_ELEMENT))).toBe(false);
  });
});

// @vitest-environment jsdom
/** Both painters must do the same: what is said of marks here holds for elements and for highlights. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHighlightPainter } from './highlight-painter';
import { createMarkPainter } from './highlighter';
import { MARK_ELEMENT } from './own-elements';
import type { Painter, PaintRange } from './painter';

// jsdom has no highlights: what a painter does with the registry can be seen on a plain map of sets.
const registry = new Map<string, Set<AbstractRange>>();
Object.assign(window, { Highlight: class extends Set<AbstractRange> {}, CSS: { highlights: registry } });

interface Way {
  name: string;
  make(signal: AbortSignal): Painter;
  /** The marked words, in the order of the page. */
  marked(): string[];
}

const ELEMENTS: Way = {
  name: 'elements',
  make: signal => createMarkPainter(() => {}, signal),
  marked: () => [...document.querySelectorAll(MARK_ELEMENT)].map(mark => mark.textContent ?? ''),
};
const HIGHLIGHTS: Way = {
  name: 'highlights',
  make: signal => createHighlightPainter(id => `daftar-${id.charAt(0)}`, signal),
  marked: () =>
    [...registry.values()]
      .flatMap(ranges => [...ranges])
      .sort((a, b) => {
        const order = a.startContainer.compareDocumentPosition(b.startContainer);
        return order === 0 ? a.startOffset - b.startOffset : order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      })
      .map(({ startContainer, startOffset, endOffset }) => (startContainer as Text).data.slice(startOffset, endOffset)),
};

/** Ranges of the given words in `text`, in order. */
function rangesOf(text: string, ...words: string[]): PaintRange[] {
  return words.map((word, i) => {
    const start = text.indexOf(word);
    return { id: `m${i}`, first: true, start, end: start + word.length };
  });
}

/** Every node below `root` with its data, to compare identities as well as contents. */
const nodesOf = (root: Node): [Node, string | null][] =>
  [...root.childNodes].flatMap(node => [[node, node.nodeValue] as [Node, string | null], ...nodesOf(node)]);

function put(html: string): Text {
  document.body.innerHTML = html;
  return document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT).nextNode() as Text;
}

const paragraph = () => document.querySelector('p') as HTMLElement;

/** What an observer tells of a change. */
async function recordsOf(change: () => void): Promise<MutationRecord[]> {
  const observer = new MutationObserver(() => {});
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  change();
  const records = observer.takeRecords();
  observer.disconnect();
  return records;
}

const SENTENCE = 'The Taliban took Kabul in August 2021, and Kabul fell quiet.';

beforeEach(() => {
  document.body.innerHTML = '';
  registry.clear();
});

describe.each([ELEMENTS, HIGHLIGHTS])('$name', ({ make, marked }) => {
  function makePainter() {
    const controller = new AbortController();
    return { painter: make(controller.signal), controller };
  }

  /** The sentence with marks on some of its words. */
  function painted(words: string[], html = `<p>${SENTENCE}</p>`) {
    const node = put(html);
    const { painter, controller } = makePainter();
    painter.paint(node, rangesOf(node.data, ...words));
    return { node, painter, controller };
  }

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

    it('leaves the nodes beside the marked one alone', () => {
      const node = put('<p>In Kabul <b>and</b> in Kabul<!-- desk --></p>');
      const others = [...paragraph().childNodes].slice(1);
      makePainter().painter.paint(node, rangesOf(node.data, 'Kabul'));
      expect([...paragraph().childNodes].slice(-3)).toEqual(others);
      expect(marked()).toEqual(['Kabul']);
    });

    it('does not change the ranges that it is given', () => {
      const node = put(`<p>${SENTENCE}</p>`);
      const ranges = rangesOf(SENTENCE, 'Taliban', 'Kabul');
      makePainter().painter.paint(node, ranges);
      expect(ranges).toEqual(rangesOf(SENTENCE, 'Taliban', 'Kabul'));
    });

    it('leaves a node that is marked already as it is', () => {
      const { node, painter } = painted(['Kabul']);
      painter.paint(node, [{ id: 'other', first: true, start: 0, end: 3 }]);
      expect(marked()).toEqual(['Kabul']);
    });

    it('leaves a node that is gone from the page alone', () => {
      const node = put(`<p>${SENTENCE}</p>`);
      node.remove();
      makePainter().painter.paint(node, rangesOf(SENTENCE, 'Kabul'));
      expect(node.data).toBe(SENTENCE);
      expect(marked()).toEqual([]);
    });

    it('does nothing once the signal is aborted', () => {
      const node = put(`<p>${SENTENCE}</p>`);
      const { painter, controller } = makePainter();
      controller.abort();
      painter.paint(node, rangesOf(SENTENCE, 'Kabul'));
      expect(marked()).toEqual([]);
    });

    it('is known afterwards', () => {
      const { node, painter } = painted(['Kabul']);
      expect(painter.paints(node)).toBe(true);
      expect(painter.ownerOf(node)).toBeNull();
      painter.clear(node);
      expect(painter.paints(node)).toBe(false);
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
      after.forEach(([now, data], i) => {
        expect(now).toBe(before[i]?.[0]);
        expect(data).toEqual(before[i]?.[1]);
      });
      expect(marked()).toEqual([]);
    });

    it('keeps text nodes apart that the page itself had split', () => {
      const node = put('<p>Kabul and </p>');
      node.after('Herat');
      const { painter } = makePainter();
      painter.paint(node, rangesOf(node.data, 'Kabul'));
      painter.clear(node);
      expect([...paragraph().childNodes].map(child => child.nodeValue)).toEqual(['Kabul and ', 'Herat']);
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
          // Nobody sees marked white space, and mark.js leaves it out.
          const visible = (words: string) => words.trim() !== '';
          expect(marked().filter(visible)).toEqual(
            ranges.map(({ start, end }) => data.slice(start, end)).filter(visible),
          );
          expect(parent.textContent).toBe(data);
          painter.clearAll();
          expect([...parent.childNodes]).toEqual([node]);
          expect(node.data).toBe(data);
        }),
        { numRuns: 150 },
      );
    }, 30_000);

    it('allows the node to be painted again', () => {
      const { node, painter } = painted(['Kabul']);
      painter.clear(node);
      painter.paint(node, rangesOf(SENTENCE, 'Taliban'));
      expect(marked()).toEqual(['Taliban']);
    });

    it('keeps what the page wrote into its node meanwhile', () => {
      const { node, painter } = painted(['Kabul']);
      node.data = 'Updated: ';
      painter.clear(node);
      expect(document.body.textContent).toBe('Updated: ');
      expect(marked()).toEqual([]);
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
      expect(marked()).toEqual([]);
    });
  });

  describe('mend', () => {
    it.each<[string, (node: Text) => void, string]>([
      ['a framework writes new text into its node', node => (node.data = 'Kabul is calm.'), 'Kabul is calm.'],
      ['the page empties the paragraph', () => (paragraph().textContent = ''), ''],
      ['the page writes other markup', () => (paragraph().innerHTML = '<b>News</b> of Herat'), 'News of Herat'],
      ['a framework removes its node', node => node.remove(), ''],
      ['the whole paragraph goes', () => paragraph().remove(), ''],
    ])('leaves no mark and no text of ours where %s', async (_, change, text) => {
      const { node, painter } = painted(['Taliban', 'Kabul']);
      const records = await recordsOf(() => change(node));
      expect(painter.mend(records)).toEqual([node]);
      expect(document.body.textContent).toBe(text);
      expect(marked()).toEqual([]);
      expect(painter.paints(node)).toBe(false);
    });

    it('gives a node that the page took out its own text back', async () => {
      const { node, painter } = painted(['Kabul']);
      const records = await recordsOf(() => node.remove());
      painter.mend(records);
      expect(node.data).toBe(SENTENCE);
    });

    it.each<[string, () => void]>([
      ['another paragraph is added', () => document.body.append(document.createElement('p'))],
      ['the paragraph moves', () => document.body.append(document.createElement('div'), paragraph())],
      ['something is put behind the text', () => paragraph().append('!')],
      ['an attribute changes', () => paragraph().setAttribute('class', 'lead')],
    ])('leaves the marks alone where %s', async (_, change) => {
      const { painter } = painted(['Kabul']);
      const records = await recordsOf(change);
      expect(painter.mend(records)).toEqual([]);
      expect(marked()).toEqual(['Kabul']);
    });

    it('lets no change of other text touch the marks', async () => {
      const { painter } = painted(['Kabul'], `<p>${SENTENCE}</p><p>Other</p>`);
      const other = document.querySelectorAll('p')[1]?.firstChild as Text;
      expect(painter.mend(await recordsOf(() => (other.data = 'Changed')))).toEqual([]);
      expect(marked()).toEqual(['Kabul']);
    });
  });
});

describe('elements only', () => {
  const makePainter = (dress: (element: HTMLElement, range: PaintRange) => void = () => {}) =>
    createMarkPainter(dress, new AbortController().signal);
  const mark = () => document.querySelector(MARK_ELEMENT) as Element;

  function painted(...words: string[]) {
    const node = put(`<p>${SENTENCE}</p>`);
    const painter = makePainter();
    painter.paint(node, rangesOf(SENTENCE, ...words));
    return { node, painter };
  }

  it('keeps the page’s own text node as the text before the first mark', () => {
    const { node } = painted('Taliban');
    expect(node.isConnected).toBe(true);
    expect(node.data).toBe('The ');
  });

  it('gives each element to dress once, with its own range', () => {
    const dress = vi.fn((element: HTMLElement, range: PaintRange) => element.setAttribute('data-m', range.id));
    const node = put(`<p>${SENTENCE}</p>`);
    makePainter(dress).paint(node, rangesOf(SENTENCE, 'Taliban', 'Kabul'));
    expect(dress).toHaveBeenCalledTimes(2);
    expect(document.querySelector('[data-m="m1"]')?.textContent).toBe('Kabul');
  });

  it('puts no attribute of its own on a mark', () => {
    painted('Kabul');
    expect(mark().attributes).toHaveLength(0);
  });

  it('knows marks, the text in them and the text behind them as its own', () => {
    const { node, painter } = painted('Taliban');
    expect(painter.ownerOf(mark())).toBe(node);
    expect(painter.ownerOf(mark().firstChild as Node)).toBe(node);
    expect(painter.ownerOf(mark().nextSibling as Node)).toBe(node);
    expect(painter.ownerOf(document.createElement(MARK_ELEMENT))).toBeNull();
  });

  it.each<[string, () => void]>([
    ['removes a mark', () => mark().remove()],
    ['removes all that is not its own', () => paragraph().firstChild?.nextSibling?.remove()],
    ['removes the text behind a mark', () => mark().nextSibling?.remove()],
    ['puts something between the parts', () => mark().before(document.createElement('i'))],
  ])('gives the words back where the page %s', async (_, change) => {
    const { node, painter } = painted('Taliban', 'Kabul');
    const records = await recordsOf(change);
    expect(painter.mend(records)).toEqual([node]);
    expect(document.body.textContent).toBe(SENTENCE);
    expect(mark()).toBeNull();
    expect(node.data).toBe(SENTENCE);
  });

  it('leaves a translation where the translator put it, without our elements', async () => {
    const { node, painter } = painted('Taliban', 'Kabul');
    const records = await recordsOf(() => {
      const walker = document.createTreeWalker(paragraph(), NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const font = document.createElement('font');
        font.textContent = text.data.toUpperCase();
        text.replaceWith(font);
      }
    });
    expect(painter.mend(records)).toEqual([node]);
    expect(document.body.textContent).toBe(SENTENCE.toUpperCase());
    expect(mark()).toBeNull();
  });

  it('leaves the words of a part that the page moved where the page put it', async () => {
    const { painter } = painted('Kabul');
    const section = document.createElement('section');
    document.body.append(section);
    const records = await recordsOf(() => section.append(mark()));
    painter.mend(records);
    expect(section.innerHTML).toBe('Kabul');
    expect(document.body.textContent).toBe(SENTENCE.replace('Kabul', '').concat('Kabul'));
  });
});

describe('highlights only', () => {
  it('tell which range holds a place', () => {
    const node = put(`<p>${SENTENCE}</p>`);
    const painter = createHighlightPainter(() => 'daftar-x', new AbortController().signal);
    const ranges = rangesOf(SENTENCE, 'Taliban', 'Kabul');
    painter.paint(node, ranges);
    expect(painter.rangeAt(node, SENTENCE.indexOf('Kabul') + 2)).toEqual(ranges[1]);
    expect(painter.rangeAt(node, 0)).toBeNull();
  });

  it('come back with the next mark after the page has emptied the registry', () => {
    const first = put('<p>Kabul</p><p>Herat</p>');
    const second = document.querySelectorAll('p')[1]?.firstChild as Text;
    const painter = createHighlightPainter(() => 'daftar-x', new AbortController().signal);
    painter.paint(first, rangesOf('Kabul', 'Kabul'));
    registry.clear();
    painter.paint(second, rangesOf('Herat', 'Herat'));
    expect(HIGHLIGHTS.marked()).toEqual(['Kabul', 'Herat']);
  });

  it('change nothing in the tree', async () => {
    const node = put(`<p>${SENTENCE}</p>`);
    const painter = createHighlightPainter(() => 'daftar-x', new AbortController().signal);
    expect(await recordsOf(() => painter.paint(node, rangesOf(SENTENCE, 'Kabul')))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { PassageTie } from '@/lib/notes';
import { MUTATIONS, randomBy, type Traced, traced, withoutParagraphsOf } from '../../tests/mutations';
import { findPassages, type Placement } from './anchor';
import { describeSpan } from './describe';
import { atOnce } from './slices';

const find = (text: string, tie: PassageTie): Placement => atOnce(findPassages(text, [tie]))[0] as Placement;
const tieOf = (text: string, exact: string, from = 0): PassageTie => {
  const start = text.indexOf(exact, from);
  return describeSpan(text, { start, end: start + exact.length });
};
const wordsAt = (text: string, placement: Placement): string | null =>
  placement.state === 'unplaced' ? null : text.slice(placement.start, placement.end);

const PAGE = [
  'Harvest falls short in the north for a third year',
  'Farmers around Mazar lost half of their wheat, the chamber of agriculture said on Monday.',
  'Prices of bread rose by 14 per cent in a month, and by 31 per cent in the villages.',
  '"We plant what we can carry," said one farmer, whose well ran dry in June.',
  'Rain is not expected before the end of October, and seed is scarce in every district.',
].join('\n');

describe('a passage', () => {
  const tie = tieOf(PAGE, '14 per cent in a month');

  it('is placed where it was on an unchanged page', () => {
    expect(find(PAGE, tie)).toEqual({ state: 'placed', start: tie.start, end: tie.end, score: 1 });
  });

  it('is placed where text has come before it', () => {
    const text = `A new standfirst over the whole of it.\n${PAGE}`;
    expect(find(text, tie)).toMatchObject({ state: 'placed', start: tie.start + 39 });
  });

  it('is placed whatever signs and spaces it is set in', () => {
    const quoted = tieOf(PAGE, '"We plant what we can carry," said one farmer');
    const text = PAGE.replace('"We', '“We').replace('carry,"', 'carry,”').replaceAll('\n', ' ');
    expect(wordsAt(text, find(text, quoted))).toBe('“We plant what we can carry,” said one farmer');
  });

  it('has moved where its words are others', () => {
    const text = PAGE.replace('14 per cent in a month', '15 per cent within a month');
    const placement = find(text, tie);
    expect(placement.state).toBe('moved');
    expect(wordsAt(text, placement)).toBe('15 per cent within a month');
  });

  it('has moved where nothing of its surroundings is left', () => {
    const line = PAGE.split('\n')[2] as string;
    const text = `Nothing else is kept of what was written before on this page.\n${line}\nAnd nothing of the rest.`;
    expect(find(text, tieOf(PAGE, line))).toMatchObject({ state: 'moved', start: text.indexOf(line) });
  });

  it('is unplaced where it has gone, even if its words stand elsewhere', () => {
    const text = PAGE.replace(/Prices of bread.*\n/, '') + '\nThe tax was raised to 14 per cent in a month of talks.';
    expect(find(text, tie)).toEqual({ state: 'unplaced' });
  });

  it('is unplaced where its sentence says another thing', () => {
    const text = PAGE.replace('14 per cent in a month', 'what nobody in the market could say');
    expect(find(text, tie)).toEqual({ state: 'unplaced' });
  });

  it('is unplaced where two places are as likely', () => {
    const line = `${PAGE.split('\n')[2]}\n`;
    const text = `Before it stands one thing that is new.\n${line}Between them stands another.\n${line}Behind them a third.`;
    expect(find(text, tieOf(PAGE, line.trim()))).toEqual({ state: 'unplaced' });
  });

  it('is placed at the old position of two that are alike in everything', () => {
    const text = `${PAGE}\n${PAGE}`;
    const second = tieOf(text, '14 per cent in a month', PAGE.length);
    expect(find(text, second)).toMatchObject({ state: 'placed', start: second.start });
    const added = `Live\n${text}`;
    expect(find(added, second)).toMatchObject({ state: 'placed', start: second.start + 5 });
  });

  it('is unplaced where too little is known of it', () => {
    expect(find(PAGE, { ...tie, prefix: '', suffix: '' })).toEqual({ state: 'unplaced' });
    expect(find(PAGE, { ...tie, exact: ' ' })).toEqual({ state: 'unplaced' });
  });

  it('of several paragraphs is found by its ends', () => {
    const text = `${PAGE}\n${'Officials spoke of another year like this one, and of loans. '.repeat(6)}\nThe end of it.`;
    const long = tieOf(text, text.slice(text.indexOf('Farmers'), text.indexOf('and of loans', 600) + 12));
    const changed = text.replace('whose well ran dry in June', 'whose wells had all run dry since the spring');
    expect(long.exact.length).toBeGreaterThan(256);
    const placement = find(changed, long);
    expect(placement.state).toBe('moved');
    expect(wordsAt(changed, placement)).toMatch(/^Farmers around .* the spring\..* and of loans$/s);
  });

  it('is not looked for beyond the budget, unless its words are there', () => {
    const text = PAGE.replace('14 per cent in a month', '15 per cent within a month');
    expect(atOnce(findPassages(text, [tie], 0))).toEqual([{ state: 'unplaced' }]);
    expect(atOnce(findPassages(PAGE, [tie], 0))).toMatchObject([{ state: 'placed' }]);
  });
});

/** Our own articles, each as a page with two others below it, as news pages have: what is found wrongly is found there. */
function pages(): string[] {
  const root = path(import.meta.dirname, '../..');
  const folder = path(root, 'evaluation/articles');
  const articles = readdirSync(folder).map(file => {
    const { title, text } = JSON.parse(readFileSync(path(folder, file), 'utf8'));
    return `${title}\n${text.replace(/\s*\n\s*/g, '\n')}`;
  });
  const html = readFileSync(path(root, 'examples/article.html'), 'utf8');
  const blocks = new JSDOM(html).window.document.querySelectorAll('article :is(h1, p, li, td)');
  articles.push(Array.from(blocks, ({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()).join('\n'));
  return articles.map((article, i) =>
    [article, articles[(i + 7) % articles.length], articles[(i + 13) % articles.length]].join('\n'),
  );
}

/** A sentence, some words or a few sentences from the page's own article. */
function choosePassage(text: string, random: () => number): { start: number; end: number } {
  const size = random();
  const length = size < 0.3 ? 8 + random() * 25 : size < 0.9 ? 40 + random() * 160 : 260 + random() * 500;
  const at = random() * (Math.min(text.length, 2200) - length);
  const start = text.indexOf(' ', at) + 1;
  const end = text.indexOf(' ', start + length);
  return { start, end: end < 0 ? text.length : end };
}

/** Two words may hang over where a part of a passage was cut. */
const OVERHANG = 12;

/** Whether a placement is on what is left of the passage, and mostly on that. */
function isRight({ from, text }: Traced, start: number, end: number, placement: Placement): boolean {
  if (placement.state === 'unplaced') return true;
  const old = from.slice(placement.start, placement.end).filter(offset => offset >= 0);
  const own = old.filter(offset => offset >= start && offset < end).length;
  const left = from.filter((offset, i) => offset >= start && offset < end && text[i] !== ' ').length;
  return own > 0 && old.length - own <= Math.max(OVERHANG, 0.2 * old.length) && own >= 0.5 * left;
}

/** How much of the passage is left in the text. */
const leftOf = ({ from }: Traced, start: number, end: number): number =>
  from.filter(offset => offset >= start && offset < end).length / (end - start);

describe('mutations of our own articles', () => {
  // More by hand: ANCHOR_RUNS=10000.
  const RUNS = Number(process.env.ANCHOR_RUNS ?? 2000);
  const texts = pages();
  const names = [...Object.keys(MUTATIONS), 'several of these', 'the whole paragraph deleted'];

  it(`place no passage wrongly (${RUNS} seeds)`, () => {
    const tally = new Map(names.map(name => [name, { placed: 0, moved: 0, unplaced: 0, missed: 0 }]));
    const wrong: string[] = [];
    for (let seed = 1; seed <= RUNS; seed++) {
      const random = randomBy(seed);
      const text = texts[seed % texts.length] as string;
      const { start, end } = choosePassage(text, random);
      const tie = describeSpan(text, { start, end });
      const name = names[Math.floor(random() * names.length)] as string;
      const changed = mutate(traced(text), name, random, start, end);
      const placement = find(changed.text, tie);
      const counts = tally.get(name);
      if (!counts) continue;
      counts[placement.state]++;
      if (placement.state === 'unplaced' && leftOf(changed, start, end) > 0.7) counts.missed++;
      if (!isRight(changed, start, end, placement))
        wrong.push(`seed ${seed}, ${name}: “${tie.exact}” at “${wordsAt(changed.text, placement)}”`);
    }
    const all = [...tally.values()];
    const sum = (state: 'unplaced' | 'missed') => all.reduce((total, counts) => total + counts[state], 0);
    const share = (count: number) => `${((100 * count) / RUNS).toFixed(1)} %`;
    console.table(Object.fromEntries(tally));
    console.log(`unplaced ${share(sum('unplaced'))}; of these with most of the passage left ${share(sum('missed'))}`);
    expect(wrong).toEqual([]);
    expect(tally.get('the whole paragraph deleted')).toMatchObject({ placed: 0, moved: 0 });
    expect(sum('missed') / RUNS).toBeLessThan(0.05);
  }, 60_000);
});

function mutate(page: Traced, name: string, random: () => number, start: number, end: number): Traced {
  if (name === 'the whole paragraph deleted') return withoutParagraphsOf(page, start, end);
  const all = Object.values(MUTATIONS);
  if (name !== 'several of these') return MUTATIONS[name]?.(page, random) ?? page;
  let changed = page;
  for (let i = 0; i < 3; i++) changed = all[Math.floor(random() * all.length)]?.(changed, random) ?? changed;
  return changed;
}

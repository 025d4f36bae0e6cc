/** How fast the reading is, step by step, on one core and beside two libraries. */
import { compilePacks } from '../lib/reading/compiled-pack.ts';
import { findEntities } from '../lib/reading/entities.ts';
import { findFigures } from '../lib/reading/figures/find-figures.ts';
import { readFigures } from '../lib/reading/read-figures.ts';
import { readPassages } from '../lib/reading/reading.ts';
import { findSentences } from '../lib/reading/sentences.ts';
import { tokenize } from '../lib/reading/text.ts';
import { readBundledPack } from '../scripts/read-pack.ts';
import { bestCpuSeconds, slowest } from './measure.ts';
import { peers } from './peers.ts';
import { printTable, rounded, times } from './table.ts';
import { megabytesOf, type Page, readArticles, repeated, sampleOf, textsOf } from './text.ts';

/** The day that periods are counted from. */
const DAY = '2025-07-15';

/** What the worker asks for at the density that a reader finds first. */
const FOR_PAGE = { kinds: ['figure', 'status', 'event'], allFigures: false } as const;

/** Each step on one page; the last one is what the extension's worker does. */
function steps(): Record<string, (page: Page) => void> {
  const index = compilePacks([readBundledPack()]);
  const eachText =
    (read: (text: string) => unknown) =>
    ({ passages }: Page) => {
      for (const { text } of passages) read(text);
    };
  return {
    figures: eachText(findFigures),
    'figures with periods': eachText(text => readFigures(text, findSentences(text), DAY)),
    entities: eachText(text => findEntities(index.names, text, tokenize(text))),
    'the whole reading': ({ passages, facts }) => readPassages(index, passages, facts),
    'the reading for a page': ({ passages, facts }) => readPassages(index, passages, facts, FOR_PAGE),
  };
}

export function measureSpeed(quick: boolean): void {
  const articles = readArticles();
  const pages = repeated(articles, quick ? 0.2 : 1);
  const amount = megabytesOf(textsOf(pages));
  const paragraphs = articles.flatMap(({ facts, passages }) =>
    passages.map(passage => ({ facts, passages: [passage] })),
  );

  // Ours first: what the libraries leave behind in the engine's caches slows whatever runs after them.
  const ours = Object.entries(steps()).map(([name, step]) => ({
    name,
    speed: amount / bestCpuSeconds(3, () => pages.forEach(step)),
    most: slowest(paragraphs, step),
  }));
  const theirs = peers().map(peer => {
    const texts = sampleOf(textsOf(articles), peer.sample / (quick ? 2 : 1));
    const read = () => texts.forEach(peer.read);
    return {
      name: peer.name,
      speed: megabytesOf(texts) / bestCpuSeconds(2, read),
      most: slowest(texts, peer.read),
      amount: megabytesOf(texts),
    };
  });
  const rows = ours.map(({ name, speed, most }) => {
    const ratios = theirs.map(peer => times(speed / peer.speed));
    return [name, rounded(amount), rounded(speed), ...ratios, rounded(most)];
  });
  for (const { name, amount, speed, most } of theirs)
    rows.push([name, rounded(amount), rounded(speed), ...theirs.map(() => ''), rounded(most)]);
  const ratios = theirs.map(({ name }) => `to ${name}`);
  printTable('Speed, on our articles', ['', 'MB', 'MB per CPU s', ...ratios, 'slowest paragraph, ms'], rows);
}

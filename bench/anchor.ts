/** How long the notes of a page take to be found again, on a text that is far longer than any article. */
import type { PassageTie } from '../lib/notes.ts';
import { findPassages, type Placement } from '../lib/page/anchor.ts';
import { describeSpan } from '../lib/page/describe.ts';
import { MUTATIONS, randomBy, traced } from '../tests/mutations.ts';
import { counted, printNote, printTable, rounded } from './table.ts';
import { readArticles, repeated, textsOf } from './text.ts';

const NOTES = 50;
/** Characters of a passage: a sentence or two. */
const LENGTH = 150;
/** More than any page needs, so that all of it is measured. */
const BUDGET = 600_000;

/** What may have happened to the text since the notes were made. */
function texts(text: string): Record<string, string> {
  const random = randomBy(1);
  const edited = ['words replaced', 'typos mended', 'sentences added'].reduce(
    (page, name) => MUTATIONS[name]?.(page, random) ?? page,
    traced(text),
  );
  return { unchanged: text, edited: edited.text, 'another one': [...text].reverse().join('') };
}

/** Passages of the text, each with words of its own, since it repeats its articles. */
function tiesOf(text: string): PassageTie[] {
  const step = Math.floor(text.length / NOTES);
  return Array.from({ length: NOTES }, (_, i) => describeSpan(text, { start: i * step, end: i * step + LENGTH }));
}

/** The CPU milliseconds of the process so far. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Runs the steps; gives the result, the milliseconds of all and those of the longest step. */
function run(text: string, ties: readonly PassageTie[]) {
  const steps = findPassages(text, ties, BUDGET);
  let longest = 0;
  const start = cpu();
  for (let before = start; ; ) {
    const { done, value } = steps.next();
    const now = cpu();
    longest = Math.max(longest, now - before);
    before = now;
    if (done) return { placements: value, longest, all: now - start };
  }
}

const countOf = (placements: readonly Placement[], state: Placement['state']) =>
  counted(placements.filter(placement => placement.state === state).length);

export function measureAnchor(quick: boolean): void {
  // The words of each paragraph in an order of its own: what stands there twice is found nowhere.
  const random = randomBy(2);
  const shuffled = (paragraph: string) =>
    paragraph
      .split(' ')
      .map(word => ({ word, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ word }) => word)
      .join(' ');
  const text = textsOf(repeated(readArticles(), quick ? 0.2 : 1))
    .map(shuffled)
    .join('\n');
  const ties = tiesOf(text);
  const rows = Object.entries(texts(text)).map(([name, changed]) => {
    const { placements, longest, all } = run(changed, ties);
    const states = (['placed', 'moved', 'unplaced'] as const).map(state => countOf(placements, state));
    return [name, counted(changed.length), ...states, rounded(all), rounded(longest)];
  });
  const head = ['the text is', 'characters', 'placed', 'moved', 'unplaced', 'CPU ms', 'longest step'];
  printTable(`${NOTES} notes found again`, head, rows);
  printNote('On a page two seconds are spent at most, in slices of four milliseconds and a step.');
}

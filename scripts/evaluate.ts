/** Scores the reader on our own table of sentences, through the code path of the command-line reader. */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compilePacks } from '../lib/reading/compiled-pack.ts';
import { annotate } from './annotate/annotate-document.ts';
import { addRow, type Found, newScore, type Row, type Score } from './evaluate/score.ts';
import { readBundledPack } from './read-pack.ts';

const { values: options } = parseArgs({ options: { 'show-held-back': { type: 'boolean', default: false } } });

/**
 * Failures are shown for what may be tuned on. The fresh sets were each scored once before anybody looked at their failures:
 * those first scores, and not the ones printed now, tell how good the reader is on text that it has not seen.
 */
const SETS = [
  { name: 'tuning', shown: true },
  { name: 'periods', shown: true },
  { name: 'held-back', shown: options['show-held-back'] },
  { name: 'fresh', shown: options['show-held-back'] },
  { name: 'fresh-2', shown: options['show-held-back'] },
  { name: 'fresh-3', shown: true },
  { name: 'fresh-4', shown: true },
  { name: 'fresh-5', shown: false },
  { name: 'fresh-6', shown: true },
  { name: 'fresh-7', shown: true },
  { name: 'fresh-8', shown: true },
  { name: 'fresh-9', shown: true },
  { name: 'fresh-10', shown: true },
  { name: 'fresh-11', shown: true },
];

/** The day on which all sentences are read. */
const DATE = '2025-07-15';

const folder = new URL('../evaluation/', import.meta.url);
const pack = readBundledPack();
const engine = { pack, compiled: compilePacks([pack]), today: DATE, rank: null };

function scoreOf(file: URL): Score {
  const score = newScore();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const row = JSON.parse(line) as Row;
    addRow(score, row, annotate(engine, { text: row.text, title: null, date: DATE }).output as Found);
  }
  return score;
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** The measures of the issue, with the bar for each. */
function measures(score: Score): [name: string, reached: string, bar: string][] {
  const { wanted, found, entitiesRight, entitiesWanted, entitiesFound } = score;
  const f1 = (2 * entitiesRight) / Math.max(1, entitiesWanted + entitiesFound);
  return [
    ['exact', percent(score.exact, wanted), '99 %'],
    ['span', percent(score.span, wanted), '99 %'],
    ['precision', percent(score.exact, found), '97 %'],
    ['qualifier', percent(score.qualifier, wanted), '97 %'],
    ['period', percent(score.period, score.periods), '95 %'],
    ['per', percent(score.per, score.pers), '-'],
    ['entity F1', f1.toFixed(3), '0.970'],
  ];
}

for (const { name, shown } of SETS) {
  const file = new URL(`${name}.jsonl`, folder);
  if (!existsSync(file)) continue;
  const score = scoreOf(file);
  if (shown) for (const failure of score.failures) console.log(failure);
  console.log(
    `\n${name}: ${score.rows} sentences, ${score.wanted} figures, ${score.entitiesWanted} entities, ${score.failures.length} failures`,
  );
  for (const [measure, reached, bar] of measures(score)) {
    console.log(`  ${measure.padEnd(10)} ${reached.padStart(8)}   bar ${bar}`);
  }
}

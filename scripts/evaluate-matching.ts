/**
 * Scores matching and comparing on our own labelled sentences and articles.
 * usage: npm run evaluate:matching [-- --show-fresh] [-- --show-held-back]   (their failures are not shown otherwise)
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compilePacks } from '../lib/reading/compiled-pack.ts';
import type { ClaimKind } from '../lib/reading/types.ts';
import { annotate } from './annotate/annotate-document.ts';
import { readBundledPack } from './read-pack.ts';

interface Label {
  claim: string;
  sentence: string;
  figure: string | null;
  verdict: string;
  accept?: string[];
}

interface Item {
  id: string;
  text: string;
  title: string | null;
  date: string | null;
  expect: Label[];
  /** Claims that may be marked without being asked for, with the verdicts that do no harm (null: any). */
  may?: { claim: string; verdicts: string[] | null }[];
  hard?: string | null;
  kind?: 'afghanistan' | 'passing' | 'unrelated';
}

interface Score {
  found: number;
  missed: number;
  wrong: number;
  verdicts: number;
}

const { values: options } = parseArgs({
  options: { 'show-fresh': { type: 'boolean' }, 'show-held-back': { type: 'boolean' } },
});
const showFresh = options['show-fresh'] ?? false;
const showHeldBack = options['show-held-back'] ?? false;

const folder = join(import.meta.dirname, '../evaluation');
const pack = readBundledPack();
const engine = { pack, compiled: compilePacks([pack]), today: new Date().toISOString().slice(0, 10), rank: null };
const kindOf = new Map(pack.claims.map(({ id, kind }) => [id, kind]));

function readItems(file: string): Item[] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
}

function readArticles(): Item[] {
  const path = join(folder, 'articles');
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .sort()
    .map(file => ({ id: file.replace('.json', ''), ...JSON.parse(readFileSync(join(path, file), 'utf8')) }));
}

/** Scores items by kind of claim; prints each failure where `show` is set. */
function score(items: readonly Item[], show: boolean): Map<ClaimKind, Score> {
  const scores = new Map<ClaimKind, Score>();
  const of = (claim: string): Score => {
    const kind = kindOf.get(claim) ?? 'position';
    const known = scores.get(kind) ?? { found: 0, missed: 0, wrong: 0, verdicts: 0 };
    scores.set(kind, known);
    return known;
  };
  const say = (...words: unknown[]) => show && console.log(...words);
  for (const item of items) {
    const { statements, figures } = annotate(engine, item).output;
    const open = [...item.expect];
    for (const statement of statements) {
      const sentence = item.text.slice(statement.start, statement.end);
      const figure = statement.figure === null ? null : figures[statement.figure];
      const at = open.findIndex(
        label =>
          label.claim === statement.claim &&
          (label.sentence.includes(sentence) || sentence.includes(label.sentence)) &&
          (!figure || !label.figure || label.figure.includes(figure.text) || figure.text.includes(label.figure)),
      );
      const tally = of(statement.claim);
      const harmless = item.may?.some(
        ({ claim, verdicts }) => claim === statement.claim && (verdicts?.includes(statement.verdict) ?? true),
      );
      if (at < 0 && harmless) continue;
      if (at < 0) {
        tally.wrong++;
        say('FALSE  ', item.id, statement.claim, figure?.text ?? '', '|', sentence, item.hard ? `(${item.hard})` : '');
        continue;
      }
      const [label] = open.splice(at, 1) as [Label];
      tally.found++;
      if ([label.verdict, ...(label.accept ?? [])].includes(statement.verdict)) tally.verdicts++;
      else
        say('VERDICT', item.id, statement.claim, `${statement.verdict} for ${label.verdict}`, '|', sentence, item.date);
    }
    for (const label of open) {
      of(label.claim).missed++;
      say('MISSED ', item.id, label.claim, '|', label.sentence, item.title ? `[${item.title}]` : '');
    }
  }
  return scores;
}

const share = (part: number, whole: number) => (whole === 0 ? '   –' : (part / whole).toFixed(3));

function print(name: string, scores: Map<ClaimKind, Score>): void {
  console.log(`\n${name}\nkind       labels  precision  recall  verdict right`);
  for (const kind of ['figure', 'status', 'event', 'position'] as const) {
    const { found, missed, wrong, verdicts } = scores.get(kind) ?? { found: 0, missed: 0, wrong: 0, verdicts: 0 };
    console.log(
      `${kind.padEnd(10)} ${String(found + missed).padStart(6)}  ${share(found, found + wrong).padStart(9)}  ${share(found, found + missed).padStart(6)}  ${share(verdicts, found).padStart(13)}`,
    );
  }
}

const articles = readArticles();
const ofKind = (wanted: string) => articles.filter(({ kind }) => kind === wanted);

/** Failures are shown for what may be tuned on; those of a set that is read only once are shown when it is asked for. */
const SETS: { name: string; items: Item[]; shown: boolean }[] = [
  { name: 'tuning half', items: readItems('matching-tuning.jsonl'), shown: true },
  { name: 'paragraphs, several sentences each', items: readItems('matching-paragraphs.jsonl'), shown: true },
  { name: 'held-back half', items: readItems('matching-held-back.jsonl'), shown: showHeldBack },
  { name: 'fresh sentences', items: readItems('matching-fresh.jsonl'), shown: showFresh },
  { name: 'fresh sentences, second set', items: readItems('matching-fresh-2.jsonl'), shown: showFresh },
  { name: 'fresh sentences, third set', items: readItems('matching-fresh-3.jsonl'), shown: showFresh },
  { name: 'fresh sentences, fourth set', items: readItems('matching-fresh-4.jsonl'), shown: showFresh },
  { name: 'fresh sentences, fifth set', items: readItems('matching-fresh-5.jsonl'), shown: showFresh },
  { name: 'fresh sentences, sixth set', items: readItems('matching-fresh-6.jsonl'), shown: showFresh },
  { name: 'fresh sentences, seventh set', items: readItems('matching-fresh-7.jsonl'), shown: showFresh },
  { name: 'fresh sentences, eighth set', items: readItems('matching-fresh-8.jsonl'), shown: showFresh },
  {
    name: 'articles on Afghanistan, every other one',
    items: ofKind('afghanistan').filter((_, i) => i % 2 === 0),
    shown: true,
  },
  {
    name: 'articles on Afghanistan, held back',
    items: ofKind('afghanistan').filter((_, i) => i % 2 === 1),
    shown: showHeldBack,
  },
];

for (const { name, items, shown } of SETS) print(name, score(items, shown));
for (const kind of ['passing', 'unrelated'] as const) {
  const own = ofKind(kind);
  const words = own.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const marks = own.reduce((sum, article) => sum + annotate(engine, article).output.statements.length, 0);
  console.log(
    `\n${own.length} articles, ${kind}: ${marks} marks in ${words} words (${((marks / words) * 1000).toFixed(2)} a thousand)`,
  );
}

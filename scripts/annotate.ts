/** The command-line reader: prints the comparisons of a page or text with the same code and pack as the extension. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { compilePacks } from '../lib/reading/compiled-pack.ts';
import { createRanker } from '../lib/reading/matching/rank-claims.ts';
import type { Pack } from '../lib/reading/types.ts';
import { annotate, type Document } from './annotate/annotate-document.ts';
import { explain, printForPerson } from './annotate/print.ts';
import { readDocument } from './annotate/read-document.ts';
import { checkPack } from './check-pack.ts';
import { readBundledPack } from './read-pack.ts';

const USAGE = `usage: npm run --silent annotate -- FILE             the comparisons of an HTML or text file
       npm run --silent annotate -- --json FILE      the same for a program
       npm run --silent annotate -- --explain FILE   with the reasons
       npm run --silent annotate -- --jsonl          lines {"id", "text", "title"?, "date"?} on standard input, one answer a line
options: --explain     adds the reasons, and what was refused, to each form
         --pack FILE   read with that pack    --rank K   add the K best claims for the whole text    --date ISO   the text's date`;

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        jsonl: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        pack: { type: 'string' },
        rank: { type: 'string' },
        date: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${(error as Error).message}\n${USAGE}`);
  }
}

const { values: options, positionals } = readOptions();
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const count = options.rank === undefined ? 0 : Number(options.rank);
if (!Number.isInteger(count) || count < 0) fail(`--rank takes a whole number, not "${options.rank}".`);

function readPack(file: string): Pack {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail(`The pack ${file} cannot be read: ${(error as Error).message}`);
  }
  const problems = checkPack(value);
  if (problems.length > 0) fail(`The pack ${file} is not in the pack format:\n${problems.slice(0, 10).join('\n')}`);
  return value as Pack;
}

const pack = options.pack ? readPack(options.pack) : readBundledPack();
const ranker = count > 0 ? createRanker(pack) : null;
const engine = {
  pack,
  compiled: compilePacks([pack]),
  today: new Date().toISOString().slice(0, 10),
  rank: ranker && ((text: string) => ranker(text, count)),
  explain: options.explain,
};

if (options.jsonl) {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    // A reader of the output that went away is no fault of ours.
    if (!process.stdout.writable) break;
    process.stdout.write(`${JSON.stringify(answerLine(line))}\n`);
  }
} else {
  const [file] = positionals;
  if (!file || positionals.length > 1) fail(USAGE);
  let document: Document;
  try {
    document = await readDocument(file);
  } catch (error) {
    fail(`${file} cannot be read: ${(error as Error).message}`);
  }
  const annotated = annotate(engine, { ...document, date: options.date ?? document.date });
  if (options.json) console.log(JSON.stringify(annotated.output, null, 2));
  else console.log(options.explain ? explain(annotated) : printForPerson(annotated));
}

/** One line's answer; what is wrong with a line is said in its place. */
function answerLine(line: string): object {
  let id: unknown = null;
  try {
    const input = JSON.parse(line);
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      return { id, error: 'The line is no JSON object.' };
    id = input.id ?? null;
    if (typeof input.text !== 'string') return { id, error: 'The line has no "text", or it is no string.' };
    for (const key of ['title', 'date'])
      if (input[key] != null && typeof input[key] !== 'string') return { id, error: `"${key}" is no string.` };
    if (input.date != null && !/^\d{4}(-\d\d(-\d\d)?)?/.test(input.date))
      return { id, error: `"date" is no ISO date: ${input.date}` };
    const document = { text: input.text, title: input.title ?? null, date: input.date?.slice(0, 10) ?? null };
    return { id, ...annotate(engine, document).output };
  } catch (error) {
    return { id, error: (error as Error).message };
  }
}

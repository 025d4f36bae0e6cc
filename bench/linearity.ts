/** Whether reading time grows in step with the text, on text made to hurt. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { printNote, printTable, rounded, times } from './table.ts';

const UNITS = ['1', ',', '1,', '(((', '[1', 'one ', '$', '12 people and ', '10% to ', 'May 1, ', '1.', '1-', '½'];
/** Ten times the text may take this many times as long; noise and the caches of the processor are in it. */
const MOST = 20;
const PATIENCE_SECONDS = 60;

export interface Task {
  unit: string;
  characters: number;
}

/** CPU seconds for one text, or why there are none. */
type Outcome = number | 'too long' | 'throws';

/** Reads one text in a thread, because only that can be stopped. */
function outcomeOf(task: Task): Promise<Outcome> {
  return new Promise(resolve => {
    const worker = new Worker(join(import.meta.dirname, 'linearity-worker.ts'), { workerData: task });
    const timer = setTimeout(() => {
      resolve('too long');
      worker.terminate();
    }, PATIENCE_SECONDS * 1000);
    worker.on('message', resolve);
    worker.on('error', error => {
      printNote(`${JSON.stringify(task.unit)}, ${task.characters / 1e6} MB: ${error}`);
      resolve('throws');
    });
    worker.on('exit', () => clearTimeout(timer));
  });
}

interface Growth {
  unit: string;
  /** One for each size; none behind one that failed. */
  outcomes: Outcome[];
  /** The seconds of the largest text over those of the one before; infinite where that one failed. */
  ratio: number;
}

async function growthOf(unit: string, sizes: readonly number[]): Promise<Growth> {
  const outcomes: Outcome[] = [];
  for (const size of sizes) {
    outcomes.push(await outcomeOf({ unit, characters: size * 1e6 }));
    if (typeof outcomes.at(-1) === 'string') break;
  }
  const [last, before] = [outcomes.at(-1), outcomes.at(-2)];
  const ratio = typeof last === 'number' && typeof before === 'number' ? last / before : Number.POSITIVE_INFINITY;
  return { unit, outcomes, ratio };
}

const told = (outcome: Outcome | undefined) => (typeof outcome === 'number' ? rounded(outcome) : (outcome ?? '–'));

export async function measureLinearity(quick: boolean): Promise<void> {
  const sizes = quick ? [0.1, 1] : [0.1, 1, 10];
  const all: Growth[] = [];
  for (const unit of UNITS) all.push(await growthOf(unit, sizes));
  all.sort((one, other) => other.ratio - one.ratio);
  printTable(
    'Growth of figures with periods, on one text of a repeated unit (CPU s), the worst first',
    ['unit', ...sizes.map(size => `${size} MB`), 'last tenfold', ''],
    all.map(({ unit, outcomes, ratio }) => [
      JSON.stringify(unit),
      ...sizes.map((_, i) => told(outcomes[i])),
      Number.isFinite(ratio) ? times(ratio) : '–',
      ratio > MOST ? '← worse than linear' : '',
    ]),
  );
  const [worst] = all;
  if (worst) printNote(`worst unit: ${JSON.stringify(worst.unit)}; "too long" is more than ${PATIENCE_SECONDS} s`);
}

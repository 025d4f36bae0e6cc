/** Reads one text of a repeated unit and answers with the CPU seconds that it took. */
import { parentPort, workerData } from 'node:worker_threads';
import { findPeriods } from '../lib/reading/periods.ts';
import { readFigures } from '../lib/reading/read-figures.ts';
import { findSentences } from '../lib/reading/sentences.ts';
import type { Task } from './linearity.ts';
import { cpuSeconds } from './measure.ts';

const { unit, characters } = workerData as Task;
const DAY = '2025-07-15';
const textOf = (length: number) => unit.repeat(Math.ceil(length / unit.length));

/** Figures, and the periods of all sentences: what holds no figure must not grow either. */
function read(text: string): void {
  const sentences = findSentences(text);
  readFigures(text, sentences, DAY);
  findPeriods(text, DAY, sentences);
}

// Warms up on as much as a few paragraphs.
for (let i = 0; i < 50; i++) read(textOf(400));
const text = textOf(characters);
parentPort?.postMessage(cpuSeconds(() => read(text)));

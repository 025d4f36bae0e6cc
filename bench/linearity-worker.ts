/** Reads one text of a repeated unit and answers with the CPU seconds that it took. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Task } from './linearity.ts';
import { cpuSeconds } from './measure.ts';
import { readFigures } from './read-figures.ts';

const { unit, characters } = workerData as Task;
const textOf = (length: number) => unit.repeat(Math.ceil(length / unit.length));

// Warms up on as much as a few paragraphs.
for (let i = 0; i < 50; i++) readFigures(textOf(400));
const text = textOf(characters);
parentPort?.postMessage(cpuSeconds(() => readFigures(text)));

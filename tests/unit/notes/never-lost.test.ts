/**
 * Whatever happens, no note that was confirmed is ever lost or doubled. `npm run test:notes` makes ten times as many runs,
 * others each time. A failure prints its seed and path: put them into the call below to see it again.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readJournal } from '@/lib/store/journal';
import { anyStep, Run, type Step } from './steps';
import { World } from './world';

const LONG = import.meta.env.MODE === 'long';
const RUNS = LONG ? 10_000 : 1000;

let count = 0;

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => vi.restoreAllMocks());

async function run(old: string[], held: boolean, steps: Step[]): Promise<void> {
  fakeBrowser.reset();
  const world = new World(`never-lost-${count++}`);
  try {
    await world.begin(old, held);
    const run = new Run(world);
    for (const text of old) run.ledger.saved(text, null, { outcome: 'journal', note: {} as never });
    for (const step of steps) await run.step(step);

    await world.heal();
    const [tab] = world.tabs;
    await tab?.notes.mergeJournal();
    expect(await readJournal()).toEqual([]);
    expect(run.ledger.faults((await tab?.db.notes.toArray()) ?? [])).toEqual([]);
  } finally {
    await world.end();
  }
}

it(
  `loses and doubles nothing in ${RUNS} runs`,
  async () => {
    const steps = fc.array(anyStep, { minLength: 3, maxLength: 24 });
    const old = fc.constantFrom<string[]>([], ['old 1', 'old 2']);
    await fc.assert(
      fc.asyncProperty(old, fc.nat(9), steps, (left, chance, list) => run(left, left.length > 0 && chance === 0, list)),
      { numRuns: RUNS, ...(LONG ? {} : { seed: 8 }) },
    );
  },
  // Far more than it takes (20 s of one core for a thousand runs), for a machine that does other things as well.
  LONG ? 3_600_000 : 300_000,
);

/** Figures with their periods, as `readPassages` reads them. */
import { findFigures } from '../lib/reading/figures/find-figures.ts';
import { linkPeriods } from '../lib/reading/link-periods.ts';
import { findPeriods } from '../lib/reading/periods.ts';
import { findSentences } from '../lib/reading/sentences.ts';
import type { Figure } from '../lib/reading/types.ts';

const DAY = '2025-07-15';

export function readFigures(text: string): Figure[] {
  const sentences = findSentences(text);
  const periods = findPeriods(text, DAY, sentences);
  return linkPeriods(text, sentences, findFigures(text), periods);
}

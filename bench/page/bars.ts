/** What was promised, printed beside what was measured. */
import { rounded } from '../table.ts';

export type Bar = string;

/** "met" or "missed", with the bar in words; `least` turns it round. */
export function under(value: number, bar: number, unit: string, least = false): Bar {
  const met = least ? value >= bar : value <= bar;
  const one = least ? 'at least' : 'at most';
  return `${met ? 'met' : 'MISSED'}: ${rounded(value)}, ${one} ${rounded(bar)} ${unit}`;
}

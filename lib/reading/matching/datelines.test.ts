import { describe, expect, it } from 'vitest';
import { endOfDateline } from './datelines.ts';

describe('endOfDateline', () => {
  it.each([
    ['KABUL, Afghanistan — ', 'Two men were freed.'],
    ['WASHINGTON (AP) — ', 'Two men were freed.'],
    ['NEW DELHI: ', 'The minister came.'],
    ['DOHA - ', 'The talks began.'],
    ['Islamabad, Jan 30, (dpa) – ', 'The envoy was received.'],
    ['Kabul, Nov 1 (EFE).- ', 'Families slept outside.'],
    ['KABUL (Sputnik) - ', 'The office was opened.'],
  ])('ends behind %j', (line, rest) => {
    expect(endOfDateline(line + rest)).toBe(line.length);
  });

  it.each([
    'Kabul – like Moscow – wants peace.',
    'Afghanistan: Russia calls for aid',
    'Pakistan (and Iran) sent them back.',
    'US-led forces left.',
    'UN experts - among them two lawyers - spoke.',
    'Tehran, May 2025: the borders are closed.',
  ])('finds none in %j', text => {
    expect(endOfDateline(text)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { describesSpeaker } from './speakers.ts';

const speaksOnly = (text: string, name: string) => {
  const start = text.indexOf(name);
  return describesSpeaker(text, { start, end: start + name.length });
};

describe('names that describe a speaker', () => {
  it.each([
    ['Some will never yield, a former EU envoy reckons.', 'EU'],
    ['The deal was bad, said ex-US general Frank Holt.', 'US'],
    ['A retired Indian foreign service officer disagrees.', 'Indian'],
    ['Nothing will change, a Pakistani political analyst wrote.', 'Pakistani'],
    ['"They are weak," the Iranian newspaper wrote.', 'Iranian'],
  ])('%s', (text, name) => expect(speaksOnly(text, name)).toBe(true));

  it.each([
    ['The EU envoy will stay in Kabul.', 'EU'],
    ['The former US president wants it back.', 'US'],
    ['The former ally, India, opened an embassy.', 'India'],
    ['Indian newspapers were banned; India protested.', 'India protested'],
    ['A US official said that Washington would not pay.', 'US'],
  ])('not in: %s', (text, name) => expect(speaksOnly(text, name)).toBe(false));
});

import { describe, expect, it } from 'vitest';
import { isHidden, MOST_HIDDEN, makeHidden, pageAddress, siteOf, withHidden, withoutHidden } from './hidden';

const STATEMENT = { claim: 'returns', question: 'How many went back?', sentence: 'Some 500,000  went\nback.' };
const HERE = 'https://www.news.example/story?id=7&utm_source=mail#part';
const SAME_PAGE = 'https://www.news.example/story?id=7';
const OTHER_PAGE = 'https://www.news.example/story?id=8';
const OTHER_SITE = 'https://paper.example/story?id=7';
const OTHER_SENTENCE = { ...STATEMENT, sentence: 'Nearly 600,000 went back.' };
const OTHER_CLAIM = { ...STATEMENT, claim: 'aid' };

describe('isHidden', () => {
  it.each([
    ['sentence', [true, false, false, false]],
    ['page', [true, true, false, false]],
    ['site', [true, true, true, false]],
    ['everywhere', [true, true, true, true]],
  ] as const)('covers with scope %s just that', (scope, expected) => {
    const list = [makeHidden(STATEMENT, scope, HERE)];
    expect([
      isHidden(list, { ...STATEMENT, sentence: 'Some 500,000 went back.' }, SAME_PAGE),
      isHidden(list, OTHER_SENTENCE, SAME_PAGE),
      isHidden(list, STATEMENT, OTHER_PAGE) && isHidden(list, OTHER_SENTENCE, OTHER_PAGE),
      isHidden(list, STATEMENT, OTHER_SITE),
    ]).toEqual(expected);
    expect(isHidden(list, OTHER_CLAIM, HERE)).toBe(false);
  });

  it('knows a sentence again that is longer than what is kept of it', () => {
    const long = { ...STATEMENT, sentence: 'So it went on and on. '.repeat(100) };
    const entry = makeHidden(long, 'sentence', HERE);
    expect(entry.sentence.length).toBeLessThanOrEqual(400);
    expect(isHidden([entry], long, HERE)).toBe(true);
  });

  it('keeps no sentence and no address that the scope does not need', () => {
    expect(makeHidden(STATEMENT, 'everywhere', HERE)).toMatchObject({ where: '', sentence: '' });
    expect(makeHidden(STATEMENT, 'site', HERE)).toMatchObject({ where: 'news.example', sentence: '' });
    expect(makeHidden(STATEMENT, 'page', HERE)).toMatchObject({ where: SAME_PAGE, sentence: '' });
  });
});

describe('the list', () => {
  const entry = makeHidden(STATEMENT, 'page', HERE);

  it('holds an entry once, the newest first', () => {
    const other = makeHidden(OTHER_CLAIM, 'page', HERE);
    expect(withHidden(withHidden([entry], other), entry)).toEqual([entry, other]);
  });

  it('gives an entry back, and only that', () => {
    const wider = makeHidden(STATEMENT, 'site', HERE);
    expect(withoutHidden([entry, wider], { ...entry })).toEqual([wider]);
  });

  it('lets the oldest go when it is full', () => {
    const full = Array.from({ length: MOST_HIDDEN }, (_, i) => ({ ...entry, claim: `claim-${i}` }));
    const list = withHidden(full, entry);
    expect(list).toHaveLength(MOST_HIDDEN);
    expect(list[0]).toBe(entry);
    expect(list.at(-1)?.claim).toBe(`claim-${MOST_HIDDEN - 2}`);
  });
});

it.each([
  ['https://a.example/x?b=1&fbclid=2&c=3#d', 'https://a.example/x?b=1&c=3'],
  ['http://a.example:8080/', 'http://a.example:8080/'],
])('pageAddress(%s) is %s', (href, expected) => expect(pageAddress(href)).toBe(expected));

it('tells a site by its host', () => expect(siteOf('https://www.a.example:81/b')).toBe('a.example:81'));

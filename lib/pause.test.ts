import { describe, expect, it } from 'vitest';
import { isPause, isPaused, type Pause, pausesOf, siteToRead, withoutPause, withPause } from './pause';

const PAGE = 'https://www.news.example/a?b=1';
const site: Pause = { scope: 'site', site: 'news.example' };
const tab: Pause = { scope: 'tab', tab: 7 };
const everywhere: Pause = { scope: 'everywhere' };

describe('a pause', () => {
  it.each<[string, Pause[], Pause[], string, number | null, boolean]>([
    ['nothing', [], [], PAGE, 7, false],
    ['this site, for good', [site], [], PAGE, null, true],
    ['this site, for the session', [], [site], PAGE, null, true],
    ['this site, without www', [site], [], 'http://news.example/', 1, true],
    ['another site', [site], [], 'https://other.example/', 7, false],
    ['a site below this one', [site], [], 'https://live.news.example/', 7, false],
    ['another port', [site], [], 'https://news.example:8443/', 7, false],
    ['this tab', [], [tab], PAGE, 7, true],
    ['another tab', [], [tab], PAGE, 8, false],
    ['a tab, where the number is not known', [], [tab], PAGE, null, false],
    ['everywhere', [everywhere], [], PAGE, null, true],
  ])('of %s', (_, lasting, session, href, number, expected) => {
    expect(isPaused({ lasting, session }, href, number)).toBe(expected);
  });

  it('tells all that hold, the narrowest first, with how long they last', () => {
    expect(pausesOf({ lasting: [everywhere, site], session: [tab] }, PAGE, 7)).toEqual([
      { ...tab, time: 'session' },
      { ...site, time: 'until-resumed' },
      { ...everywhere, time: 'until-resumed' },
    ]);
  });

  it('stands in a list once, the newest first, and is taken out again', () => {
    const list = withPause(withPause(withPause([], site), tab), { ...site });
    expect(list).toEqual([site, tab]);
    expect(withoutPause(list, { ...site })).toEqual([tab]);
    expect(withoutPause(list, everywhere)).toEqual(list);
  });

  it('is known from what is none', () => {
    for (const pause of [site, tab, everywhere]) expect(isPause(pause)).toBe(true);
    for (const value of [
      null,
      1,
      'site',
      {},
      { scope: 'site' },
      { scope: 'site', site: '' },
      { scope: 'tab', tab: 'x' },
    ])
      expect(isPause(value)).toBe(false);
  });
});

describe('the site to read', () => {
  it.each([
    [PAGE, 'news.example'],
    ['about:blank', null],
    ['chrome://extensions', null],
    ['file:///a.html', null],
    [undefined, null],
  ])('of %s', (href, expected) => expect(siteToRead(href)).toBe(expected));
});

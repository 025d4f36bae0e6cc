import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeriods } from './periods.ts';
import { readFigures } from './read-figures.ts';
import { findSentences } from './sentences.ts';

/** Sentences of ours, read on a page of 15 July 2025, with the periods that they name as "from..to". */
type Row = [text: string, ...periods: string[]];

const TUNING: Row[] = [
  ['Between October 2021 and December 2024 aid fell.', '2021-10..2024-12'],
  ['The gate was shut on Sunday last week.', '2025-07-13..2025-07-13'],
  ['They meet on Thursday next week.', '2025-07-24..2025-07-24'],
  ['Returns: April 4,100; May 5,300; June 880.', '2025-04..2025-04', '2025-05..2025-05', '2025-06..2025-06'],
  ['Sales for the half-year rose.', '2025-01..2025-06'],
  ['In the half-year to March 2025 it lost money.', '2024-10..2025-03'],
  ['It lost more in the second half of 2024 than in the first.', '2024-07..2024-12', '2024-01..2024-06'],
  ['Since the bridge was blown up on 4 July nobody comes.', '2025-07-04..'],
  ['Until the drought of 2018 they stayed.', '..2018'],
  ['Since March 2024 the post is shut.', '2024-03..'],
  ['In 2025 nothing changed.', '2025..2025'],
  ['As of mid-2025 it stands.', '2025-06..2025-07'],
  ['Sums paid between August 2021 and mid-2025 vary.', '2021-08..2025-07'],
  ['It fell last month.', '2025-06..2025-06'],
  ['It will end this year.', '2025..2025'],
  ['Last year was worse.', '2024..2024'],
  ['In the first half of 2025 it rose.', '2025-01..2025-06'],
  ['The rule of 1996-2001 was harsh.', '1996..2001'],
  ['In the 1990s war raged.', '1990..1999'],
  ['By the end of 2024 all had left.', '..2024-12'],
  ['Between 1 and 5 January 2025 it snowed.', '2025-01-01..2025-01-05'],
  ['From May to Oct 2020 it was shut.', '2020-05..2020-10'],
  ['On 15 August 2021 the city fell.', '2021-08-15..2021-08-15'],
  ['On March 12, 2024, he left.', '2024-03-12..2024-03-12'],
  ['In March last year it closed.', '2024-03..2024-03'],
  ['Over the past three years, wages fell.', '2022..2025'],
  ['Two weeks ago it began.', '2025-07-01..2025-07-01'],
  ['In December it snowed.', '2024-12..2024-12'],
  ['It runs from 2001 to 2021.', '2001..2021'],
  ['It lasted until September 2023.', '..2023-09'],
  ['In 2023/24 yields rose.', '2023..2024'],
  ['Early 2024 was dry.', '2024-01..2024-04'],
  ['In the third quarter of 2024 it slowed.', '2024-07..2024-09'],
  ['June in 2017 was hot.', '2017-06..2017-06'],
  ['In the second quarter growth slowed.', '2025-04..2025-06'],
  ['Fourth-quarter profit fell.', '2024-10..2024-12'],
  ['They led by nine points in the second quarter.'],
  ['It rained in April and May.', '2025-04..2025-05'],
  ['It rained in April and June.', '2025-04..2025-04', '2025-06..2025-06'],
  ['Since the takeover in August 2021 little has changed.', '2021-08..'],
  ['Since the monsoon set in on June 26 roads are cut.', '2025-06-26..'],
  ['They came from 1 January to 8 July, 2,460 children among them.', '2025-01-01..2025-07-08'],
  ['Between last September and June it shipped wheat.', '2024-09..2025-06'],
  ['By the close of last year it had ended.', '..2024-12'],
  ["At the rate of today it is dear, at today's rate as well.", '2025-07-15..2025-07-15'],
  ['The table of 2016, November has it.', '2016-11..2016-11'],
  ['Q3 2016 and 2016 Q4 were poor.', '2016-07..2016-09', '2016-10..2016-12'],
  ['The issue 11/2016 is out of print.', '2016-11..2016-11'],
  ['The season of 2011-12 was long.', '2011..2012'],
  ['The third week of June was hot.', '2025-06-15..2025-06-21'],
  ['The last week of February 2024 was wet.', '2024-02-23..2024-02-29'],
  ['The first week of 2015 was cold.', '2014-12-29..2015-01-04'],
  ['In the late eighties many fled.', '1987..1989'],
  ['Between April 2 and 7, 2018, it rained.', '2018-04-02..2018-04-07'],
  ['Between March 3 and 12 people waited.', '2025-03-03..2025-03-03'],
  ['In 1403 revenue grew.', '2024-03..2025-03'],
  ['The first half of 1403 was wet.', '2024-03..2024-09'],
  ['It was shut for 1403 hours.'],
  ['In 2023 it fell and in the second half of that year it rose.', '2023..2023', '2023-07..2023-12'],
  ['Since the start of the year it has risen.', '2025-01..'],
  ['Last winter and next spring differ.', '2024-12..2025-02', '2026-03..2026-05'],
  ['Over the weekend it rained.', '2025-07-12..2025-07-13'],
  ['From Monday to Wednesday it rained.', '2025-07-07..2025-07-09'],
  ['It rained on Saturday and Sunday.', '2025-07-12..2025-07-13'],
  ['The week to 12 July was wet.', '2025-07-06..2025-07-12'],
  ['The second half of June was dry.', '2025-06-16..2025-06-30'],
  ['In the first six months it rained.', '2025-01..2025-06'],
  ['The fee is due from 20 July.', '2025-07-20..'],
  ['In October it will reopen.', '2025-10..2025-10'],
  ['Four years after the takeover of August 2021 it is shut.'],
  ['After the May 2024 floods, which took the bridge, it was shut.', '2024-05..2024-05'],
  ['She is in her eighties.'],
  ['They may leave; 12 may stay.'],
  ['It has 2,021 people.'],
  ['He is 34.'],
  ['The march was long.'],
];
const HELD_BACK: Row[] = [
  ['Between January and May 2025, many returned.', '2025-01..2025-05'],
  ['Since the start of 2023 it has grown.', '2023-01..'],
  ['After August 2021 girls stayed home.', '2021-08..'],
  ['Before 2001 it was banned.', '..2001'],
  ['From 15 August 2021 to 30 June 2023 they counted.', '2021-08-15..2023-06-30'],
  ['15-17 August 2021 was chaos.', '2021-08-15..2021-08-17'],
  ['In early 2022 and late 2023 it rose.', '2022-01..2022-04', '2023-09..2023-12'],
  ['In the first quarter of this year it fell.', '2025-01..2025-03'],
  ['Late last year it fell.', '2024-09..2024-12'],
  ['Yesterday it rained.', '2025-07-14..2025-07-14'],
  ['Three months ago it rained.', '2025-04..2025-04'],
  ['In the past decade it doubled.', '2015..2025'],
  ['During the last 12 months it doubled.', '2024-07..2025-07'],
  ['In the late 1980s they left.', '1987..1989'],
  ['Fiscal year 2022-23 was hard.', '2022..2023'],
  ['It ran from 2021 through 2024.', '2021..2024'],
  ['Through mid-2024, prices fell.', '..2024-07'],
  ['Since last year, prices fell.', '2024..'],
  ['By 2030, demand will double.', '..2030'],
  ['In summer 2022 floods came.', '2022-06..2022-08'],
  ['On Aug. 30, 2021, the last plane left.', '2021-08-30..2021-08-30'],
  ['In Sept. 2022 and Oct. 2023 quakes hit.', '2022-09..2022-09', '2023-10..2023-10'],
  ['In November 2024 (see 2023 as well) it rose.', '2024-11..2024-11', '2023..2023'],
  ['On July 3 Moscow moved.', '2025-07-03..2025-07-03'],
  ['It will open in October.', '2025-10..2025-10'],
  ['Last August it fell.', '2024-08..2024-08'],
  ['The talks of 10 and 11 May 2024 failed.', '2024-05-11..2024-05-11'],
  ['On 2021-08-15 it fell.', '2021-08-15..2021-08-15'],
  ['From 2001 onwards troops came.', '2001..'],
  ['It is dated 1978–1992 in most books.', '1978..1992'],
  ['A total of 1,996 homes burned.'],
  ['The $2021 lamp sold.'],
  ['Call 2021-555 now.'],
  ['Some 2000 people came.'],
];

const IN_WORDS: Row[] = [
  ['Aid flowed from October 2021 until December of last year.', '2021-10..2024-12'],
  ['The treaty dates from nineteen seventy-three.', '1973..1973'],
  ['Nobody spoke of it in June of nineteen ninety nine.', '1999-06..1999-06'],
  ['They left in two thousand and one, and came back in twenty twenty-one.', '2001..2001', '2021..2021'],
  ['From two thousand until two thousand and fourteen it paid.', '2000..2014'],
  ['In two thousand villages twenty thousand families wait.'],
  ['In twenty minutes it was over.'],
  ['Roads were built in the noughties and the twenty-tens.', '2000..2009', '2010..2019'],
  ["In the 70's tourists came.", '1970..1979'],
];

function periods(text: string, reference: string | null): string[] {
  return findPeriods(text, reference).map(({ from, to }) => `${from ?? ''}..${to ?? ''}`);
}

describe('findPeriods', () => {
  it.each([...TUNING, ...HELD_BACK])('finds in: %s', (text, ...wanted) => {
    expect(periods(text, '2025-07-15')).toEqual(wanted);
  });

  it('gives nothing for relative dates without a date of the page', () => {
    expect(periods('Last month, in May, and three years ago; also in March 2024.', null)).toEqual(['2024-03..2024-03']);
  });

  it.each(IN_WORDS)('reads years in words: %s', (text, ...wanted) => {
    expect(periods(text, '2025-07-15')).toEqual(wanted);
  });

  it('keeps the places of the text where years stand in words', () => {
    const text = 'Signed in nineteen seventy-three, it lapsed in May 2021.';
    expect(findPeriods(text, null).map(({ start, end }) => text.slice(start, end))).toEqual([
      'nineteen seventy-three',
      'May 2021',
    ]);
  });

  it('covers the words of the period', () => {
    const text = 'Aid paid since March 2024 is low.';
    const [period] = findPeriods(text, null);
    expect(text.slice(period?.start, period?.end)).toBe('since March 2024');
  });

  it('gives valid spans and never throws, whatever the text', () => {
    const parts = fc.constantFrom(
      '2021',
      '20',
      '-',
      '–',
      '/',
      ' ',
      'May',
      'mid-',
      'since',
      'between',
      'and',
      'to',
      'last year',
      'ago',
      '3',
      '.',
      ',',
      '\n',
      'the',
      'of',
      '15 August',
      'half',
      '12/13/2024',
      '99 May 2024',
      '0000-00-00',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(parts, { maxLength: 30 }).map(all => all.join(' ')),
        ),
        fc.constantFrom(null, '2025-07-15', 'x'),
        (text, reference) => {
          let end = 0;
          for (const period of findPeriods(text, reference)) {
            expect(period.start).toBeGreaterThanOrEqual(end);
            expect(period.end).toBeGreaterThan(period.start);
            expect(period.end).toBeLessThanOrEqual(text.length);
            for (const iso of [period.from, period.to])
              expect(iso === null || /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(iso)).toBe(true);
            end = period.end;
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

function linked(text: string): (string | null)[] {
  const figures = readFigures(text, findSentences(text), '2025-07-15');
  return figures.map(({ period }) => (period ? `${period.from ?? ''}..${period.to ?? ''}` : null));
}

describe('readFigures', () => {
  it.each<[string, (string | null)[]]>([
    ['The US gave $3.8 billion between October 2021 and June 2025.', ['2021-10..2025-06']],
    ['In 2024, 12 people died and 30 were hurt.', ['2024..2024', '2024..2024']],
    ['Attacks rose to 440 in 2024 from 320 in 2023.', ['2024..2024', '2023..2023']],
    ['Some 12 men left. In 2024 it rained.', [null]],
    ['Since August 2021, donors have paid $7 billion, of which $2 billion was stolen.', ['2021-08..', '2021-08..']],
    ['Exports were 43% of GDP in 2020 and 20% in 2023.', ['2020..2020', '2023..2023']],
    ['Fields covered 12 acres in 2024, 19% more than in 2023.', ['2024..2024', '2024..2024']],
    ['The rate was 35% in June, up from 28% a year earlier.', ['2025-06..2025-06', '2024-06..2024-06']],
    ['They run 28 missions (Thomas, 2026).', [null]],
    ['Silver rose by $2 to $38 on Monday.', ['2025-07-14..2025-07-14', '2025-07-14..2025-07-14']],
    ['Two men drowned on Sunday; three others swam ashore.', ['2025-07-13..2025-07-13', '2025-07-13..2025-07-13']],
    ['Bern, 14 July: The maker’s first-half sales fell 7%.', ['2025-01..2025-06']],
    ['Nurses gave 300,000 jabs against measles in June.', ['2025-06..2025-06']],
    ['The afghani has gained 6% against the dollar this year.', ['2025..2025']],
    ['Exports reached $900 million, against $700 million in 2023.', [null, '2023..2023']],
    ['Donors have paid $9 billion since fiscal year 2022.', ['2022..']],
    ['Two years ago nobody came.', [null]],
    ['Nothing is dated: 5 men and $3.', [null, null]],
  ])('links: %s', (text, wanted) => expect(linked(text)).toEqual(wanted));
});

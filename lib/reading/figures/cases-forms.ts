/** Sentences of ours for the rarer forms of numbers, parts of units, sums and spans of time, marked as in `cases-tuning.ts`. */

import type { Case } from './cases-tuning.ts';

export const FORMS: Case[] = [
  // Parts of one unit.
  [
    'Each patient gets «half» a litre of water and «a quarter» of a kilo of rice.',
    'count litres 0.5',
    'count kilograms 0.25',
  ],
  ['The bank cut its rate by «half a percentage point» in May.', 'share pp 0.5'],
  ['They waited «half a day» at the gate and «a half hour» at the desk.', 'duration day 0.5', 'duration hour 0.5'],
  ['A «3/4» inch pipe feeds the camp, and «2/3» of it leaks.', 'count inches 0.75', 'share % 66.667'],
  ['The post lies «one» mile from the border.', 'count miles 1'],
  ['Iron made up «five hundredths» of the sample.', 'share % 5'],
  ['He farms «two and two thirds» acres.', 'count acres 2.666667'],
  ['Of the pupils, «one half» cannot read.', 'share % 50'],
  ['The rally in the third quarter and the first half year helped.'],
  // Numbers in more than one piece.
  [
    'The register lists «9 hundred and twenty» names and «2 million five hundred thousand» votes.',
    'count names 920',
    'count votes 2.5e6',
  ],
  ['«Twelve thousand, five hundred and sixty» people came home.', 'count people 12560'],
  ['The fund paid «three million and forty thousand dollars».', 'money USD 3040000'],
  ['The war drove out «a million» and «two» others stayed.', 'count people 1e6', 'count people 2'],
  ['Prices rose «twelve point ninety-nine percent», wages «4 point 2 percent».', 'share % 12.99', 'share % 4.2'],
  ['The lender said «1.2b» people have no account.', 'count people 1.2e9'],
  ['The wound was «⅜» inch deep, the cut «⅔» inch.', 'count inches 0.375', 'count inches 0.666667'],
  // Below zero.
  [
    'The night brought «-18» degrees in Kabul and a balance of «$-2.5 million».',
    'count degrees -18',
    'money USD -2.5e6',
  ],
  ['Growth lay between «minus 2 and 3 percent» that year.', 'share % -2..3'],
  ['Temperatures ran from «-5 °C to -12» °C in the pass.', 'count degrees -12..-5'],
  ['He tested negative «12» times.', 'count times 12'],
  ['Some «5 through 9» wards lost power.', 'count wards 5..9 about'],
  // Sums and spans of time in two pieces.
  ['A loaf costs «two dollars and fifty cents» there and «$1 and 20 cents» here.', 'money USD 2.5', 'money USD 1.2'],
  ['He paid «5 dollars» for lunch and «32 cents» for tax.', 'money USD 5', 'money USD 0.32'],
  [
    'The court gave him «2 years and 3 months», his brother «one year, 20 days».',
    'duration month 27',
    'duration day 385',
  ],
  ['The boy was 2 years and 3 months old.'],
  ['They served «3 years» and «18 months» in turn.', 'duration year 3', 'duration month 18'],
  [
    'The strike went on for «two years and a half» and a «24h» curfew for «3.5years».',
    'duration year 2.5',
    'duration hour 24',
    'duration year 3.5',
  ],
  ['The quake lasted «1 second», the vote «couple of weeks».', 'duration second 1', 'duration week 2'],
  // Signs and names of money.
  [
    'A ticket is «42RM», a stamp «10¢», a coin «3.50 US$» and a sack «700Rs» in Lahore.',
    'money MYR 42',
    'money USD 0.1',
    'money USD 3.5',
    'money PKR 700',
  ],
  ['Ottawa gave «C $300 million», a Finn «420 million Finnish markka».', 'money CAD 3e8', 'money FIM 4.2e8'],
  ['It fell by «one penny» to «ten pence» in London.', 'money GBP 0.01', 'money GBP 0.1'],
  // What looks like a year.
  [
    'A sack of salt costs «100-1000 afghanis», and «100 - 1000» sacks came.',
    'money AFN 100..1000',
    'count sacks 100..1000',
  ],
  [
    'At least «2015» homes fell, and around «1950» families left.',
    'count homes 2015 2015.. atLeast',
    'count families 1950 about',
  ],
  ['The police found «2000» grams of heroin.', 'count grams 2000'],
  ['Arrivals were more than 2019 levels, in the row over 2014 elections.'],
  ['The mine shut in nineteen eighty-four, and twenty twenty was worse.'],
  ['They bought «twenty» «fifty»-kilo sacks.', 'count sacks 20', 'count kilograms 50'],
  // Bounds.
  [
    'Around «500» or more people are held, less than or equal to «5 percent» of them guilty.',
    'count people 500 500.. atLeast',
    'share % 5 atMost',
  ],
  ['Another one was found at dawn.'],
];

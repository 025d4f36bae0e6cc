/** Reads what was typed: the figures in it, and its words. */
import { findFigures } from '../../reading/figures/find-figures.ts';
import { normalise } from '../../reading/figures/normalise.ts';
import { STOP_WORDS } from '../../reading/matching/stop-words.ts';
import type { Figure } from '../../reading/types.ts';
import { wordsOf } from './words.ts';

/** Longer queries are cut: nobody types them, and a pasted page would be searched word by word. */
const LONGEST = 200;
/** More words than these say nothing new. A judgement. */
const MOST_WORDS = 12;

/** Words of figures in Dari and Pashto (with their usual spellings), as the grammar of figures reads them. */
const FIGURE_WORDS: Record<string, string> = {
  هزار: 'thousand',
  زره: 'thousand',
  لک: 'hundred thousand',
  میلیون: 'million',
  ملیون: 'million',
  میلیونه: 'million',
  میلیارد: 'billion',
  ملیارد: 'billion',
  بیلیون: 'billion',
  تریلیون: 'trillion',
  درصد: 'percent',
  فیصد: 'percent',
  سلنه: 'percent',
  دالر: 'dollars',
  دلار: 'dollars',
  ډالر: 'dollars',
  ډالره: 'dollars',
  افغانی: 'afghanis',
  افغانۍ: 'afghanis',
  یورو: 'euros',
  نفر: 'people',
  تن: 'people',
  سال: 'years',
  کاله: 'years',
  ماه: 'months',
  میاشتې: 'months',
  روز: 'days',
  ورځې: 'days',
};
const ARABIC_WORD = /\p{Script=Arabic}+/gu;

/** Only behind digits are they words of a figure. */
function inEnglish(query: string): string {
  if (!/\d/.test(query)) return query;
  return query.replace(ARABIC_WORD, word => FIGURE_WORDS[wordsOf(word)[0]?.form ?? ''] ?? word);
}

export interface Query {
  figures: Figure[];
  /** The words besides the figures, without those that tell no matter from another unless there are no others. */
  words: string[];
  /** All words, those of the figures as they were typed included. */
  all: string[];
}

/** Stop words of a question; "us" is more often the country. */
export const isIdle = (word: string) => STOP_WORDS.has(word) && word !== 'us';

/** Whether a word is the beginning of one that tells nothing: "sinc", while "since" is being typed. */
export const beginsIdle = (word: string): boolean => [...STOP_WORDS].some(one => one.startsWith(word));

function telling(text: string): string[] {
  const words = [...new Set(wordsOf(text).map(({ form }) => form))];
  const rest = words.filter(word => !isIdle(word));
  return (rest.length > 0 ? rest : words).slice(0, MOST_WORDS);
}

/** Reads a query. Never throws. */
export function readQuery(typed: string): Query {
  const query = typed.slice(0, LONGEST);
  const english = inEnglish(normalise(query));
  const figures = findFigures(english);
  let rest = english;
  // From the end, so that the places before stay true.
  for (const { start, end } of figures.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return { figures, words: rest.trim() ? telling(rest) : [], all: telling(query) };
}

/** Reads numbers written in words, from "two" to "three hundred and fifty thousand". */

const SMALL = new Map<string, number>(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);

/** Scale words as powers of ten; a hundred is none, because it works inside a group ("three hundred thousand"). */
export const SCALES = new Map<string, number>(
  Object.entries({ thousand: 3, lakh: 5, million: 6, crore: 7, billion: 9, trillion: 12, quadrillion: 15 }),
);

/** The words that may open a number, for the scan. */
export const NUMBER_WORDS = [...SMALL.keys()].join('|');

const WORD = /(?:and(?: |-))?(?:an? )?([a-z]+)/y;
const JOINT = / {1,2}|-/y;

interface Word {
  word: string;
  and: boolean;
  article: boolean;
  end: number;
}

function wordAt(lower: string, place: number): Word | null {
  WORD.lastIndex = place;
  const found = WORD.exec(lower);
  if (!found?.[1]) return null;
  const whole = found[0];
  return {
    word: found[1],
    and: whole.startsWith('and') && whole.length > found[1].length + 2,
    article: /(?:^|[ -])an? [a-z]+$/.test(whole),
    end: place + whole.length,
  };
}

function nextWord(lower: string, place: number): Word | null {
  JOINT.lastIndex = place;
  return JOINT.test(lower) ? wordAt(lower, JOINT.lastIndex) : null;
}

/** A group below a thousand ("two", "forty-five", "three hundred and five"). */
function groupAt(lower: string, place: number): { value: number; end: number } | null {
  let word = wordAt(lower, place);
  if (!word || word.and) return null;
  let value = 0;
  let end = place;
  let may = { hundred: false, tens: true, ones: true };
  if (word.word === 'hundred' && word.article) {
    value = 100;
    end = word.end;
    may = { hundred: false, tens: true, ones: true };
    word = nextWord(lower, end);
  } else if (word.article) {
    return null;
  }
  while (word) {
    const small = SMALL.get(word.word);
    if (word.article) break;
    if (small === undefined) {
      if (word.word !== 'hundred' || !may.hundred || word.and) break;
      value *= 100;
      may = { hundred: false, tens: true, ones: true };
    } else if (small === 0) {
      if (end > place) break;
      return { value: 0, end: word.end };
    } else {
      // "and" joins only after a hundred: "twenty and five" are two numbers.
      if (word.and && value < 100) break;
      const fits = small >= 10 ? may.tens : may.ones;
      if (!fits) break;
      value += small;
      // Twenty to ninety take one digit more ("forty-five"); up to nineteen may count hundreds ("twelve hundred").
      may = { hundred: value < 100 && small < 20, tens: false, ones: small >= 20 };
    }
    end = word.end;
    word = nextWord(lower, end);
  }
  return end > place ? { value, end } : null;
}

export interface WordNumber {
  value: bigint;
  /** The power of ten of the last scale word from a million up, or 0. */
  scale: number;
  end: number;
}

/**
 * The number in words at `place` ("a million", "two hundred and five", "fifty-one thousand"), or null.
 * A bare scale word without "a" or a number before it is none. Takes lower-case text.
 */
export function readNumberWords(lower: string, place: number): WordNumber | null {
  const article = wordAt(lower, place);
  let total = 0n;
  let end = place;
  let last = Number.POSITIVE_INFINITY;
  let scale = 0;
  if (article?.article && SCALES.has(article.word)) {
    last = SCALES.get(article.word) ?? 0;
    total = 10n ** BigInt(last);
    end = article.end;
    scale = last >= 5 ? last : 0;
    // "a thousand million", "a million million"
    const more = nextWord(lower, end);
    const power = more && !more.and && !more.article ? SCALES.get(more.word) : undefined;
    if (more && power !== undefined) {
      total *= 10n ** BigInt(power);
      scale = last + power;
      return { value: total, scale, end: more.end };
    }
  }
  for (;;) {
    let from = end;
    if (end > place) {
      JOINT.lastIndex = end;
      if (!JOINT.test(lower)) break;
      from = JOINT.lastIndex;
      // "and" goes on after thousands only ("a thousand and one"): "a million and two others" are two numbers.
      if (lower.startsWith('and', from)) {
        if (last !== 3) break;
        from += 4;
      }
    }
    const group = groupAt(lower, from);
    if (!group) break;
    let power = 0;
    let groupEnd = group.end;
    for (let word = nextWord(lower, groupEnd); word && !word.and && !word.article; word = nextWord(lower, groupEnd)) {
      const next = SCALES.get(word.word.endsWith('s') ? word.word.slice(0, -1) : word.word);
      if (next === undefined) break;
      power += next;
      groupEnd = word.end;
    }
    if (power >= last || (end > place && power === 0 && last > 3)) break;
    total += BigInt(group.value) * 10n ** BigInt(power);
    if (power >= 5) scale = power;
    else if (end > place) scale = 0;
    end = groupEnd;
    last = power;
    if (power === 0) break;
  }
  return end > place ? { value: total, scale, end } : null;
}

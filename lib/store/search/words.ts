/** Cuts texts and queries into the words that search compares: folded, so that spelling and keyboard make no difference. */
import { normalise } from '../../reading/figures/normalise.ts';
import { type Token, tokenize } from '../../reading/text.ts';
import type { Span } from '../../reading/types.ts';

/** Letters that Arabic and Persian keyboards have in two forms, and the stroke that only stretches a word. */
function foldLetters(form: string): string {
  return /[\u0600-\u06ff]/.test(form) ? form.replace(/[يى]/g, 'ی').replace(/ك/g, 'ک').replace(/ـ/g, '') : form;
}

/**
 * The words of a text with their places (UTF-16 units). A number is one word in plain digits without separators of
 * thousands ("۳٬۶۳۰" gives "3630", "3.6bn" stays one).
 */
export function wordsOf(text: string): Token[] {
  const words: Token[] = [];
  for (const token of tokenize(normalise(text))) {
    const last = words.at(-1);
    const between = last && token.start === last.end + 1 ? normalise(text[last.end] ?? '') : '';
    if (last && (between === '.' || between === ',') && /^[\d.]+$/.test(last.form) && /^\d/.test(token.form)) {
      last.form += (between === '.' ? '.' : '') + token.form;
      last.end = token.end;
    } else words.push({ ...token, form: foldLetters(token.form) });
  }
  return words;
}

/** The words, and with them each run joined by hyphens as one, so that "Alqaeda" finds "Al-Qaeda". */
export function wordsToFind(text: string): Token[] {
  const words = wordsOf(text);
  const plain = normalise(text);
  const joined: Token[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i] as Token;
    let run = first;
    for (let next = words[i + 1]; next?.start === run.end + 1 && plain[run.end] === '-'; next = words[i + 1]) {
      run = { start: first.start, end: next.end, form: run.form + next.form };
      i++;
    }
    if (run !== first) joined.push(run);
  }
  return joined.length > 0 ? [...words, ...joined] : words;
}

/** Where a text has one of these words, in order and without overlap. */
export function placesOf(text: string, found: ReadonlySet<string>): Span[] {
  const places: Span[] = [];
  const matched = wordsToFind(text).filter(({ form }) => found.has(form));
  for (const { start, end } of matched.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= (places.at(-1)?.end ?? 0)) places.push({ start, end });
  }
  return places;
}

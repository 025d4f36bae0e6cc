/** Finds the places of a text at which a quote may stand: where its words are, where its context is, where something like it is. */

import search from 'approx-string-match';
import type { Span } from '@/lib/reading/types';
import type { Steps } from '../slices.ts';
import { errorsBetween } from './agreement.ts';

/** A place with the number of characters in which it differs from the quote. */
export interface Candidate extends Span {
  errors: number;
}

/** A quote with its context, folded as the text is. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
  /** Where it began when it was noted. */
  start: number;
}

/** A quote may have lost or gained this share of its characters, and no more. A judgement, like all that follow. */
export const MOST_ERRORS = 0.35;
/** A few characters of something like it stand everywhere. */
const SHORTEST_LIKE = 24;
/** The pieces of a quote by which its likes are found: a long word with its space. */
const PIECE = 8;
/** A quote that stands in more places than this says nothing. */
const MOST_PLACES = 2000;
/** So much of the context must stand on both sides of words that took the quote's place. */
const BRACKET = 24;
/** So much text is searched from one pause to the next: about a millisecond's work. */
const CHUNK = 4096;

/** Where a string stands in a text, in order. */
function* placesOf(part: string, text: string): Generator<number> {
  if (part === '') return;
  for (let at = text.indexOf(part), count = 0; at >= 0 && count < MOST_PLACES; at = text.indexOf(part, at + 1), count++)
    yield at;
}

/** Wherever the quote's words stand. */
export const exactPlaces = ({ exact }: Quote, text: string): Candidate[] =>
  [...placesOf(exact, text)].map(start => ({ start, end: start + exact.length, errors: 0 }));

/** What stands between the quote's neighbours, where these stand as they did: its words may have been put otherwise. */
export function* bracketedPlaces({ exact, prefix, suffix }: Quote, text: string): Steps<Candidate[]> {
  const found: Candidate[] = [];
  const [before, behind] = [prefix.slice(-BRACKET), suffix.slice(0, BRACKET)];
  if (before.length < BRACKET || behind.length < BRACKET) return found;
  for (const at of placesOf(before, text)) {
    const start = at + before.length;
    const end = text.slice(start, start + 2 * exact.length + behind.length).indexOf(behind) + start;
    if (end < start) continue;
    const errors = errorsBetween(exact, text.slice(start, end));
    // Of other words than half of its own it is another quote.
    if (2 * errors <= exact.length) found.push({ start, end, errors });
    yield;
  }
  return found;
}

/**
 * The parts of a text in which something like the quote can stand: those where at least two pieces of it are word for word.
 * What shares no more with the quote is not like it, or is it after so many changes that nobody could tell.
 */
function* likelyParts({ exact }: Quote, text: string, reach: number): Steps<Span[]> {
  const hits: { at: number; piece: number }[] = [];
  for (let piece = 0; piece + PIECE <= exact.length; piece += PIECE) {
    const places = [...placesOf(exact.slice(piece, piece + PIECE), text)];
    // What stands everywhere ("of the l") tells nothing.
    if (places.length < MOST_PLACES) for (const at of places) hits.push({ at, piece });
    yield;
  }
  hits.sort((a, b) => a.at - b.at);
  const parts: Span[] = [];
  for (let i = 1; i < hits.length; i++) {
    const [before, hit] = [hits[i - 1], hits[i]];
    if (!before || !hit || before.piece === hit.piece || hit.at - before.at > reach) continue;
    const [start, end] = [Math.max(0, before.at - reach), Math.min(text.length, hit.at + reach)];
    const last = parts.at(-1);
    if (last && start <= last.end) last.end = end;
    else parts.push({ start, end });
  }
  return parts;
}

/** Wherever something like the quote stands: in each part of the text the likest, and the next likest beside it. */
export function* likePlaces(quote: Quote, text: string): Steps<Candidate[]> {
  const { exact } = quote;
  const most = Math.floor(exact.length * MOST_ERRORS);
  const found: Candidate[] = [];
  if (exact.length < SHORTEST_LIKE) return found;
  const look = (from: number, to: number): Candidate | null => {
    const [first, ...others] = search(text.slice(from, to), exact, most);
    if (!first) return null;
    // Ends one character apart are one place; its widest extent reaches furthest.
    const last = others.filter(({ start }) => start < first.end).at(-1) ?? first;
    const like = last.end - last.start > first.end - first.start ? last : first;
    return { start: from + like.start, end: from + like.end, errors: like.errors };
  };
  const reach = exact.length + most;
  for (const part of yield* likelyParts(quote, text, reach))
    for (let from = part.start; from < part.end; from += CHUNK) {
      const to = Math.min(part.end, from + CHUNK + reach);
      const like = look(from, to);
      yield;
      if (!like) continue;
      found.push(like);
      for (const [start, end] of [
        [from, like.start],
        [like.end, to],
      ] as const) {
        const next = end - start >= exact.length - most ? look(start, end) : null;
        if (next) found.push(next);
        yield;
      }
    }
  return found;
}

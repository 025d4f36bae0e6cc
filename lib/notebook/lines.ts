/** What a list shows of a note: a first line and what follows, without Markdown's signs. */
import type { Note } from '../notes.ts';

/** Longer than any row of a list. */
const LONGEST = 300;

/** Signs of Markdown at the beginning of a line, and around words. */
const AT_START = /^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|```.*$)/;
const AROUND = /\*\*|__|`|~~|!?\[([^\]]*)\]\([^)]*\)|(?<![*\w])\*(?=\S)|(?<=\S)\*(?![*\w])/g;

const plain = (line: string): string => line.replace(AT_START, '').replace(AROUND, '$1').trim();

/** The first line of a note and the text behind it; empty where it has no words of its own. */
export function linesOf({ text }: Pick<Note, 'text'>): { first: string; rest: string } {
  const lines = text
    .slice(0, 4 * LONGEST)
    .split('\n')
    .map(plain)
    .filter(Boolean);
  const [first = '', ...others] = lines;
  return { first: first.slice(0, LONGEST), rest: others.join(' ').slice(0, LONGEST) };
}

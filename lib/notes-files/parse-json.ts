/** Bytes to text to JSON, with the place of what is wrong, and without what could hurt later. */
import { DEEPEST_NESTING, type FilePlace, NotesFileError } from './faults.ts';
import { firstBrokenNote } from './own-json.ts';

const lineOf = (text: string, offset: number) => ({ line: text.slice(0, offset).split('\n').length });

/**
 * UTF-8 as text, without a byte order mark.
 * @throws NotesFileError `encoding`, with the line, where it is not UTF-8
 */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The longest beginning that is right, by halving: a file may be large, and this is seldom needed.
    let [right, wrong] = [0, bytes.length];
    while (wrong - right > 1) {
      const middle = (right + wrong) >> 1;
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
        right = middle;
      } catch {
        wrong = middle;
      }
    }
    const before = new TextDecoder().decode(bytes.subarray(0, right));
    throw new NotesFileError('encoding', lineOf(before, before.length));
  }
}

/** Where brackets outside of strings stand in one another too deeply, or null. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (inString) {
      if (unit === 0x5c) i++;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x5b || unit === 0x7b) {
      if (++depth > DEEPEST_NESTING) return i;
    } else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return null;
}

/**
 * The value of a JSON text.
 * @throws NotesFileError `deep`, or `json` with the note or the line where it breaks
 */
export function parseJson(text: string): unknown {
  const deep = tooDeepAt(text);
  if (deep !== null) throw new NotesFileError('deep', lineOf(text, deep));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotesFileError('json', brokenPlace(text, error instanceof Error ? error.message : ''));
  }
}

/** Engines name the place in words of their own, or not at all: Chromium "position 12", Firefox "line 3 column 4". */
function brokenPlace(text: string, message: string): FilePlace {
  const note = firstBrokenNote(text);
  if (note !== null) return { note };
  const line = /\bline (\d+)/.exec(message)?.[1];
  if (line) return { line: Number(line) };
  const position = /\bposition (\d+)/.exec(message)?.[1];
  if (position) return lineOf(text, Number(position));
  return /\bend\b/.test(message) ? lineOf(text, text.length) : {};
}

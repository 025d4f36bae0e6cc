/** Recognises by their build what is no prose: reference lists, and addresses of pages and mail. */

import { CAPITALS, LETTERS } from '../letters.ts';
import { inFigures } from '../patterns.ts';
import type { Reading } from './normalise.ts';

const HEADING = /^[\s#*\d.]*(?:(?:[a-z]+ ){0,2}(?:references|cited)|bibliography|endnotes|footnotes)[\s:]*$/i;
const BULLET = '^[\\s*_•·–—-]*(?:\\[?\\^?\\d{1,3}[\\].:)]*\\s+)?["\']?';
/**
 * How an entry begins: "Surname, A.", "Surname, Anna and …" or "Organisation (2021)." ("Washington, D.C." is no author, and
 * a list of places begins like the second, so that it needs a year in brackets as well), with an optional bullet in front.
 */
const NAME = `[${LETTERS}'-]+`;
const NEXT_NAME = `(?: [${CAPITALS}]${NAME})`;
const OPENING = new RegExp(
  `${BULLET}[${CAPITALS}](?:(${NAME}${NEXT_NAME}{0,2} ?, (?!D\\.C|U\\.S|A\\.D)[${CAPITALS}]\\.)|(${NAME}${NEXT_NAME}?, [${CAPITALS}][${LETTERS}-]+)|([^.()\\n]{2,80}\\.? \\((?:1[89]|20)\\d\\d[a-z]?(?:, [^)]{1,24})?\\)[.,:]))`,
);
const MARKER =
  /(?:\bdoi\b|https?:\/\/|www\.|\bisbn\b|\bissn\b|\b(?:retrieved|accessed) (?:from|on|\d|[A-Z])|\bvol\.|\bpp\. ?\d|\bibid\b|\bet al\b|\beds?\.|\(\d{1,3}\),|, \d{1,3}\(\d)/i;
const YEAR = /\b(?:1[89]|20)\d\d[a-z]?\b/;
const YEAR_IN_BRACKETS = /\((?:1[89]|20)\d\d[a-z]?(?:,[^)]{0,24})?\)/;
const LISTED = /^\s*(?:[*_•·–—-]\s|\[\^?\d{1,3}\]|\^?\{?\*?\d{1,3}\}?[.:)]?\s|["“(])/;
const LINE_WINDOW = 600;
/** Longer lines are no headings. */
const LONGEST_HEADING = 60;

/** Looks at the line once for all hits in it; keep one for a text. */
export interface Lines {
  start: number;
  end: number;
  skip: boolean;
  /** Are we behind a heading "References"? */
  listed: boolean;
}

export function newLines(): Lines {
  return { start: 0, end: -1, skip: false, listed: false };
}

/** Is there a capital behind the first comma, or a year in brackets near the beginning, without which no entry opens? */
function mayOpen(line: string): boolean {
  const next = line.charAt(line.indexOf(',') + 2);
  return next !== next.toLowerCase() || next > '\u007f' || line.slice(0, 120).includes('(');
}

/** Is this line an entry of a reference list? Behind a heading of such a list less is asked for. */
function isReference(line: string, listed: boolean): boolean {
  // How a line begins is cheap to see, and rules out nearly all prose.
  const opening = mayOpen(line) ? OPENING.exec(line) : null;
  const bullet = LISTED.test(line);
  if (!opening && !bullet) return false;
  const marked = MARKER.test(line);
  if (opening?.[1]) return marked || listed || YEAR.test(line.slice(0, 200));
  if (opening && (marked || (opening[3] ? listed : YEAR_IN_BRACKETS.test(line.slice(0, 120))))) return true;
  return bullet && (listed || marked) && YEAR.test(line);
}

/**
 * The end of the line at `place` if it belongs to a reference list, else -1. Places must come in rising order for one
 * and the same `lines`.
 */
export function endOfReference(reading: Reading, lines: Lines, place: number): number {
  const { plain } = reading;
  while (place >= lines.end && lines.end < plain.length) {
    const start = lines.end + 1;
    const feed = plain.indexOf('\n', start);
    lines.start = start;
    lines.end = feed < 0 ? plain.length : feed;
    const length = lines.end - start;
    if (length > 0 && length < LONGEST_HEADING && HEADING.test(plain.slice(start, lines.end))) lines.listed = true;
    if (length === 0) continue;
    const skip = isReference(plain.slice(start, Math.min(lines.end, start + LINE_WINDOW)), lines.listed);
    // A long line that is no entry ends the list: comments and other articles may follow on the page.
    if (!skip && length >= LONGEST_HEADING) lines.listed = false;
    lines.skip = skip && place < lines.end;
  }
  return lines.skip && place >= lines.start && place < lines.end ? lines.end : -1;
}

const ADDRESS =
  /(?:https?:|ftp:|www\.|@[a-z0-9-]+\.|^@\w|^#\w|\w\.[a-z]{2,5}[/?#]|\w\.(?:com|org|net|gov|info|af|uk|html?|pdf)(?::|[.,;:)"'\]]*$)|^[as]\/(?:[a-z]*\/)?\d|\/res\/\d)/;
const LONGEST_ADDRESS = 400;
/** Every address has one of these. */
const [SLASH, POINT, AT, HASH] = ['/', '.', '@', '#'].map(sign => sign.charCodeAt(0));

/** The run of characters without a space that was looked at last. */
export interface LastRun {
  end: number;
  address: boolean;
}

/** The end of the web or mail address, or document symbol ("S/2024/123"), that `place` stands in, or -1. */
export function endOfAddress(reading: Reading, last: LastRun, place: number): number {
  const { lower } = reading;
  if (place < last.end) return last.address ? last.end : -1;
  let start = place;
  while (start > place - LONGEST_ADDRESS && start > 0 && lower.charCodeAt(start - 1) > 32) start -= 1;
  let end = start;
  let signs = false;
  for (let code = lower.charCodeAt(end); code > 32; code = lower.charCodeAt(end)) {
    if (code === SLASH || code === POINT || code === AT || code === HASH) signs = true;
    end += 1;
  }
  last.end = end;
  last.address =
    signs && ADDRESS.test(lower.slice(start, Math.min(end, start + 2 * LONGEST_ADDRESS)).replace(/^["'([{<]+/, ''));
  return last.address ? end : -1;
}

inFigures.add(OPENING, LISTED, ADDRESS);

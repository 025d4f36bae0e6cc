/** Names of files that every system takes. */
import type { Note } from '../notes.ts';

/** Not allowed on Windows, meant by a shell, or read as a link's part by Obsidian (# ^ [ ] |); and what cannot be seen. */
const UNSAFE = /[<>:"/\\|?*#^[\]%&{}$!'`~=+@,;]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Cn}|\p{Co}/gu;

/** Longest name without its ending, in bytes of UTF-8: Linux allows 255 with it, and folders take some on Windows. */
const LONGEST = 160;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** The first line of a note that says something, without its Markdown. */
function firstWords({ text, ties }: Note): string {
  const line = text.split('\n').find(one => /[\p{L}\p{N}]/u.test(one)) ?? ties.page?.title ?? '';
  return line.slice(0, 400).replace(/^[\s>#*+-]+/, '');
}

/** "2025-02-05 Aid since August". Begins with a date, so that it is none of the names that Windows keeps for itself. */
export function fileNameOf(note: Note): string {
  const words = firstWords(note)
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(/[\s.]+/g, ' ')
    .trim();
  let name = `${note.made.slice(0, 10)} ${words}`.trim();
  const signs = Array.from(name);
  while (bytesOf(name) > LONGEST) name = signs.splice(-1, 1) && signs.join('').trim();
  return name;
}

/** Names, each once even where case and the composition of letters are not told apart: "name", "name (2)". */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return names.map(name => {
    let number = next.get(name) ?? 1;
    let unique = name;
    const fold = () => unique.normalize('NFKC').toLowerCase();
    while (taken.has(fold())) unique = `${name} (${++number})`;
    next.set(name, number);
    taken.add(fold());
    return unique;
  });
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const files = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .filter(path => !path.includes('.test.'))
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }));
/** The lines of all files that have what must not be there. */
const found = (pattern: string, forbidden: RegExp, without: RegExp = /(?!)/g) =>
  files(pattern).flatMap(({ path, text }) =>
    text
      .replace(without, '')
      .split('\n')
      .flatMap(line => (forbidden.test(line) ? [`${path}: ${line.trim()}`] : [])),
  );

describe('views in any language', () => {
  it('are laid out by logical properties, so that they turn around with the direction of the text', () => {
    // The popover is put in its place by its left edge, whatever the direction.
    const physical =
      /(?:^|[\s;{-])(?:left|right)\s*:|(?:margin|padding|border)-(?:left|right)|(?:text-align|float|clear)\s*:\s*(?:left|right)/;
    expect(found('{components,entrypoints}/**/*.css', physical, /left: 0 !important;/g)).toEqual([]);
  });

  it('say nothing that is not in the files of texts', () => {
    // Text between tags, a line of text by itself, and attributes that are shown or read out.
    const literal =
      /[^=]>[^<>{}()=]*\p{L}{2}[^<>{}()=;]*<\/|^\s+\p{Lu}\p{Ll}+ [\p{L} ,.’…]+$|(?:aria-label|title|placeholder|alt)="[^"]*\p{L}/u;
    const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
    expect(found('{components,entrypoints}/**/*.tsx', literal, comments)).toEqual([]);
  });
});

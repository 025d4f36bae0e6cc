import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// One file for each case, in a folder with the project's own configuration: one run of Biome judges them all. (On
// standard input Biome 2.6 says only that something is wrong, not what.)

const FORBIDDEN = [
  ['lib/reading/store.ts', '@/lib/store/db'],
  ['lib/reading/store-by-path.ts', '../store/db.ts'],
  ['lib/reading/matching/page.ts', '../../page/passages.ts'],
  ['lib/reading/messaging.ts', '../messaging.ts'],
  ['lib/reading/components.ts', '@/components/SourceLine'],
  ['lib/reading/database.ts', 'dexie'],
  ['lib/reading/imports.ts', '#imports'],
  ['lib/reading/browser.ts', 'wxt/browser'],
  ['lib/reading/marks.ts', 'mark.js'],
  ['lib/reading/views.ts', 'preact'],
  ['lib/store/components.ts', '@/components/SourceLine'],
  ['lib/store/page.ts', '@/lib/page/passages'],
  ['lib/store/page-by-path.ts', '../page/passages'],
  ['lib/store/messaging.ts', '@/lib/messaging'],
  ['lib/store/marks.ts', 'mark.js'],
  ['lib/page/database.ts', 'dexie'],
  ['lib/page/store.ts', '@/lib/store/db'],
  ['lib/page/entrypoints.ts', '@/entrypoints/content/spans'],
  ['lib/page/marks.ts', 'mark.js'],
  ['lib/notes-files/store.ts', '../store/db.ts'],
  ['lib/notes-files/page.ts', '../page/passages.ts'],
  ['lib/notes-files/browser.ts', 'wxt/browser'],
  ['lib/notes-files/views.ts', 'preact'],
  ['lib/messaging.ts', '@/components/SourceLine'],
  ['lib/settings.ts', 'mark.js'],
  ['components/Entrypoints.tsx', '@/entrypoints/content/spans'],
  ['components/Store.tsx', '@/lib/store/db'],
  ['components/Page.tsx', '@/lib/page/passages'],
  ['components/Imports.tsx', '#imports'],
  ['components/Marks.tsx', 'mark.js'],
  ['entrypoints/content/marks.ts', 'mark.js'],
  ['entrypoints/background/database.ts', 'dexie'],
  ['entrypoints/background/scripts.ts', '../../scripts/read-pack'],
] as const;

const ALLOWED = [
  ['lib/reading/sibling.ts', './types.ts'],
  ['lib/reading/matching/parent.ts', '../text.ts'],
  ['lib/reading/package.ts', 'stemmer'],
  ['lib/store/database.ts', 'dexie'],
  ['lib/store/reading.ts', '@/lib/reading/types'],
  ['lib/page/highlighter.ts', 'mark.js'],
  ['lib/page/reading.ts', '@/lib/reading/reading'],
  ['lib/notes-files/words.ts', '../i18n/translate.ts'],
  ['components/Messaging.tsx', '@/lib/messaging'],
  ['entrypoints/content/components.ts', '@/components/SourceLine'],
  ['entrypoints/background/store.ts', '@/lib/store/db'],
] as const;

const root = join(import.meta.dirname, '../..');
let folder: string;
/** By file: the rules that it breaks. */
const broken = new Map<string, string[]>();
let status: number | null;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'daftar-layers-')));
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const [path, specifier] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `import { one } from '${specifier}';\n\nexport const other = one;\n`);
  }
  const biome = join(root, 'node_modules/.bin/biome');
  const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github'];
  const run = spawnSync(biome, args, { cwd: folder, encoding: 'utf8' });
  status = run.status;
  for (const [, rule = '', file = ''] of run.stdout.matchAll(/::error title=([^,]+),file=([^,]+),/g)) {
    const path = relative(folder, file);
    broken.set(path, [...(broken.get(path) ?? []), rule]);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('imports go strictly downward', () => {
  it.each(FORBIDDEN)('%s may not import %s', path => {
    expect(broken.get(path)).toEqual(['lint/style/noRestrictedImports']);
  });

  it.each(ALLOWED)('%s may import %s', path => {
    expect(broken.get(path)).toBeUndefined();
  });

  it('a forbidden import fails the check', () => {
    expect(status).toBe(1);
  });
});

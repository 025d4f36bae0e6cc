import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What Biome says of a file at `path` that imports `specifier`. */
function lint(path: string, specifier: string) {
  const source = `import { something } from '${specifier}';\n\nexport const other = something;\n`;
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', `--stdin-file-path=${path}`],
    {
      cwd: root,
      input: source,
      encoding: 'utf8',
    },
  );
  return { status, said: `${stdout}${stderr}` };
}

describe('imports go strictly downward', () => {
  it.each([
    ['lib/reading/forbidden.ts', '@/lib/store/db'],
    ['lib/reading/forbidden.ts', '../store/db.ts'],
    ['lib/reading/matching/forbidden.ts', '../../page/passages.ts'],
    ['lib/reading/forbidden.ts', '../messaging.ts'],
    ['lib/reading/forbidden.ts', 'dexie'],
    ['lib/reading/forbidden.ts', '#imports'],
    ['lib/reading/forbidden.ts', 'wxt/browser'],
    ['lib/store/forbidden.ts', '@/components/SourceLine'],
    ['lib/store/forbidden.ts', '@/lib/page/passages'],
    ['lib/store/forbidden.ts', '@/lib/messaging'],
    ['lib/page/forbidden.ts', 'dexie'],
    ['lib/page/forbidden.ts', '@/lib/store/db'],
    ['lib/page/forbidden.ts', '@/entrypoints/content/spans'],
    ['lib/messaging.ts', '@/components/SourceLine'],
    ['components/Forbidden.tsx', '@/entrypoints/content/spans'],
    ['components/Forbidden.tsx', '@/lib/store/db'],
    ['components/Forbidden.tsx', '#imports'],
    ['entrypoints/background/forbidden.ts', 'dexie'],
    ['entrypoints/background/forbidden.ts', '../../scripts/read-pack'],
  ])('%s may not import %s', (path, specifier) => {
    const { status, said } = lint(path, specifier);
    expect(said).toContain('noRestrictedImports');
    expect(status).not.toBe(0);
  });

  it.each([
    'lib/reading/forbidden.ts',
    'lib/store/forbidden.ts',
    'lib/page/forbidden.ts',
    'lib/settings.ts',
    'components/Forbidden.tsx',
    'entrypoints/content/forbidden.ts',
  ])('mark.js is not for %s', path => {
    expect(lint(path, 'mark.js').said).toContain('noRestrictedImports');
  });

  it.each([
    ['lib/reading/allowed.ts', './types.ts'],
    ['lib/reading/matching/allowed.ts', '../text.ts'],
    ['lib/reading/allowed.ts', 'stemmer'],
    ['lib/store/allowed.ts', 'dexie'],
    ['lib/store/allowed.ts', '@/lib/reading/types'],
    ['lib/page/highlighter.ts', 'mark.js'],
    ['lib/page/allowed.ts', '@/lib/reading/reading'],
    ['components/Allowed.tsx', '@/lib/messaging'],
    ['entrypoints/content/allowed.ts', '@/components/SourceLine'],
  ])('%s may import %s', (path, specifier) => {
    const { status, said } = lint(path, specifier);
    expect(said).not.toContain('noRestrictedImports');
    expect(status).toBe(0);
  });
});

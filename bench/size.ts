/** What the reading of figures and periods adds to the extension: each bundled alone and minified as the build does it. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { printTable, rounded } from './table.ts';

const MOST_COMPRESSED = 9;

/** Minified and gzipped bytes of a module of `lib/reading` with all that it imports, but for the `external` packages. */
async function sizeOf(module: string, external: RegExp[]): Promise<{ minified: number; gzipped: number }> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      // As an application and not as a library, whose white space Vite leaves in.
      rolldownOptions: {
        input: join(import.meta.dirname, '../lib/reading', module),
        preserveEntrySignatures: 'strict',
        external,
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap(one => ('output' in one ? one.output : []));
  const code = outputs.map(one => (one.type === 'chunk' ? one.code : '')).join('');
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: MOST_COMPRESSED }).length };
}

const CHRONO = /^chrono-node/;

export async function measureSize(): Promise<void> {
  const modules: [name: string, module: string, external: RegExp[]][] = [
    ['the grammar of figures', 'figures/find-figures.ts', []],
    ['periods without chrono-node', 'periods.ts', [CHRONO]],
    ['periods with chrono-node', 'periods.ts', []],
    ['the whole reading', 'reading.ts', []],
  ];
  const rows: string[][] = [];
  for (const [name, module, external] of modules) {
    const { minified, gzipped } = await sizeOf(module, external);
    rows.push([name, rounded(minified / 1000), rounded(gzipped / 1000)]);
  }
  printTable('Size, each with all that it imports', ['', 'minified, kB', 'gzip, kB'], rows);
}

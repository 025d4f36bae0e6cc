/** Measures what the figures' grammar adds to the extension: bundled alone, minified, and gzipped. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const MOST_COMPRESSED = 9;

/** Minified and gzipped bytes of one module with all that it imports from `lib`; packages are left out. */
export async function bundledSize(module: string): Promise<{ minified: number; gzipped: number }> {
  const entry = fileURLToPath(new URL(`../${module}`, import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      // As an application and not as a library, whose white space Vite leaves in.
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', external: [/^[a-z]/] },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap(one => ('output' in one ? one.output : []));
  const code = outputs.map(one => (one.type === 'chunk' ? one.code : '')).join('');
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: MOST_COMPRESSED }).length };
}

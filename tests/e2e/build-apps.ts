/** Bundles the fixture applications, in development builds: those complain of whatever they find changed under them. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import { build, createServer, type InlineConfig, type Plugin } from 'vite';
import type { FixtureApp } from '../pages/apps/control.ts';
import { FIRST } from '../pages/apps/story.ts';

export const FRAMEWORKS = { react: 'react.tsx', preact: 'preact.tsx', vue: 'vue.ts', svelte: 'svelte.ts' };

const folder = join(import.meta.dirname, '../pages/apps');

const svelte: Plugin = {
  name: 'svelte',
  transform(code, file, options) {
    if (!file.endsWith('.svelte')) return null;
    const ssr = options?.ssr;
    const { js } = compile(code, { filename: file, generate: ssr ? 'server' : 'client', dev: !ssr, css: 'injected' });
    return js;
  },
};

const common: InlineConfig = { configFile: false, root: folder, logLevel: 'warn', plugins: [svelte] };

/** Builds all applications with their pages. @returns the folder to serve, `react.html` and so on in it */
export async function buildApps(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'daftar-apps-'));
  await build({
    ...common,
    mode: 'development',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    resolve: {
      conditions: ['module', 'browser', 'development'],
      // The build of Vue that compiles templates in the browser.
      alias: { vue: 'vue/dist/vue.esm-bundler.js' },
    },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input: FRAMEWORKS, output: { entryFileNames: '[name].js' } },
    },
  });
  // Renders as the applications' servers would; nothing listens.
  const server = await createServer({ ...common, server: { middlewareMode: true, watch: null, ws: false } });
  for (const [framework, file] of Object.entries(FRAMEWORKS)) {
    const { app } = (await server.ssrLoadModule(`/${file}`)) as { app: FixtureApp };
    writeFileSync(join(outDir, `${framework}.html`), pageOf(framework, await app.render(FIRST)));
  }
  await server.close();
  return outDir;
}

const pageOf = (framework: string, article: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${FIRST.title} – The Lapis Courier</title>
<meta property="article:published_time" content="2025-11-18T06:00:00Z">
</head>
<body>
<main id="root">${article}</main>
<script type="module" src="${framework}.js"></script>
</body>
</html>
`;

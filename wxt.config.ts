import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { readBundledPack } from './scripts/read-pack.ts';

// Everything that 1.0 needs is asked for at once: a permission added by an update would switch the extension off
// until the reader agrees to it.
export default defineConfig({
  imports: false,
  // Firefox too: its event page stops and wakes like Chrome's worker, so one way of living fits both.
  manifestVersion: 3,
  vite: () => ({
    resolve: {
      alias: { 'wxt/utils/content-script-context': join(import.meta.dirname, 'entrypoints/content/no-context.ts') },
    },
  }),
  hooks: {
    // The pack is a file of its own, apart from the code: the worker reads it when it must, not each time it wakes.
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: 'pack.json', contents: JSON.stringify(readBundledPack()) });
    },
  },
  manifest: ({ browser }) => ({
    name: 'Daftar',
    short_name: 'Daftar',
    description:
      'Compares what a news page says about Afghanistan with what sourced publications say. Runs on your own machine.',
    permissions: [
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'scripting',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // To read tabs that were open before an update. The content script has the same sites, so it asks for no more than
    // that does; Firefox does it without being asked.
    ...(browser === 'firefox' ? {} : { host_permissions: ['http://*/*', 'https://*/*'] }),
    action: { default_title: 'Daftar' },
    icons: { 16: 'icon-16.png', 32: 'icon-32.png', 48: 'icon-48.png', 128: 'icon-128.png' },
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'daftar@daftar.invalid',
              // CSS.highlights, caretPositionFromPoint and the data collection permission below are all there.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
  zip: { artifactTemplate: 'daftar-{{version}}-{{browser}}.zip', sourcesTemplate: 'daftar-{{version}}-sources.zip' },
});

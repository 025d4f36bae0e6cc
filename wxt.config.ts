import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { readBundledPack } from './scripts/read-pack.ts';

// Everything that 1.0 needs is asked for at once: a permission added by an update would switch the extension off
// until the reader agrees to it.
export default defineConfig({
  imports: false,
  // Writes `_locales` from locales/*.json.
  modules: ['@wxt-dev/i18n/module'],
  // Firefox too: its event page stops and wakes like Chrome's worker, so one way of living fits both.
  manifestVersion: 3,
  vite: ({ browser }) => ({
    // Left as written: a lowered `light-dark()` does not follow a theme that is set by script.
    build: { cssTarget: browser === 'firefox' ? 'firefox142' : 'chrome128' },
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
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'scripting',
      // A backup of the notes some minutes after a change: a timer would end with the worker.
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // To read tabs that were open before an update. The content script has the same sites, so it asks for no more than
    // that does; Firefox does it without being asked.
    ...(browser === 'firefox' ? {} : { host_permissions: ['http://*/*', 'https://*/*'] }),
    // Typed into the address bar, it searches as the lookup does.
    omnibox: { keyword: 'daftar' },
    action: { default_title: '__MSG_extension_name__' },
    // Keys of the browser are taken from every page, so they must be ones that hardly any page uses. Arrows are the same on
    // every keyboard layout, Dari and Pashto included; Alt+Shift with a letter is how Firefox reaches a page's access
    // keys, so that only two letters are taken, which few pages give out. On a Mac Option with arrows selects text and with
    // letters writes signs, and Control with arrows belongs to the system.
    commands: {
      'next-mark': {
        suggested_key: { default: 'Alt+Shift+Down', mac: 'MacCtrl+Shift+Period' },
        description: '__MSG_keys_next__',
      },
      'previous-mark': {
        suggested_key: { default: 'Alt+Shift+Up', mac: 'MacCtrl+Shift+Comma' },
        description: '__MSG_keys_previous__',
      },
      'toggle-mark': {
        suggested_key: { default: 'Alt+Shift+D', mac: 'MacCtrl+Shift+D' },
        description: '__MSG_keys_toggle__',
      },
      // Chrome takes at most four keys from an extension: there the reader chooses one.
      'note-selection': {
        ...(browser === 'firefox' && { suggested_key: { default: 'Alt+Shift+N', mac: 'MacCtrl+Shift+N' } }),
        description: '__MSG_keys_note__',
      },
      'look-up-selection': {
        suggested_key: { default: 'Alt+Shift+L', mac: 'MacCtrl+Shift+L' },
        description: '__MSG_keys_look__',
      },
    },
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

import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/controls.css';
import '@/components/settings/settings.css';
import { browser } from '#imports';
import type { Key } from '@/components/settings/Keys';
import { SettingsPage, type SettingsShown } from '@/components/settings/SettingsPage';
import { dressPage } from '@/lib/dress-page';
import type { Hidden } from '@/lib/hidden';
import { useLanguage } from '@/lib/i18n/language';
import { has, t } from '@/lib/i18n/translate';
import { sendMessage } from '@/lib/messaging';
import { saveFile } from '@/lib/save-file';
import { hidden, SETTINGS } from '@/lib/settings';
import { readSettings, settingsAsFile, settingsFromFile, writeSettings } from '@/lib/settings-file';
import { DaftarDatabase } from '@/lib/store/db';
import { type PackFacts, watchPackFacts } from '@/lib/store/pack-facts';
import { keysPage } from './keys-page';

const app = document.getElementById('app') as HTMLElement;
let values = (await readSettings()) as unknown as SettingsShown;
let list: Hidden[] = await hidden.getValue();
let packs: PackFacts[] | 'failed' = [];
/** As a reader meets them: from mark to mark, into the comparison, then what is selected. Browsers have an order of their own. */
const ORDER = ['next-mark', 'previous-mark', 'toggle-mark', 'look-up-selection', 'note-selection'];
const commands = (await browser.commands.getAll()).sort(
  (a, b) => ORDER.indexOf(a.name ?? '') - ORDER.indexOf(b.name ?? ''),
);
await useLanguage(draw);

function draw() {
  dressPage(document, values.theme);
  document.title = `${t('settings.title')} – ${t('extension.name')}`;
  render(
    <SettingsPage
      values={values}
      packs={packs}
      keys={keysNow()}
      hidden={list}
      version={browser.runtime.getManifest().version}
      onChange={(name, value) => void change(name, value)}
      onUnhide={entry => void sendMessage('unhide', entry)}
      onResume={pause => void sendMessage('resume', [pause])}
      onKeys={keysPage()}
      file={{ onExport: () => void exportAll(), onImport: importAll, onReset: () => replaceAll({}) }}
    />,
    app,
  );
}

/** The keys with what they do, in our language; the browser has that in its own. */
function keysNow(): Key[] {
  return commands.flatMap(({ name = '', description = '', shortcut = '' }) => {
    const key = `keys.${name.replace(/-.*/, '')}`;
    return description ? [{ name, description: has(key) ? t(key) : description, shortcut }] : [];
  });
}

async function change(name: string, value: unknown) {
  await SETTINGS.find(setting => setting.name === name)?.setValue(value as never);
}

async function exportAll() {
  const day = new Date().toISOString().slice(0, 10);
  saveFile(`daftar-settings-${day}.json`, settingsAsFile(await readSettings(), day));
}

async function importAll(text: string) {
  return replaceAll(settingsFromFile(text));
}

/** Sets all settings. @returns what puts those of before back */
async function replaceAll(next: Record<string, unknown>) {
  const before = await readSettings();
  await writeSettings(next);
  return () => void writeSettings(before);
}

for (const setting of SETTINGS)
  setting.watch(value => {
    values = { ...values, [setting.name]: value };
    draw();
  });
hidden.watch(value => {
  list = value ?? [];
  draw();
});
draw();
const showPacks = (facts: typeof packs) => {
  packs = facts;
  draw();
};
watchPackFacts(new DaftarDatabase(), showPacks, () => showPacks('failed'));

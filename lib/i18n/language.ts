/** Keeps the texts of the reader's language where every view finds them at once, without waking the background. */
import { browser, storage } from '#imports';
import { language } from '@/lib/settings';
import { type Catalog, LANGUAGES, type Language, setLanguage } from './translate';

/** The texts in use; null for English, which is built in. Written by the background, read by every view and page. */
const texts = storage.defineItem<{ language: Language; texts: Catalog } | null>('local:texts', {
  fallback: null,
  version: 1,
});

/** The language to speak: the chosen one, else the browser's, else English. */
export function languageFor(chosen: Language | 'auto', browserLanguage: string): Language {
  if (chosen !== 'auto') return chosen;
  const main = browserLanguage.toLowerCase().split(/[-_]/)[0];
  // "prs" is Dari's own code.
  return main === 'prs' ? 'fa' : (LANGUAGES.find(one => one === main) ?? 'en');
}

/** Puts the texts of the language in use into storage. For the background: at each start, and when the choice changes. */
export async function storeTexts(): Promise<void> {
  const wanted = languageFor(await language.getValue(), browser.i18n.getUILanguage());
  if (wanted === 'en') return texts.setValue(null);
  const response = await fetch(browser.runtime.getURL(`/_locales/${wanted}/messages.json` as '/'));
  if (!response.ok) throw new Error(`The texts in ${wanted} cannot be read (${response.status}).`);
  const messages: Record<string, { message: string }> = await response.json();
  const catalog = Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
  await texts.setValue({ language: wanted, texts: catalog });
}

/**
 * Speaks the reader's language from now on; `onChange` is told when another one has been chosen.
 * @returns what ends it
 */
export async function useLanguage(onChange: () => void = () => {}): Promise<() => void> {
  const speak = (stored: Awaited<ReturnType<typeof texts.getValue>>) =>
    setLanguage(stored?.language ?? 'en', stored?.texts ?? {});
  // Watched before it is read: a choice made in between would be missed for good.
  const end = texts.watch(stored => {
    speak(stored);
    onChange();
  });
  speak(await texts.getValue());
  return end;
}

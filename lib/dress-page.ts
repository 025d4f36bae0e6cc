/** Gives a page of ours the reader's language and theme. */
import { currentLanguage, direction } from './i18n/translate';
import type { Theme } from './settings';

/** The value of CSS `color-scheme` for a theme. */
export const colorSchemeOf = (theme: Theme): string => (theme === 'system' ? 'light dark' : theme);

/** To be called with each drawing: the language and the theme may have changed. */
export function dressPage({ documentElement }: Document, theme: Theme): void {
  documentElement.lang = currentLanguage();
  documentElement.dir = direction();
  documentElement.style.colorScheme = colorSchemeOf(theme);
}

/** What the reader has set, as it is now and at each change. */
import { colorSchemeOf } from '@/lib/dress-page';
import { followItems } from '@/lib/follow-items';
import { markStyle, openOnRest, selectionButton, type Theme, theme } from '@/lib/settings';
import { endWith } from './lifetime';
import type { Looks } from './looks';

let current: Theme = 'system';

/** The value of `color-scheme` for a popover that opens now. */
export const colorScheme = (): string => colorSchemeOf(current);

/** Draws marks in the style of the settings until the script's life ends, and remembers the theme for popovers. */
export async function followLooks(looks: Looks, signal: AbortSignal): Promise<void> {
  const setTheme = (value: Theme) => {
    current = value;
  };
  const stops = [markStyle.watch(looks.setStyle), theme.watch(setTheme)];
  endWith(signal, stops);
  const style = await markStyle.getValue();
  if (style !== markStyle.fallback) looks.setStyle(style);
  setTheme(await theme.getValue());
}

/** What the reader wants to be offered without asking for it. */
export interface Wishes {
  openOnRest: boolean;
  selectionButton: boolean;
}

/** Reads the wishes; the object that it gives has the present ones until the script's life ends. */
export const followWishes = (signal: AbortSignal): Promise<Wishes> =>
  followItems(
    { openOnRest, selectionButton },
    () => {},
    stops => endWith(signal, stops),
  );

/** Answers what the reader asks of the page from elsewhere: the toolbar's popup, the panel, a key, the menu, the settings. */
import { onMessage } from '@/lib/messaging';
import { density, packsOff, themesOff } from '@/lib/settings';
import type { Commands } from './commands';
import { endWith, type Life } from './lifetime';
import type { Noting } from './noting';
import type { Found } from './open-on-demand';
import type { Popover } from './popover';

interface Given {
  popover: Popover;
  commands: Commands;
  /** Goes to a mark; null where it is shown no more. */
  goTo(id: string): Found | null;
  /** Looks up what is selected. */
  lookUp(): Promise<boolean>;
  /** Tells what a note is tied to. */
  noting: Pick<Noting, 'describe' | 'describeMark'>;
  /** Takes everything back and reads the page anew. */
  readAnew(): void;
}

/** Serves until the script's life ends. */
export function serveReader({ popover, commands, goTo, lookUp, noting, readAnew }: Given, { signal, check }: Life) {
  const found = (id: string) => (check() ? goTo(id) : null);
  const stops = [
    ...[density, packsOff, themesOff].map(one => one.watch(readAnew)),
    onMessage('command', ({ data }) => check() && commands.run(data)),
    onMessage('openMark', ({ data }) => {
      const mark = found(data);
      if (mark) popover.open(mark.anchor, mark.target);
      return mark !== null;
    }),
    onMessage('showMark', ({ data }) => {
      const target = found(data)?.target;
      return target?.kind === 'statement' ? target.comparisons : null;
    }),
    onMessage('lookUpSelection', () => check() && lookUp()),
    onMessage('describeSelection', () => (check() ? noting.describe() : null)),
    onMessage('describeMark', ({ data }) => (check() ? noting.describeMark(data) : null)),
  ];
  endWith(signal, stops);
}

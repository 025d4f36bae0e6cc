/** What is hidden on this page: remembered things, and those that are only for this visit. */
import { type Hidden, type HidingScope, isHidden, makeHidden, withHidden, withoutHidden } from '@/lib/hidden';
import { sendMessage } from '@/lib/messaging';
import type { Comparison } from '@/lib/reading/reading';
import { hidden } from '@/lib/settings';
import { whileAlive } from './lifetime';

export interface HiddenHere {
  isHidden(comparison: Comparison): boolean;
  /** Hides a comparison's claim; `undo` takes that back. */
  hide(comparison: Comparison, scope: HidingScope): Promise<{ remembered: boolean; undo(): void }>;
}

/**
 * Reads the list and follows it until `signal` is aborted: it may be changed in other tabs and in the toolbar's popup.
 * @param onChange told after each change, one made here included
 */
export async function readHidden(location: Location, onChange: () => void, signal: AbortSignal): Promise<HiddenHere> {
  let list = await hidden.getValue();
  /** What cannot be remembered: in a private window, or when the extension was updated while the page was open. */
  let passing: Hidden[] = [];
  const stopWatching = hidden.watch(value => {
    list = value ?? [];
    onChange();
  });
  signal.addEventListener('abort', () => whileAlive(stopWatching));
  const hideable = ({ claim, statement }: Comparison) => ({
    claim: claim.id,
    question: claim.question,
    sentence: statement.text,
  });
  return {
    isHidden: comparison => isHidden([...passing, ...list], hideable(comparison), location.href),
    async hide(comparison, scope) {
      const entry = makeHidden(hideable(comparison), scope, location.href);
      // At once, whatever the worker needs to wake up.
      passing = withHidden(passing, entry);
      onChange();
      const remembered = await sendMessage('hide', entry).catch(() => false);
      // From now on the list tells: what is taken back in the popup is marked here again.
      if (remembered) {
        list = withHidden(list, entry);
        passing = withoutHidden(passing, entry);
      }
      return {
        remembered,
        undo() {
          passing = withoutHidden(passing, entry);
          list = withoutHidden(list, entry);
          onChange();
          if (remembered) void sendMessage('unhide', entry).catch(() => {});
        },
      };
    },
  };
}

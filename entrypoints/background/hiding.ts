/** Keeps the list of what the reader has hidden: the one place that writes it. */
import { type Hidden, withHidden, withoutHidden } from '@/lib/hidden';
import { onMessage } from '@/lib/messaging';
import { hidden } from '@/lib/settings';

let queue: Promise<unknown> = Promise.resolve();

/** One change after another: each reads what the last one wrote. */
function change(edit: (list: readonly Hidden[]) => Hidden[]): Promise<void> {
  const done = queue.then(async () => hidden.setValue(edit(await hidden.getValue())));
  queue = done.catch(() => {});
  return done;
}

/** Answers `hide` and `unhide`. */
export function setUpHiding(): void {
  onMessage('hide', async ({ data: entry, sender }) => {
    // What is read in a private window leaves no trace.
    if (sender.tab?.incognito) return false;
    await change(list => withHidden(list, entry));
    return true;
  });
  onMessage('unhide', ({ data: entry }) => change(list => withoutHidden(list, entry)));
}

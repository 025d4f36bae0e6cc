/** Keeps the lists of what is paused, and tells open tabs at once: the one place that writes them. */
import { browser } from '#imports';
import { onMessage, sendMessage } from '@/lib/messaging';
import { isPause, isPaused, type Pause, type Pauses, type PauseTime, withoutPause, withPause } from '@/lib/pause';
import { pausedForSession } from '@/lib/session-settings';
import { paused } from '@/lib/settings';
import { requireOwnPage } from './own-pages';

/** Who sent a message: the page's address and its tab. */
interface Sender {
  url?: string;
  tab?: { id?: number };
}

let queue: Promise<unknown> = Promise.resolve();

const readPauses = async (): Promise<Pauses> => {
  const [lasting, session] = await Promise.all([paused.getValue(), pausedForSession.getValue()]);
  return { lasting, session };
};

const changed = (a: readonly Pause[], b: readonly Pause[]) => JSON.stringify(a) !== JSON.stringify(b);

/** One change after another: each reads what the last one wrote. */
function change(edit: (pauses: Pauses) => Pauses): Promise<void> {
  const done = queue.then(async () => {
    const before = await readPauses();
    const after = edit(before);
    if (changed(before.lasting, after.lasting)) await paused.setValue([...after.lasting]);
    if (changed(before.session, after.session)) await pausedForSession.setValue([...after.session]);
  });
  queue = done.catch(() => {});
  return done;
}

const without = ({ lasting, session }: Pauses, pause: Pause): Pauses => ({
  lasting: withoutPause(lasting, pause),
  session: withoutPause(session, pause),
});

/** The lists with a pause that lasts so long; a tab's lasts no longer than the browser, which numbers tabs anew each time. */
function withOne(pauses: Pauses, pause: Pause, time: PauseTime): Pauses {
  const { lasting, session } = without(pauses, pause);
  return time === 'session' || pause.scope === 'tab'
    ? { lasting, session: withPause(session, pause) }
    : { lasting: withPause(lasting, pause), session };
}

/** Whether the page that sends a message is paused. */
export async function isReadingPaused({ tab, url }: Sender): Promise<boolean> {
  return isPaused(await readPauses(), url ?? '', tab?.id ?? null);
}

/** Tells every tab with a page of ours whether it is paused; others have nobody who listens. */
async function tellTabs(): Promise<void> {
  const [tabs, pauses] = await Promise.all([browser.tabs.query({ discarded: false }), readPauses()]);
  for (const { id, url } of tabs)
    if (id !== undefined && url !== undefined)
      void sendMessage('setPaused', isPaused(pauses, url, id), id).catch(() => {});
}

/** Answers `pause` and `resume`, and follows what else changes the lists, as an import of settings. */
export function setUpPausing(): void {
  onMessage('pause', ({ data: { pause, time }, sender }) => {
    requireOwnPage(sender);
    if (!isPause(pause)) throw new Error('That is no pause.');
    return change(pauses => withOne(pauses, pause, time));
  });
  onMessage('resume', ({ data, sender }) => {
    requireOwnPage(sender);
    return change(pauses => data.reduce(without, pauses));
  });
  paused.watch(() => void tellTabs());
  pausedForSession.watch(() => void tellTabs());
}

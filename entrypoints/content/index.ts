import { defineContentScript } from '#imports';
import { triggerTest } from '@/lib/reading/triggers';
import { triggers } from '@/lib/settings';
import { readPage } from './read-page';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  // By default WXT tells the page the extension's id.
  noScriptStartedPostMessage: true,
  async main() {
    // Our own lifetime, not WXT's context: a page can end that one with an event of its own.
    const controller = new AbortController();
    const words = await knownTriggers(controller.signal);
    await readPage(document, triggerTest(words), controller.signal).catch(error => {
      if (!controller.signal.aborted) throw error;
    });
  },
});

/** The trigger words; right after the installation they may take a moment to be there. */
async function knownTriggers(signal: AbortSignal): Promise<string[]> {
  const words = await triggers.getValue();
  if (words) return words;
  return new Promise(resolve => {
    const stop = triggers.watch(value => {
      if (value) {
        stop();
        resolve(value);
      }
    });
    signal.addEventListener('abort', stop);
  });
}

import { defineContentScript } from '#imports';
import { useLanguage } from '@/lib/i18n/language';
import { giveWay } from '@/lib/page/slices';
import { triggerTest } from '@/lib/reading/triggers';
import { triggers } from '@/lib/settings';
import { beginLife, claimDocument, whileAlive } from './lifetime';
import { clearPredecessor } from './predecessor';
import { readPage } from './read-page';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  // By default WXT tells the page the extension's id.
  noScriptStartedPostMessage: true,
  async main() {
    if (!claimDocument()) return;
    // Compiling the script has taken what a task may: the rest is for the next one.
    await giveWay(window);
    clearPredecessor(document);
    const life = beginLife(document);
    try {
      const [words, stopSpeaking] = await Promise.all([knownTriggers(life.signal), useLanguage()]);
      life.signal.addEventListener('abort', () => whileAlive(stopSpeaking));
      await readPage(document, triggerTest(words), life);
    } catch (error) {
      if (life.check()) throw error;
    }
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
    signal.addEventListener('abort', () => whileAlive(stop));
  });
}

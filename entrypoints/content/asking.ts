/** Asks the background what a batch of passages says. */
import { type ReadReply, sendMessage } from '@/lib/messaging';
import type { PagePassage } from '@/lib/page/passages';
import type { PageFacts } from '@/lib/reading/reading';

/**
 * Sends one batch; once more if the worker was stopped under it. Null when it cannot be answered: the extension was
 * updated or removed while the page was open.
 */
export async function ask(page: PageFacts, batch: readonly PagePassage[]): Promise<ReadReply | null> {
  const request = { page, passages: batch.map(({ id, text }) => ({ id, text })) };
  return sendMessage('read', request)
    .catch(() => sendMessage('read', request))
    .catch(() => null);
}

/** Asks the background what a batch of passages says. */
import { type ReadReply, sendMessage } from '@/lib/messaging';
import { type Known, unpackReply } from '@/lib/packed-reply';
import type { PagePassage } from '@/lib/page/passages';
import type { PageFacts } from '@/lib/reading/reading';

/**
 * Sends one batch; once more if the worker was stopped under it. Null where reading is paused; undefined when it cannot be
 * answered: the extension was updated or removed while the page was open.
 * @param marked the ids of entities that are marked already: nothing is said of them again
 * @param known what earlier answers to the same reading brought; that of this one is added
 */
export async function ask(
  page: PageFacts,
  batch: readonly PagePassage[],
  marked: readonly string[],
  known: Known,
): Promise<ReadReply | null | undefined> {
  const request = { page, passages: batch.map(({ id, text }) => ({ id, text })), marked };
  const reply = await sendMessage('read', request)
    .catch(() => sendMessage('read', request))
    .catch(() => undefined);
  return reply && unpackReply(reply, known);
}

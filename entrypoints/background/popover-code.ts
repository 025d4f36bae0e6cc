/** Brings code into a page that asks for it. */
import { browser, type ScriptPublicPath } from '#imports';
import { onMessage } from '@/lib/messaging';

/** Who asks, as the browser tells it. */
interface Sender {
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
}

/** Resolves once a script of ours has run in the sender's document. */
export async function bringCode({ tab, frameId = 0, documentId }: Sender, file: ScriptPublicPath): Promise<void> {
  if (tab?.id === undefined) return;
  // By the document where the browser knows it: the tab may be showing another one by now.
  const where = documentId ? { documentIds: [documentId] } : { frameIds: [frameId] };
  await browser.scripting.executeScript({ target: { tabId: tab.id, ...where }, files: [file] });
}

/** Answers `bringPopover`. */
export function setUpPopoverCode(): void {
  onMessage('bringPopover', ({ sender }) => bringCode(sender, '/popover.js'));
}

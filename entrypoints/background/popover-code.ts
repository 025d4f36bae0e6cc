/** Brings the popover's code into a page that asks for it. */
import { browser } from '#imports';
import { onMessage } from '@/lib/messaging';

/** Answers `bringPopover`, once the code has run in the sender's document. */
export function setUpPopoverCode(): void {
  onMessage('bringPopover', async ({ sender: { tab, frameId = 0, documentId } }) => {
    if (tab?.id === undefined) return;
    // By the document where the browser knows it: the tab may be showing another one by now.
    const where = documentId ? { documentIds: [documentId] } : { frameIds: [frameId] };
    await browser.scripting.executeScript({ target: { tabId: tab.id, ...where }, files: ['/popover.js'] });
  });
}

/** Puts text on the clipboard, from a page that need not allow it. */

/** Answers whether it worked. Must be called while the reader presses something. */
export async function copyText(document: Document, text: string): Promise<boolean> {
  try {
    await document.defaultView?.navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages without HTTPS have no such clipboard, and a page's policy can refuse it.
    return copyByEvent(document, text);
  }
}

/** The older way: the browser is told to copy, and asks what. */
function copyByEvent(document: Document, text: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', give, { capture: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  return done;
}

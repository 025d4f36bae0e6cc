/** Puts text on the clipboard, from a page that need not allow it. */

/** Chromium tells what a page's policy allows; to try all the same would be reported to the page. */
interface WithPolicy {
  featurePolicy?: { allowsFeature(name: string): boolean };
}

/** Answers whether it worked. Must be called while the reader presses something. */
export async function copyText(document: Document, text: string): Promise<boolean> {
  // Pages without HTTPS have no such clipboard.
  const clipboard: Clipboard | undefined = document.defaultView?.navigator.clipboard;
  const allowed = (document as WithPolicy).featurePolicy?.allowsFeature('clipboard-write') ?? true;
  if (!clipboard || !allowed) return copyByEvent(document, text);
  return clipboard.writeText(text).then(
    () => true,
    () => copyByEvent(document, text),
  );
}

/** The older way: the browser is told to copy, and asks what. */
function copyByEvent(document: Document, text: string): boolean {
  let given = false;
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    given = true;
  };
  document.addEventListener('copy', give, { capture: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  // A page that listens before us can keep the event for itself.
  return done && given;
}

/** The popover beside a mark: a dialog in a closed shadow root, above everything the page can show. */
import { render } from 'preact';
import { ComparisonCard } from '@/components/ComparisonCard';
import cardStyles from '@/components/card.css?inline';
import { EntityCard } from '@/components/EntityCard';
import type { EntityCardFacts } from '@/lib/messaging';
import { createHost } from '@/lib/page/own-elements';
import { keepBeside } from '@/lib/page/placement';
import type { Comparison } from '@/lib/reading/reading';
import type { Anchor } from './marks';

/** What a mark opens. */
export type Target = { kind: 'statement'; comparisons: Comparison[] } | { kind: 'entity'; entity: EntityCardFacts };

const HEADING = 'heading';
const FOCUSABLE = 'a[href], button';

export interface Popover {
  /** Opens beside `anchor`, in place of one that is open. The focus goes into it, and back to where it was on Escape. */
  open(anchor: Anchor, target: Target): void;
  /** Closes it where it is open beside this mark. */
  closeFor(id: string): void;
}

/** Makes the page's one popover; on abort it is closed and forgotten. */
export function createPopover(document: Document, signal: AbortSignal): Popover {
  let opened: { controller: AbortController; id: string } | null = null;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardStyles);

  const close = () => opened?.controller.abort();
  signal.addEventListener('abort', close);

  const open = (anchor: Anchor, target: Target) => {
    close();
    const controller = new AbortController();
    opened = { controller, id: anchor.id };
    const { activeElement } = document;
    const { host, root } = createHost(document, 'daftar-popover');
    root.adoptedStyleSheets = [sheet];
    const panel = document.createElement('div');
    panel.className = 'panel';
    panel.tabIndex = -1;
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-labelledby', HEADING);
    root.append(panel);
    // What is outside an open modal dialog is inert, so beside a mark in one the popover must be inside too.
    (anchor.holder.closest('dialog[open]') ?? document.documentElement).append(host);
    // The top layer: above fullscreen elements and whatever has the highest z-index.
    host.popover = 'manual';
    host.showPopover();

    const leave = () => {
      controller.abort();
      const back = anchor.reference instanceof HTMLElement ? anchor.reference : activeElement;
      if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    };
    render(<Panel target={target} onClose={leave} />, panel);
    keepBeside(anchor.reference, panel, controller.signal);
    panel.focus({ preventScroll: true });

    const listen = { signal: controller.signal, capture: true } as const;
    document.addEventListener(
      'keydown',
      event => {
        if (!event.isTrusted) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          leave();
        } else if (event.key === 'Tab' && event.target === host) keepFocusInside(event, root, panel);
      },
      listen,
    );
    document.addEventListener(
      'pointerdown',
      event => {
        if (event.isTrusted && event.target !== host && event.target !== anchor.reference) close();
      },
      listen,
    );
    // The page's own keyboard shortcuts must not answer to what is typed or pressed in here.
    for (const type of ['keydown', 'keyup', 'keypress'] as const)
      host.addEventListener(type, event => event.stopPropagation(), { signal: controller.signal });
    controller.signal.addEventListener('abort', () => {
      render(null, panel);
      host.remove();
      if (opened?.controller === controller) opened = null;
    });
  };
  return { open, closeFor: id => opened?.id === id && close() };
}

/** Tab goes round inside the dialog: behind its last control the page would begin at a place the reader never was. */
function keepFocusInside(event: KeyboardEvent, root: ShadowRoot, panel: HTMLElement): void {
  const stops = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const first = stops[0];
  const last = stops.at(-1);
  const at = root.activeElement;
  if (event.shiftKey && (at === first || at === panel)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first?.focus();
  }
}

function Panel({ target, onClose }: { target: Target; onClose: () => void }) {
  return (
    <>
      <header class="bar">
        <span class="brand">Daftar</span>
        <button type="button" class="close" aria-label="Close" onClick={event => event.isTrusted && onClose()}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M2 2l10 10M12 2L2 12" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
          </svg>
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div class="body" tabIndex={0}>
        {target.kind === 'statement' ? (
          target.comparisons.map((comparison, i) => (
            <ComparisonCard
              key={comparison.claim.id}
              comparison={comparison}
              headingId={i === 0 ? HEADING : undefined}
            />
          ))
        ) : (
          <EntityCard entity={target.entity} headingId={HEADING} />
        )}
      </div>
    </>
  );
}

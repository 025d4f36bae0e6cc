/** Lets a reader move a panel out of the way: by dragging its bar, or with the arrow keys on its grip. */
import { GAP } from './placement';

/** How far an arrow key moves, and with Shift. Judgements. */
const STEP = 24;
const LONG_STEP = 120;
/** A press that moves less is a press, not a drag. */
const SLACK = 4;

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Puts a panel at a place of the window, as far as it stays inside. */
function putAt(panel: HTMLElement, left: number, top: number): void {
  const { innerWidth, innerHeight } = panel.ownerDocument.defaultView as Window;
  const within = (at: number, own: number, whole: number) => Math.max(GAP, Math.min(at, whole - own - GAP));
  panel.style.left = `${within(left, panel.offsetWidth, innerWidth)}px`;
  panel.style.top = `${within(top, panel.offsetHeight, innerHeight)}px`;
}

/**
 * Makes a panel (`position: fixed`, placed by left and top) movable until `signal` is aborted.
 * @param bar selects where it can be dragged; buttons in there stay buttons
 * @param grip selects the button in the bar that takes arrow keys
 * @param onMove told before it is moved for the first time
 */
export function makeMovable(
  panel: HTMLElement,
  { bar, grip }: { bar: string; grip: string },
  onMove: () => void,
  signal: AbortSignal,
): void {
  let held: { x: number; y: number; left: number; top: number; moves: boolean } | null = null;
  const listen = { signal };
  const on = (event: Event, selector: string) => (event.target as Element).closest(selector) !== null;

  panel.addEventListener(
    'pointerdown',
    event => {
      if (event.button !== 0 || !on(event, bar) || on(event, `button:not(${grip})`)) return;
      const { left, top } = panel.getBoundingClientRect();
      held = { x: event.clientX, y: event.clientY, left, top, moves: false };
      panel.setPointerCapture(event.pointerId);
    },
    listen,
  );
  panel.addEventListener(
    'pointermove',
    event => {
      if (!held) return;
      const [x, y] = [event.clientX - held.x, event.clientY - held.y];
      if (!held.moves && Math.hypot(x, y) < SLACK) return;
      if (!held.moves) onMove();
      held.moves = true;
      putAt(panel, held.left + x, held.top + y);
    },
    listen,
  );
  const drop = () => {
    held = null;
  };
  panel.addEventListener('pointerup', drop, listen);
  panel.addEventListener('pointercancel', drop, listen);
  panel.addEventListener(
    'keydown',
    event => {
      const arrow = ARROWS[event.key];
      if (!arrow || event.altKey || event.ctrlKey || event.metaKey || !on(event, grip)) return;
      event.preventDefault();
      onMove();
      const { left, top } = panel.getBoundingClientRect();
      const step = event.shiftKey ? LONG_STEP : STEP;
      putAt(panel, left + arrow[0] * step, top + arrow[1] * step);
    },
    listen,
  );
}

/** Keeps a panel that stands still inside the window, whatever the window or the panel does, until `signal` is aborted. */
export function keepInside(panel: HTMLElement, signal: AbortSignal): void {
  const window = panel.ownerDocument.defaultView as Window & typeof globalThis;
  const put = () => {
    panel.style.maxBlockSize = `${window.innerHeight - 2 * GAP}px`;
    const { left, top } = panel.getBoundingClientRect();
    putAt(panel, left, top);
  };
  const observer = new window.ResizeObserver(put);
  observer.observe(panel);
  window.addEventListener('resize', put, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  put();
}

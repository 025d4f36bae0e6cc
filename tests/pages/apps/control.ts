/** What the fixture applications have in common: how they start, and what a test can ask of them. */
import { FIRST, type Story } from './story.ts';

/** One application, in the words that fit all four frameworks. */
export interface FixtureApp {
  /** The HTML that a server would send. */
  render(story: Story): string | Promise<string>;
  /** Takes over HTML that is there already. */
  hydrate(root: HTMLElement, story: Story): void;
  mount(root: HTMLElement, story: Story): void;
  update(story: Story): void;
  unmount(): void;
}

/** How a test drives the page, as `window.app`. */
export interface AppControl {
  hydrate(): void;
  set(change: Partial<Story>): void;
  unmount(): void;
  mount(): void;
}

declare global {
  interface Window {
    app: AppControl;
  }
}

/**
 * Starts an application in the browser: at once, or with `?hydrate=later` when the test says so. Called while rendering on
 * the server it does nothing.
 */
export function start(app: FixtureApp): void {
  if (import.meta.env.SSR) return;
  const root = document.getElementById('root') as HTMLElement;
  let story = FIRST;
  window.app = {
    hydrate: () => app.hydrate(root, story),
    set(change) {
      story = { ...story, ...change };
      app.update(story);
    },
    unmount: () => app.unmount(),
    mount: () => app.mount(root, story),
  };
  if (new URLSearchParams(location.search).get('hydrate') !== 'later') window.app.hydrate();
}

/** Each application calls this once it stands in the page and answers to its events, and the result when it leaves. */
export function announce(): () => void {
  document.documentElement.dataset.ready = '';
  return () => {
    delete document.documentElement.dataset.ready;
  };
}

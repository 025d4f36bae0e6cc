/** The elements that hold our views in a page, and how they stay ours where the page lays claim to their names. */

/** Our marks' element name: a page's rules for `mark` or `span` do not reach it, and we know ours. */
export const MARK_ELEMENT = 'daftar-mark';

/** On what holds a closed shadow root of ours in place of an element of our name, where the page has taken that. */
const HOST_ATTRIBUTE = 'data-daftar';

const HOSTS = [
  'daftar-popover',
  'daftar-overlay',
  'daftar-notice',
  'daftar-selection',
  'daftar-count',
  'daftar-notes',
] as const;
export type HostName = (typeof HOSTS)[number];

/** Everything that holds a closed shadow root of ours. */
export const OWN_HOSTS = `${HOSTS.join(', ')}, [${HOST_ATTRIBUTE}]`;

/**
 * Whether the page has defined this name as a custom element. Its constructor would then run whenever we make one, amid our
 * own work, and `ElementInternals` would hand it our shadow root, closed or not.
 */
export function isClaimed(document: Document, name: string): boolean {
  return document.createElement(name).matches(':defined');
}

/** Makes an element with a closed shadow root that the page cannot get at, whatever it has defined. */
export function createHost(document: Document, name: HostName): { host: HTMLElement; root: ShadowRoot } {
  const named = document.createElement(name);
  // A plain div can hold a shadow root and can be nobody's custom element.
  const host = named.matches(':defined') ? document.createElement('div') : named;
  if (host !== named) host.setAttribute(HOST_ATTRIBUTE, '');
  return { host, root: host.attachShadow({ mode: 'closed' }) };
}

// Redefines what a script might use, and lays claim to our elements' names to get at their shadow roots.
const inner = [];
for (const name of ['daftar-mark', 'daftar-popover', 'daftar-overlay', 'daftar-notice'])
  customElements.define(
    name,
    class extends HTMLElement {
      constructor() {
        super();
        try {
          inner.push(this.attachInternals());
        } catch {}
      }
      connectedCallback() {
        inner.push(this);
      }
    },
  );
window.shadowsThroughInternals = () =>
  inner
    .map(one => one.shadowRoot)
    .filter(Boolean)
    .map(root => root.textContent);
for (const [owner, ...names] of [
  [Array.prototype, 'map', 'flatMap', 'filter', 'push', 'some', 'sort'],
  [Element.prototype, 'closest', 'matches', 'getAttribute', 'setAttribute', 'append', 'replaceWith', 'getClientRects'],
  [Node.prototype, 'removeChild', 'appendChild', 'replaceChild', 'contains', 'getRootNode', 'compareDocumentPosition'],
  [Text.prototype, 'splitText'],
  [Document.prototype, 'createElement', 'createTreeWalker', 'caretPositionFromPoint'],
  [HTMLElement.prototype, 'showPopover', 'focus'],
  [Promise.prototype, 'then', 'catch'],
  [Map.prototype, 'get', 'set'],
  [Set.prototype, 'add', 'has'],
])
  for (const name of names) {
    const original = owner[name];
    owner[name] = function (...given) {
      // The page's own calls and the test's must go on; what the extension hands over would be seen here.
      window.handedOver ??= '';
      if (window.listens) window.handedOver += `${name} `;
      return original.apply(this, given);
    };
  }
const { parse, stringify } = JSON;
const note = what => {
  if (window.listens) window.handedOver += what;
};
JSON.parse = text => {
  note(text);
  return parse(text);
};
JSON.stringify = (...given) => {
  note('stringify');
  return stringify(...given);
};
window.IntersectionObserver = window.ResizeObserver = class {
  constructor() {
    throw new Error('taken');
  }
};
window.CSSStyleSheet = window.AbortController = window.Highlight = window.StaticRange = window.IntersectionObserver;
window.crypto.randomUUID = () => '00000000-0000-0000-0000-000000000000';
Math.random = () => 0;

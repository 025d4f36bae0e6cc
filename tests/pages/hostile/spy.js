// What a page can see, gathered as greedily as it can: runs before everything else on every hostile page.
(() => {
  const seen = [];
  const before = new Set(Object.getOwnPropertyNames(window));
  const note = (...words) => {
    if (seen.length < 20_000) seen.push(words.map(String).join(' '));
  };

  const { attachShadow } = Element.prototype;
  const roots = [];
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  };

  const types = [
    'click',
    'keydown',
    'keyup',
    'pointerdown',
    'pointerup',
    'focusin',
    'focusout',
    'message',
    'toggle',
    'beforetoggle',
    'copy',
    'selectionchange',
    'selectstart',
    'storage',
    'error',
    'unhandledrejection',
    'securitypolicyviolation',
    'slotchange',
    'transitionend',
    'animationstart',
    'wxt:content-script-started',
    'wxt:locationchange',
  ];
  for (const type of types)
    window.addEventListener(
      type,
      event => {
        const path = event.composedPath().map(target => target.nodeName ?? 'window');
        note('event', type, path.join('>'), JSON.stringify(event.data ?? event.detail ?? null), event.message ?? '');
      },
      true,
    );
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    note('dispatched', event.type);
    return dispatchEvent.call(this, event);
  };

  /** Mutations that are of ours: what the page counts to find a runaway. */
  window.ourMutations = 0;
  const isOurs = node => /^daftar-/.test(node.localName ?? '');
  new MutationObserver(records => {
    for (const { target, addedNodes, removedNodes, attributeName } of records) {
      const nodes = [...addedNodes, ...removedNodes];
      if (!nodes.some(isOurs) && !isOurs(target)) continue;
      window.ourMutations++;
      for (const node of nodes) note('mutation', node.outerHTML ?? node.data);
      if (attributeName) note('attribute', attributeName, target.getAttribute(attributeName));
    }
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });

  try {
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) note('performance', JSON.stringify(entry));
    }).observe({ entryTypes: PerformanceObserver.supportedEntryTypes });
  } catch {}

  /** Everything that the page can get at now, as one text. */
  window.everythingSeen = async words => {
    const shadows = [];
    for (const element of document.querySelectorAll('*'))
      if (element.shadowRoot) shadows.push(element.shadowRoot.innerHTML);
    const selections = [];
    for (const word of words) {
      getSelection()?.removeAllRanges();
      window.find(word, false, false, true, false, true);
      const { anchorNode } = getSelection() ?? {};
      selections.push(String(getSelection()), anchorNode?.nodeName, anchorNode?.getRootNode()?.textContent);
    }
    getSelection()?.removeAllRanges();
    return [
      ...seen,
      document.documentElement.outerHTML,
      ...shadows,
      ...roots.map(root => root.innerHTML),
      ...[...(CSS.highlights ?? [])].flatMap(([name, ranges]) => [
        name,
        ...[...ranges].map(range => range.startContainer.data),
      ]),
      ...Object.getOwnPropertyNames(window).filter(name => !before.has(name)),
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(({ name }) => name),
      document.cookie,
      ...performance.getEntries().map(entry => JSON.stringify(entry)),
      ...selections,
      document.activeElement?.outerHTML,
      document.activeElement?.textContent,
      window.length,
    ].join('\n');
  };
  window.stolen = roots;
})();

// Sends what the libraries under the extension might listen to, in every form that they have.
window.attack = ids => {
  const both = (name, detail) => {
    for (const target of [document, window]) {
      target.dispatchEvent(new CustomEvent(name, { detail }));
      target.dispatchEvent(new Event(name));
    }
  };
  for (const id of ids)
    for (const entry of ['content', 'background', 'undefined'])
      for (const name of ['wxt:content-script-started', 'wxt:locationchange', 'wxt:reload-content-script']) {
        const detail = { contentScriptName: entry, messageId: 'forged', type: name, newUrl: location.href };
        both(`${id}:${entry}:${name}`, detail);
        both(name, detail);
        window.postMessage({ ...detail, type: `${id}:${entry}:${name}` }, '*');
        window.postMessage(detail, '*');
      }
  for (const type of ['read', 'overview', 'showCount', 'hide', 'unhide'])
    for (const channel of ['window', 'window/response', 'custom-events', 'custom-events/response']) {
      const message = { id: 1, type, data: { page: {}, passages: [] }, timestamp: Date.now() };
      window.postMessage(
        { type: `@webext-core/messaging/${channel}`, message, namespace: 'daftar', instanceId: 'x' },
        '*',
      );
      both(`@webext-core/messaging/${channel}`, { message, namespace: 'daftar', instanceId: 'x' });
      window.postMessage(message, '*');
    }
  for (const name of ['daftar-takeover', 'daftar', 'daftar-mark', 'daftar-popover']) both(name, {});
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  document.dispatchEvent(new Event('visibilitychange'));
};

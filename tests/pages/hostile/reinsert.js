// Puts every mark somewhere else, and what we take out in again.
window.takenOut = 0;
new MutationObserver(records => {
  for (const { addedNodes, removedNodes, target } of records) {
    for (const node of addedNodes)
      if (node.localName === 'daftar-mark' && window.takenOut < 500) {
        window.takenOut++;
        target.insertBefore(node, target.firstChild);
      }
    for (const node of removedNodes)
      if (node.localName === 'daftar-mark' && !node.isConnected && window.takenOut < 500) {
        window.takenOut++;
        target.append(node.cloneNode(true));
      }
  }
}).observe(document, { childList: true, subtree: true });

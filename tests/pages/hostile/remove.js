// Takes every element of ours out as soon as it is in.
window.takenOut = 0;
new MutationObserver(() => {
  for (const mark of document.querySelectorAll('daftar-mark')) {
    window.takenOut++;
    mark.replaceWith(...mark.childNodes);
  }
}).observe(document, { childList: true, subtree: true });

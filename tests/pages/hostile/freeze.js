// Keeps the page's thread to itself: before the script comes, and again with the first mark.
const freeze = milliseconds => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};
addEventListener('DOMContentLoaded', () => freeze(1500));
let frozen = false;
new MutationObserver(() => {
  if (frozen || !document.querySelector('daftar-mark')) return;
  frozen = true;
  freeze(1500);
}).observe(document, { childList: true, subtree: true });

// Removes what is opened: at once, before it shows, and once the reader is in it.
window.evicted = 0;
window.attack = way => {
  const remove = () => {
    for (const host of document.querySelectorAll('daftar-popover')) {
      window.evicted++;
      host.remove();
    }
  };
  if (way === 'before') addEventListener('beforetoggle', remove, true);
  if (way === 'blur') addEventListener('blur', remove, true);
  if (way === 'after') new MutationObserver(remove).observe(document.documentElement, { childList: true });
};

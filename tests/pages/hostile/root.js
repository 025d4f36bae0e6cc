// Takes the ground away: another root element, then another document altogether.
const words = () => `<main><article>${document.querySelector('article').innerHTML}</article></main>`;
window.attack = way => {
  const html = `<!doctype html><html lang="en"><head><title>Written anew</title></head><body>${words()}</body></html>`;
  if (way === 'replace') {
    const fresh = new DOMParser().parseFromString(html, 'text/html').documentElement;
    for (const mark of fresh.querySelectorAll('daftar-mark')) mark.replaceWith(...mark.childNodes);
    fresh.normalize();
    document.replaceChild(document.adoptNode(fresh), document.documentElement);
  } else {
    document.open();
    document.write(html.replace(/<\/?daftar-mark[^>]*>/g, ''));
    document.close();
  }
};

// Rules against marks, at every place where a page has rules.
addEventListener('DOMContentLoaded', () => {
  const style = document.createElement('style');
  style.textContent = `
    * { all: unset !important }
    p, h1 { display: block !important; margin-block: 1em !important }
    daftar-mark { display: none !important; text-decoration: none !important; pointer-events: none }
    ::highlight(daftar-b), ::highlight(daftar-c) { text-decoration: none !important }`;
  document.head.append(style);
  document.adoptedStyleSheets = [];
});
window.attack = () => {
  document.adoptedStyleSheets = [];
};

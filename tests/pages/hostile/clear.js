// Empties the highlight registry over and over, and paints in it itself. In a grid no mark becomes an element.
addEventListener('DOMContentLoaded', () => {
  for (const p of document.querySelectorAll('p')) p.style.display = 'grid';
});
const clearing = setInterval(() => CSS.highlights.clear(), 10);
window.attack = () => {
  clearInterval(clearing);
  CSS.highlights.clear();
  document.querySelector('article').append(document.createElement('hr'));
};

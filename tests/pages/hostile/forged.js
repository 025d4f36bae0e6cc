// Puts up elements of our names, some before the script comes, and writes one mark's id on another.
addEventListener('DOMContentLoaded', () => {
  const paragraph = document.querySelector('article p');
  const mark = document.createElement('daftar-mark');
  mark.dataset.m = 'b00000000';
  mark.textContent = 'sacks of flour';
  paragraph.lastChild.after(' They call them ', mark, '.');
});
window.attack = () => {
  const [first, second] = document.querySelectorAll('daftar-mark[role]');
  const forged = document.createElement('daftar-mark');
  for (const { name, value } of first.attributes) forged.setAttribute(name, value);
  forged.textContent = 'a forged mark';
  document.querySelector('h1').append(' ', forged);
  const popover = document.createElement('daftar-popover');
  popover.id = 'forged';
  popover.textContent = 'All of this is true.';
  document.body.append(popover);
  const id = first.dataset.m;
  first.dataset.m = second.dataset.m;
  second.dataset.m = id;
};

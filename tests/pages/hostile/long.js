// One text node of a million characters.
addEventListener('DOMContentLoaded', () => {
  const paragraph = document.createElement('p');
  paragraph.id = 'long';
  paragraph.style.height = '3em';
  paragraph.style.overflow = 'hidden';
  document.querySelector('article').append(paragraph);
});
window.attack = () => {
  document.querySelector('#long').textContent = 'Sacks of flour for Kabul, and no end of rain. '.repeat(22_000);
};

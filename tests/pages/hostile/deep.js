// Ten thousand elements, each in the last one.
window.attack = () => {
  const top = document.createElement('div');
  let at = top;
  for (let i = 0; i < 10_000; i++) at = at.appendChild(document.createElement('span'));
  at.textContent = 'Afghanistan has a population of 47 million.';
  top.style.display = 'none';
  document.querySelector('article').append(top);
};

// Ten thousand new nodes in each of three seconds, and how long the page had to wait in between.
window.longestGap = 0;
window.attack = async () => {
  const article = document.querySelector('article');
  let last = performance.now();
  for (let round = 0; round < 30; round++) {
    const box = document.createElement('section');
    article.append(box);
    for (let i = 0; i < 500; i++) {
      const paragraph = document.createElement('p');
      paragraph.textContent = `Sack ${i} of cart ${round}: Afghanistan has a population of 47 million.`;
      box.append(paragraph);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
    const now = performance.now();
    window.longestGap = Math.max(window.longestGap, now - last);
    last = now;
    box.remove();
  }
};

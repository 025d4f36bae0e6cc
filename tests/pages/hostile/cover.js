// Covers whatever opens: by z-index, by popovers and dialogs of its own, and in fullscreen.
addEventListener('DOMContentLoaded', () => {
  const cover = document.createElement('div');
  cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:none';
  document.body.append(cover);
  const button = document.createElement('button');
  button.id = 'full';
  button.textContent = 'Larger';
  button.style.cssText = 'position:fixed;left:0;top:0';
  button.onclick = () => document.querySelector('article').requestFullscreen();
  document.querySelector('article').append(button);
});
window.attack = () => {
  const dialog = document.createElement('dialog');
  dialog.id = 'cover';
  dialog.textContent = 'Subscribe!';
  document.body.append(dialog);
  dialog.showModal();
};

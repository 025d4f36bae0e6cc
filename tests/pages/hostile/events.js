// Makes up every event that might open something, on every mark and wherever a highlight stands.
window.attack = () => {
  const targets = [...document.querySelectorAll('daftar-mark, p, body'), document, window];
  const options = { bubbles: true, composed: true, cancelable: true, clientX: 400, clientY: 300, view: window };
  for (const target of targets) {
    for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup'])
      target.dispatchEvent(new PointerEvent(type, { ...options, pointerType: 'mouse' }));
    for (const type of ['mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu'])
      target.dispatchEvent(new MouseEvent(type, options));
    for (const key of ['Enter', ' ', 'ArrowDown'])
      for (const type of ['keydown', 'keypress', 'keyup'])
        target.dispatchEvent(new KeyboardEvent(type, { ...options, key, altKey: key === 'ArrowDown' }));
    target.click?.();
    target.focus?.();
  }
};

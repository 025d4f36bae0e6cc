/** Whether keys belong to what is being typed. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.matches('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])');

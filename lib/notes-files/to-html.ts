/** A tree of elements as HTML: the only way by which text becomes HTML, and everything in it is escaped. */
import type { RichNode } from './rich-text.ts';

const VOID = new Set(['br', 'hr', 'meta']);
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign);

/** Names of elements and attributes must be ours; texts and values may be anyone's. */
export function toHtml(node: RichNode): string {
  if (typeof node === 'string') return escaped(node);
  const { tag, attributes, children } = node;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const open = `<${tag}${written.join('')}>`;
  return VOID.has(tag) ? open : `${open}${children.map(toHtml).join('')}</${tag}>`;
}

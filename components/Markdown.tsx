/** The text of a note, rendered: elements only of the kinds that lib/notes-files/rich-text.ts knows, never HTML of the text. */
import { type ComponentChild, h } from 'preact';
import { useMemo } from 'preact/hooks';
import { type RichNode, richText } from '@/lib/notes-files/rich-text';

const drawn = (node: RichNode): ComponentChild =>
  typeof node === 'string' ? node : h(node.tag, { ...node.attributes }, ...node.children.map(drawn));

/** @param text Markdown as the reader wrote it; each block takes its direction from its own words */
export function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => richText(text), [text]);
  return <div class="markdown">{blocks.map(drawn)}</div>;
}

/**
 * Markdown as a tree of harmless elements: what notes may look like, and nothing else. Raw HTML is text, images are
 * links, links lead to the web or to mail. The view makes elements of it, the printable file makes text of it.
 */
import type { ListItem, Nodes, Parents, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export interface RichElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly RichNode[];
}
export type RichNode = string | RichElement;

export const element = (tag: string, attributes: RichElement['attributes'], ...children: RichNode[]): RichElement => ({
  tag,
  attributes,
  children,
});

/**
 * What is beyond these is shown as it was written: the parser's time grows with the square of nested quotes and open
 * brackets (20 s and a full stack for 40,000 of them), so that a hostile note could stop the page. Judgements: an
 * ordinary note is far below each.
 */
const LONGEST = 100_000;
const MOST_BRACKETS = 2_000;
const DEEPEST = 40;
const NESTED_LINE = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){21}/m;

/** Headings of a note stand below those of the page that shows it. */
const HEADING_BELOW = 2;

/** The blocks of a note's text. Never throws. */
export function richText(markdown: string): RichNode[] {
  const plain = [element('p', { dir: 'auto' }, ...withBreaks(markdown))];
  if (markdown.length > LONGEST || NESTED_LINE.test(markdown)) return plain;
  if (markdown.split('[').length > MOST_BRACKETS) return plain;
  try {
    const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    return new Renderer(markdown, root.children).all(root, 0).map(withDirection);
  } catch {
    return plain;
  }
}

/**
 * Each block of a note runs as its own words do. What stands within it follows, so that marks of a list and the bar of a
 * quote stand on the side where the words begin.
 */
const withDirection = (node: RichNode): RichNode =>
  typeof node === 'string' ? node : { ...node, attributes: { dir: 'auto', ...node.attributes } };

/** Where a link may lead, or null. */
export function safeLink(url: string): string | null {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(url) && URL.canParse(url) ? url : null;
}

/** A link that takes nothing along; without a safe address, its words and the address as text. */
export function link(url: string, children: readonly RichNode[]): RichNode[] {
  const href = safeLink(url);
  if (!href) return [...children, ...(url ? [` (${url})`] : [])];
  const attributes = { href, target: '_blank', rel: 'noopener noreferrer nofollow' };
  return [element('a', attributes, ...(children.length ? children : [url]))];
}

/** Readers mean a line break where they made one, which Markdown alone would take for a space. */
function withBreaks(text: string): RichNode[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => (index ? [element('br', {}), line] : [line]));
}

class Renderer {
  private readonly source: string;
  private readonly addresses = new Map<string, string>();

  constructor(source: string, blocks: readonly RootContent[]) {
    this.source = source;
    for (const block of blocks) if (block.type === 'definition') this.addresses.set(block.identifier, block.url);
  }

  all(parent: Parents, depth: number): RichNode[] {
    return parent.children.flatMap(child => this.one(child, depth + 1));
  }

  /** A part of the text as it was written. */
  private raw({ position }: Nodes): RichNode[] {
    return withBreaks(this.source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0));
  }

  private one(node: RootContent, depth: number): RichNode[] {
    if (depth > DEEPEST) return this.raw(node);
    const inside = () => ('children' in node ? this.all(node as Parents, depth) : []);
    const as = (tag: string, attributes: RichElement['attributes'] = {}) => [element(tag, attributes, ...inside())];
    switch (node.type) {
      case 'text':
        return withBreaks(node.value);
      case 'html':
        return [element('span', { class: 'raw' }, ...withBreaks(node.value))];
      case 'paragraph':
        return as('p');
      case 'heading':
        return as(`h${Math.min(6, node.depth + HEADING_BELOW)}`);
      case 'blockquote':
        return as('blockquote');
      case 'emphasis':
        return as('em');
      case 'strong':
        return as('strong');
      case 'delete':
        return as('del');
      case 'inlineCode':
        return [element('code', { dir: 'ltr' }, node.value)];
      case 'code':
        // Long lines scroll: what scrolls must be reached by keyboard.
        return [element('pre', { dir: 'ltr', tabindex: '0' }, element('code', {}, node.value))];
      case 'list':
        return node.ordered ? as('ol', node.start && node.start > 1 ? { start: String(node.start) } : {}) : as('ul');
      case 'listItem':
        return [element('li', {}, ...this.item(node, depth))];
      case 'break':
        return [element('br', {})];
      case 'thematicBreak':
        return [element('hr', {})];
      case 'link':
        return link(node.url, inside());
      case 'image':
        return link(node.url, node.alt ? [node.alt] : []);
      case 'linkReference':
        return this.reference(node, inside());
      case 'imageReference':
        return this.reference(node, node.alt ? [node.alt] : []);
      case 'table':
        return this.table(node.children, depth);
      case 'definition':
        return [];
      case 'footnoteReference':
        return [element('sup', {}, node.label ?? node.identifier)];
      case 'footnoteDefinition':
        return [element('section', {}, element('sup', {}, node.label ?? node.identifier), ...inside())];
      default:
        return this.raw(node);
    }
  }

  /** What an item holds; short ones without the paragraphs that would set them apart. */
  private item({ checked, spread, children }: ListItem, depth: number): RichNode[] {
    const box = typeof checked === 'boolean' ? [checked ? '☑ ' : '☐ '] : [];
    const short = (child: RootContent) => child.type === 'paragraph' && !spread;
    return [
      ...box,
      ...children.flatMap(child => (short(child) ? this.all(child as Parents, depth) : this.one(child, depth + 1))),
    ];
  }

  private reference(node: Nodes & { identifier: string }, children: RichNode[]): RichNode[] {
    const url = this.addresses.get(node.identifier);
    return url === undefined ? this.raw(node) : link(url, children);
  }

  private table(rows: readonly { children: readonly Parents[] }[], depth: number): RichNode[] {
    const row = (tag: string) => (one: { children: readonly Parents[] }) =>
      element('tr', {}, ...one.children.map(cell => element(tag, {}, ...this.all(cell, depth + 1))));
    const body = rows.slice(1).map(row('td'));
    const head = element('thead', {}, ...rows.slice(0, 1).map(row('th')));
    return [element('table', {}, head, ...(body.length ? [element('tbody', {}, ...body)] : []))];
  }
}

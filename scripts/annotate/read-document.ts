/** Reads an HTML or text file as the page reader would: the article's passages, title and date. */
import { readFile } from 'node:fs/promises';
import { findPageDate, findTitle } from '../../lib/page/page-facts.ts';
import { findArticle, findPassages } from '../../lib/page/passages.ts';
import type { Document } from './annotate-document.ts';

/** Whether a text is HTML, judged by its beginning, not by a file's name. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|article|main)\b/i.test(text);
}

/** Reads a page's source. `address` is where it came from: it may hold the date. */
export async function readHtml(html: string, address: string): Promise<Document> {
  // Loaded only here: it takes a second, and a stream of lines needs none of it.
  const { JSDOM } = await import('jsdom');
  const { document } = new JSDOM(html).window;
  const article = findArticle(document);
  return {
    // A break inside a passage is a line of its own here, which reading treats alike.
    text: findPassages(article)
      .map(passage => passage.text)
      .join('\n'),
    title: findTitle(document, article),
    date: findPageDate(document, article, address),
  };
}

/** Reads a file. Rejects when it cannot be read. */
export async function readDocument(file: string): Promise<Document> {
  const text = await readFile(file, 'utf8');
  return isHtml(text) ? readHtml(text, 'http://localhost/') : { text, title: null, date: null };
}

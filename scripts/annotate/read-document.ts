/** Reads an HTML or text file as the page reader would: the article's passages, title and date. */
import { readFile } from 'node:fs/promises';
import { findPageDate, findTitle } from '../../lib/page/page-facts.ts';
import { findArticle, findPassages } from '../../lib/page/passages.ts';
import type { Document } from './annotate.ts';

/** Whether a file is HTML is judged by its beginning, not by its name. */
const HTML = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|article|main)\b/i;

export async function readDocument(file: string): Promise<Document> {
  const text = await readFile(file, 'utf8');
  if (!HTML.test(text)) return { text, title: null, date: null };
  // Loaded only here: it takes a second, and a stream of lines needs none of it.
  const { JSDOM } = await import('jsdom');
  const { document } = new JSDOM(text).window;
  const article = findArticle(document);
  return {
    // A break inside a passage is a line of its own here, which reading treats alike.
    text: findPassages(article)
      .map(passage => passage.text)
      .join('\n'),
    title: findTitle(document, article),
    date: findPageDate(document, article, 'http://localhost/'),
  };
}

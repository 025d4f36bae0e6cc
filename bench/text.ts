/** The text to read: our own articles, repeated. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageFacts, Passage } from '../lib/reading/reading.ts';

const folder = join(import.meta.dirname, '../evaluation/articles');

/** The length of an article's beginning that is handed over as the page's lead, as the page does. */
const LEAD_LENGTH = 1200;

export interface Page {
  facts: PageFacts;
  passages: Passage[];
}

/** The articles, each once, cut into paragraphs as a page is. */
export function readArticles(): Page[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.json'));
  return files.sort().map(file => {
    const article = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const passages = paragraphsOf(article.text).map((text, id) => ({ id, text }));
    return {
      passages,
      facts: { title: article.title, date: article.date ?? null, lead: article.text.slice(0, LEAD_LENGTH) },
    };
  });
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).filter(line => line.trim() !== '');
}

export const textsOf = (pages: readonly Page[]): string[] =>
  pages.flatMap(({ passages }) => passages.map(({ text }) => text));

/** Millions of bytes of UTF-8. */
export function megabytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
}

/** The articles again and again, until they make so many megabytes. */
export function repeated(pages: readonly Page[], megabytes: number): Page[] {
  const count = Math.max(1, Math.round(megabytes / megabytesOf(textsOf(pages))));
  return Array.from({ length: count }, () => pages).flat();
}

/** Every so manyth text, so that a sample of so many megabytes comes from all articles. */
export function sampleOf(texts: readonly string[], megabytes: number): string[] {
  const step = Math.max(1, Math.round(megabytesOf(texts) / megabytes));
  return texts.filter((_, i) => i % step === 0);
}

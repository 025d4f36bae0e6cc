// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { OverviewItem } from '@/lib/messaging';
import { findPassages, type PagePassage } from '@/lib/page/passages';
import { type Book, createBook } from './book';

let book: Book;
beforeEach(() => {
  book = createBook(() => null);
});

function read(html: string): PagePassage[] {
  document.body.innerHTML = html;
  return findPassages(document.body);
}

const stated = (words: string): OverviewItem => ({ verdict: 'agrees', words, question: '', mark: 'm' });
const words = () => book.statements().map(item => item.words);

describe('book', () => {
  it('tells statements in the order of the page, however late a passage was read', () => {
    const passages = read('<p>One</p><section><p>Two</p><p>Three</p></section><p>Four</p>');
    for (const passage of [passages[3], passages[1], passages[0], passages[2]] as PagePassage[])
      book.enter(passage).statements.push(stated(passage.text));
    expect(words()).toEqual(['One', 'Two', 'Three', 'Four']);
    expect(book.countStatements()).toBe(4);
  });

  it('keeps the order of reading within a block', () => {
    const passages = read('<div>Before<p>Inside</p>Behind</div>');
    const [before, , behind] = passages as [PagePassage, PagePassage, PagePassage];
    book.enter(before).statements.push(stated('a'), stated('b'));
    book.enter(behind).statements.push(stated('c'));
    expect(words()).toEqual(['a', 'b', 'c']);
  });

  it('knows a passage as long as its text and its nodes are the same', () => {
    const [passage] = read('<p>Some <b>words</b></p>') as [PagePassage];
    const entry = book.enter(passage);
    expect(book.entryOf(passage)).toBe(entry);
    expect(book.entryOf({ ...passage, text: 'Other words' })).toBeNull();
    (document.querySelector('b') as Element).append(' more');
    const [changed] = findPassages(document.body) as [PagePassage];
    expect(book.entryOf(changed)).toBeNull();
    expect(book.entriesAt(changed)).toEqual([entry]);
    book.remove(entry);
    expect(book.entryOf(passage)).toBeNull();
    expect(book.entriesAt(changed)).toEqual([]);
  });

  it('tells which entries have gone from the page', () => {
    const [first, second] = read('<p>One</p><p>Two</p>') as [PagePassage, PagePassage];
    const entry = book.enter(first);
    book.enter(second);
    first.block.remove();
    expect(book.gone()).toEqual([entry]);
  });
});

import { describe, expect, it } from 'vitest';
import { SAMPLE_PACK } from '@/lib/reading/sample-pack';
import { claimsOfPack } from '@/lib/store/claims';
import { searchOfPack } from '@/lib/store/search';
import { answerSelection } from './answer-selection';

const PAGE = { title: 'Winter in Afghanistan', date: '2025-02-01', lead: '' };
const STATEMENT = 'The Taliban wait. No country has recognised the Taliban. Snow fell.';
const store = claimsOfPack(SAMPLE_PACK);
const search = searchOfPack(SAMPLE_PACK);

function ask(text: string, words: string) {
  const start = text.indexOf(words);
  const request = { page: PAGE, text, selected: { start, end: start + words.length } };
  return answerSelection(store, search, request, '2026-06-01');
}

describe('a selection is answered', () => {
  it.each([
    'No country has recognised the Taliban.',
    'No country has recognised',
    'wait. No country has recognised the Taliban. Snow',
  ])('with the comparison of its statement, read in its paragraph: %s', async words => {
    const answer = await ask(STATEMENT, words);
    expect(answer.kind === 'statement' && answer.comparisons.map(({ claim }) => claim.question)).toEqual([
      'Does any state recognise the Taliban government?',
    ]);
  });

  it('with what the search finds, where only a name beside a statement is selected', async () => {
    const answer = await ask('The Taliban wait. Aid goes on.', 'Taliban');
    expect(answer).toMatchObject({ kind: 'found', query: 'Taliban', whole: true });
    const [first] = answer.kind === 'found' ? answer.items : [];
    expect(first).toMatchObject({ kind: 'entity', route: { page: 'entity', id: 'taliban' } });
  });

  it('with each hit once, and no more than a popover holds', async () => {
    const answer = await ask('Afghanistan and the Taliban.', 'Taliban');
    const routes = answer.kind === 'found' ? answer.items.map(({ route }) => JSON.stringify(route)) : [];
    expect(new Set(routes).size).toBe(routes.length);
    expect(routes.length).toBeLessThanOrEqual(6);
  });

  it('with nothing for words that the store does not have', async () => {
    expect(await ask('A zyxqv went by.', 'zyxqv')).toMatchObject({ kind: 'found', query: 'zyxqv', items: [] });
  });

  it('from the middle of a text without end', async () => {
    const far = `${'Nothing of note happened that day. '.repeat(1000)}${STATEMENT}`;
    const answer = await ask(far, 'No country has recognised the Taliban.');
    expect(answer.kind).toBe('statement');
  });
});

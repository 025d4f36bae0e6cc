import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeHidden } from '@/lib/hidden';
import type { Comparison } from '@/lib/reading/reading';
import { hidden } from '@/lib/settings';
import { readHidden } from './hiding';

const sent = vi.hoisted(() => ({ sendMessage: vi.fn() }));
vi.mock('@/lib/messaging', () => sent);

const LOCATION = { href: 'https://news.example/story' } as Location;
const COMPARISON = {
  claim: { id: 'aid', question: 'How much aid came?' },
  statement: { text: 'Some $4 billion came.' },
} as Comparison;
const ENTRY = makeHidden(
  { claim: 'aid', question: 'How much aid came?', sentence: 'Some $4 billion came.' },
  'page',
  LOCATION.href,
);

async function setUp() {
  const onChange = vi.fn();
  const controller = new AbortController();
  return { onChange, controller, here: await readHidden(LOCATION, onChange, controller.signal) };
}

beforeEach(async () => {
  await hidden.removeValue();
  sent.sendMessage.mockReset().mockResolvedValue(true);
});

describe('what is hidden on a page', () => {
  it('is hidden at once, sent to be remembered, and taken back', async () => {
    const { here, onChange } = await setUp();
    const answer = here.hide(COMPARISON, 'page');
    expect(here.isHidden(COMPARISON)).toBe(true);
    expect(onChange).toHaveBeenCalledOnce();
    const { remembered, undo } = await answer;
    expect(remembered).toBe(true);
    expect(sent.sendMessage.mock.calls).toEqual([['hide', ENTRY]]);
    undo();
    expect(here.isHidden(COMPARISON)).toBe(false);
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(sent.sendMessage).toHaveBeenLastCalledWith('unhide', ENTRY);
  });

  it.each<[string, () => void]>([
    ['a private window', () => sent.sendMessage.mockResolvedValue(false)],
    ['an extension that was replaced', () => sent.sendMessage.mockRejectedValue(new Error('gone'))],
  ])('is hidden for this visit only in %s', async (_, answer) => {
    answer();
    const { here } = await setUp();
    const { remembered, undo } = await here.hide(COMPARISON, 'page');
    expect(remembered).toBe(false);
    expect(here.isHidden(COMPARISON)).toBe(true);
    undo();
    expect(here.isHidden(COMPARISON)).toBe(false);
    expect(sent.sendMessage).toHaveBeenCalledOnce();
  });

  it('follows what is changed elsewhere, until the script ends', async () => {
    const { here, onChange, controller } = await setUp();
    await hidden.setValue([ENTRY]);
    expect(here.isHidden(COMPARISON)).toBe(true);
    await hidden.setValue([]);
    expect(here.isHidden(COMPARISON)).toBe(false);
    expect(onChange).toHaveBeenCalledTimes(2);
    controller.abort();
    await hidden.setValue([ENTRY]);
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});

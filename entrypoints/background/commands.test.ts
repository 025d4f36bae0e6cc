import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MARK_COMMANDS } from '@/lib/messaging';
import manifestOf from '../../wxt.config';
import { setUpCommands } from './commands';

const onCommand = vi.fn();
const sendToTab = vi.fn(async (..._: unknown[]) => ({ res: true }));
let press: (name: string, tab?: { id?: number }) => void;

beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(fakeBrowser, { commands: { onCommand: { addListener: onCommand } } });
  Object.assign(fakeBrowser.tabs, { sendMessage: sendToTab });
  setUpCommands();
  press = onCommand.mock.calls[0]?.[0];
});

describe('a command of the browser', () => {
  it.each(MARK_COMMANDS)('is sent to the tab in front (%s)', async name => {
    press(name, { id: 7 });
    await vi.waitFor(() => expect(sendToTab).toHaveBeenCalled());
    expect(sendToTab.mock.calls[0]?.slice(0, 2)).toEqual([7, expect.objectContaining({ type: 'command', data: name })]);
  });

  it('is dropped without a tab, and when it is none of ours', () => {
    press('next-mark');
    press('_execute_action', { id: 7 });
    expect(sendToTab).not.toHaveBeenCalled();
  });

  it('stays quiet in a tab where nobody answers', async () => {
    sendToTab.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    press('next-mark', { id: 7 });
    await vi.waitFor(() => expect(sendToTab).toHaveBeenCalled());
  });
});

describe('the manifest', () => {
  it.each(['chrome', 'firefox'])('has a key for each command in %s', browser => {
    const { manifest } = manifestOf;
    const { commands } = (typeof manifest === 'function' ? manifest({ browser } as never) : manifest) as {
      commands: Record<string, unknown>;
    };
    expect(Object.keys(commands).sort()).toEqual(['look-up-selection', 'note-selection', ...MARK_COMMANDS].sort());
  });
});

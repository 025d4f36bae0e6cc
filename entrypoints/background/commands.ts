/** Hands the reader's keys on to the page in front. */
import { browser } from '#imports';
import { MARK_COMMANDS, type MarkCommand, sendMessage } from '@/lib/messaging';

const isMarkCommand = (name: string): name is MarkCommand => (MARK_COMMANDS as readonly string[]).includes(name);

/** Sends each command of the manifest to its tab. A tab without our script (the browser's own pages) has nothing to do. */
export function setUpCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (tab?.id === undefined || !isMarkCommand(name)) return;
    void sendMessage('command', name, tab.id).catch(() => {});
  });
}

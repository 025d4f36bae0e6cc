/** Hands the reader's keys on to the page in front. */
import { browser } from '#imports';
import { MARK_COMMANDS, type MarkCommand, sendMessage } from '@/lib/messaging';
import { lookUpIn } from './looking-up';
import { noteIn } from './noting';

/** These two are for the selection; the other commands of the manifest are for marks. */
const LOOK_UP = 'look-up-selection';
const NOTE = 'note-selection';

const isMarkCommand = (name: string): name is MarkCommand => (MARK_COMMANDS as readonly string[]).includes(name);

/** Sends each command of the manifest to its tab. A tab without our script (the browser's own pages) has no mark to go to. */
export function setUpCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (tab?.id === undefined) return;
    if (name === LOOK_UP) void lookUpIn(tab.id);
    else if (name === NOTE) void noteIn(tab);
    else if (isMarkCommand(name)) void sendMessage('command', name, tab.id).catch(() => {});
  });
}

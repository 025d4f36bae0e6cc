/** Opens the panel beside the page: Chrome's side panel, Firefox's sidebar. */
import { browser } from '#imports';

/** What Firefox has in its place. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

const sidebar = () => (browser as WithSidebar).sidebarAction;

/** Whether this browser has one: those of phones have none. */
export const hasSidePanel = (): boolean => Boolean(sidebar() ?? browser.sidePanel);

/** Opens it in a window. Must be called at once while the reader presses something: no browser opens it for less. */
export const openSidePanel = (windowId: number): Promise<void> =>
  sidebar()?.open() ?? browser.sidePanel.open({ windowId });

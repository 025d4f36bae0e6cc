/**
 * Takes the place of WXT's context for content scripts (see wxt.config.ts). That one sends an event to every page when the
 * script begins, by whose name a page can tell that the extension is there, and ends the script when the page sends one.
 */
export class ContentScriptContext {}

import { defineUnlistedScript } from '#imports';
import { offerPopover } from '../content/late-popover';
import { createPopover } from '../content/popover';

// A script of its own, put into a page once it has marks: most pages have none, and never load a popover.
export default defineUnlistedScript(() => offerPopover(createPopover));

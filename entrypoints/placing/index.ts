import { defineUnlistedScript } from '#imports';
import { offerPlacing } from '../content/late-placing';
import { createPlacing, describeIn } from '../content/placing';

// A script of its own, put into a page once notes are to be found on it or one is made: most pages never load it.
export default defineUnlistedScript(() => offerPlacing({ createPlacing, describeIn }));

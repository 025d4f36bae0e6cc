import 'fake-indexeddb/auto';
import { options } from 'preact';

// By default Preact also asks for an animation frame, and cancels it some time later: jsdom may be gone by then.
options.requestAnimationFrame = callback => void setTimeout(callback);

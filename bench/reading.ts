/**
 * Measures the reading: its speed beside two libraries, its growth with the text, the names and the claims, its size, and
 * the command-line reader. It prints numbers and asserts none: a test that fails on a busy machine tells nothing.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureAnchor } from './anchor.ts';
import { measureClaims } from './claims.ts';
import { measureCommandLine } from './command-line.ts';
import { measureLinearity } from './linearity.ts';
import { measureNames } from './names.ts';
import { measureSearch } from './search.ts';
import { measureSize } from './size.ts';
import { measureSpeed } from './speed.ts';

const PARTS: Record<string, (quick: boolean) => void | Promise<void>> = {
  speed: measureSpeed,
  linearity: measureLinearity,
  size: measureSize,
  'command-line': measureCommandLine,
  names: measureNames,
  claims: measureClaims,
  anchor: measureAnchor,
  search: measureSearch,
};

const USAGE = `usage: npm run bench                          all parts
       npm run bench -- --quick               all parts on less
       npm run bench -- [--quick] PART ...    of ${Object.keys(PARTS).join(', ')}`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
const unknown = positionals.filter(name => !(name in PARTS));
if (options.help || unknown.length > 0) {
  console.log(unknown.length > 0 ? `There is no part ${unknown.join(', ')}.\n${USAGE}` : USAGE);
  process.exit(unknown.length > 0 ? 2 : 0);
}

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const [name, measure] of Object.entries(PARTS)) {
  if (positionals.length === 0 || positionals.includes(name)) await measure(options.quick);
}

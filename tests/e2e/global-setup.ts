/** Builds the extension for both browsers once, before the end-to-end tests. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export default function setup() {
  for (const browser of ['chrome', 'firefox']) {
    const build = spawnSync('wxt', ['build', '-b', browser], {
      cwd: join(import.meta.dirname, '../..'),
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (build.status !== 0) throw new Error(`The build for ${browser} failed:\n${build.stdout}\n${build.stderr}`);
  }
}

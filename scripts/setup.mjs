// Makes a fresh clone ready: dependencies always, and a browser with --browser, or both test browsers with --browsers.
// Plain JavaScript without imports from packages, because it runs before they are there, on whatever Node is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, NO_BROWSER } from './browsers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(root, 'node_modules/.daftar-installed');

function run(command, args, options = {}) {
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options })
      .status === 0
  );
}

function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** Installs the dependencies of the lock file, unless just these are in place. */
function installDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  if (installed === wanted && existsSync(join(root, 'node_modules/node/bin'))) return;
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    stop(`Daftar needs Node 20 or later to be set up; this is ${process.version}. See https://nodejs.org.`);
  console.log('Installing dependencies …');
  // The install brings its own Node 24, which every npm script then uses; hence no complaint about an older one here.
  // Not `npm ci`: it refuses a lock file that was made where the packages of other platforms could not be had.
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']))
    stop('The dependencies could not be installed. Are you online? `npm install` shows the whole error.');
  writeFileSync(STAMP, wanted);
}

/** Installs Debian's browsers where that can be done without asking anybody. */
function installBrowsers(packages) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing ${packages.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    run('apt-get', ['update', '-qq'], { env }) &&
    run('apt-get', ['install', '-y', '-qq', ...packages], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  );
}

installDependencies();
if (process.argv.includes('--browser') && !findBrowser('chrome') && !findBrowser('firefox')) {
  if (!installBrowsers(['chromium']) || !findBrowser('chrome')) stop(NO_BROWSER);
}
if (process.argv.includes('--browsers')) {
  const missing = [...(findBrowser('chrome') ? [] : ['chromium']), ...(findBrowser('firefox') ? [] : ['firefox-esr'])];
  if (missing.length > 0 && !installBrowsers(missing))
    stop(`The end-to-end tests need Chromium and Firefox; missing here: ${missing.join(', ')}.\n${NO_BROWSER}`);
}

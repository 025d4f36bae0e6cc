/** Builds the extension for both browsers and the fixture applications once, before the end-to-end tests. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildApps } from './build-apps.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built fixture applications. */
    apps: string;
  }
}

export default async function setup(project: TestProject) {
  for (const browser of ['chrome', 'firefox']) {
    const build = spawnSync('wxt', ['build', '-b', browser], {
      cwd: join(import.meta.dirname, '../..'),
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (build.status !== 0) throw new Error(`The build for ${browser} failed:\n${build.stdout}\n${build.stderr}`);
  }
  const apps = await buildApps();
  project.provide('apps', apps);
  return () => rmSync(apps, { recursive: true, force: true });
}

import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Two projects: unit tests beside their files, and end-to-end tests on the built extension in real browsers, which
// take the machine for themselves (one file at a time).
export default defineConfig({
  test: {
    // By default one core is left idle; the unit tests of a machine with two would take twice as long.
    maxWorkers: '100%',
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['{lib,components,entrypoints,scripts,data,tests/unit}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/unit/setup.ts'],
          environment: 'node',
          // Its modules name each other without their endings, which only a bundler understands.
          server: { deps: { inline: ['mark.js'] } },
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: ['tests/e2e/global-setup.ts'],
          environment: 'node',
          fileParallelism: false,
          // After all unit tests, so that nothing runs beside a browser.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

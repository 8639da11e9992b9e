import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // saxon-js does not run in vmThreads, and a worker thread that loads it twice runs out of memory.
    pool: 'forks',
    // Much of the time a test waits for a program that it has started.
    maxWorkers: '100%',
    // Nothing is written outside what a test makes.
    env: { MEMCON_CACHE: 'off' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

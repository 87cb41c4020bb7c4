import { defineConfig } from 'vitest/config';

/** Proofs that take minutes or hours: `npm run soak`, never `npm run verify`. One file after the other, so that each has the machine. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/soak/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/bundlePrograms.ts'],
    fileParallelism: false,
    testTimeout: 4 * 60 * 60_000,
  },
});

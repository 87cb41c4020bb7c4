import { defineConfig } from 'vitest/config';

/** What is packed and how it is installed: `npm run test:packaging`. The application has to be built; it is packed once for all files. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/packaging/**/*.test.ts'],
    globalSetup: ['tests/packaging/packOnce.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
});

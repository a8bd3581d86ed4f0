import { defineConfig } from 'vitest/config'

// Three suites: `npm test` (everything that needs only Node and git), `npm run test:real` (real peers:
// registry, kubectl, Chromium) and `npm run test:deep` (a crash after each write, a fault on each call).
const setupFiles = ['test/seed.ts']

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'fast', setupFiles, include: ['test/**/*.test.ts'], exclude: ['test/real/**', 'test/deep/**'] } },
      { test: { name: 'real', setupFiles, include: ['test/real/**/*.test.ts'] } },
      { test: { name: 'deep', setupFiles, include: ['test/deep/**/*.test.ts'], testTimeout: 1_200_000 } },
    ],
    // They end what hangs. How fast something is, the benches say: a busy machine must turn no test red.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Most tests wait for a process or a retry; every core takes a file.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['packages/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      // What a subprocess runs (dist/, the command line) is not counted here, so the true figures are higher.
      thresholds: { lines: 95, functions: 95, statements: 93, branches: 84 },
    },
  },
})

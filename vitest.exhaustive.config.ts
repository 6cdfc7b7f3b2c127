import { defineConfig } from 'vitest/config';
import base, { EXHAUSTIVE } from './vitest.config.ts';

/** What is exhaustive and slow: `npm run test:exhaustive`. */
export default defineConfig({
  test: {
    // At every moment of every reply; `npm test` walks to every state too, but tries less in each.
    env: { ...base.test?.env, WALK: 'every-moment' },
    include: [EXHAUSTIVE, 'test/walk/**/*.test.ts'],
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 1_800_000,
  },
});

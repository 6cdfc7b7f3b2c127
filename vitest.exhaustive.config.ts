import { configDefaults, defineConfig } from 'vitest/config';
import base, { EXHAUSTIVE } from './vitest.config.ts';

/** What is exhaustive and slow: `npm run test:exhaustive`. */
export default defineConfig({
  test: {
    ...base.test,
    include: [EXHAUSTIVE],
    exclude: configDefaults.exclude,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});

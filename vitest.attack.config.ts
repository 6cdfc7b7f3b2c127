import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Attacks, which take minutes: `npm run attack`. */
export default defineConfig({
  test: {
    env: base.test?.env ?? {},
    include: ['test/attack/**/*.attack.ts'],
    maxWorkers: '100%',
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});

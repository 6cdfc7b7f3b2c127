import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that have a command of their own (vitest.exhaustive.config.ts). */
export const EXHAUSTIVE = 'test/exhaustive/**/*.test.ts';

/**
 * Tests that are true only if they replace a module before anything else has loaded it, and so must not share their
 * modules with other files. What the tests of a deployment replace does the same, only faster.
 */
const ALONE = ['test/alexa/effects.test.ts'];

export default defineConfig({
  test: {
    // Node.js 20 is enough here, and the advice of the SDK is not for whoever runs the tests.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Otherwise one core is left idle, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          // Importing the same modules anew for each file takes longer than the tests themselves.
          name: 'shared',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, EXHAUSTIVE, ...ALONE],
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});

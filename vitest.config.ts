import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that have a command of their own (vitest.exhaustive.config.ts). */
export const EXHAUSTIVE = 'test/exhaustive/**/*.test.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, EXHAUSTIVE],
    // Node.js 20 is enough here, and the advice of the SDK is not for whoever runs the tests.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Otherwise one core is left idle, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

it('One "yes" at the end of a turn passes through few modules and few calls (docs/architecture.md)', () => {
  const counted = execFileSync(process.execPath, ['--import', 'tsx', 'bench/reply-path.ts', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
  const { modules, calls } = JSON.parse(counted);
  expect(modules).toBeLessThanOrEqual(38);
  expect(calls).toBeLessThanOrEqual(320);
});

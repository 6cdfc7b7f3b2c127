import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { EXAMPLE_SKILL_ID } from '../../infra/settings.ts';

// The CDK takes seconds to load, and longer on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'our-check-in-app-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Runs the app as the CDK does: one variable holds the settings given with `-c`, another the folder to write to. The
 * CDK's own validation of the template is left to `npm run synth`, because it takes seconds.
 */
function app(context: Record<string, string>) {
  const { context: always } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const outdir = mkdtempSync(join(folder, 'out-'));
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    env: {
      PATH: '',
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ ...always, ...context }),
      CDK_VALIDATION: 'false',
    },
    encoding: 'utf8',
  });
  return { status, stderr, template: join(outdir, 'OurCheckIn.template.json') };
}

it('stops without a skill id, with one sentence and without a stack', () => {
  const { status, stderr, template } = app({});
  expect(status).toBe(1);
  expect(stderr).toMatch(/^skillId: expected the id of your skill, found nothing\..*SKILL_ID\.\n$/s);
  expect(stderr).not.toContain('    at ');
  expect(existsSync(template)).toBe(false);
});

it('writes a template with an example id if that was asked for, says so, and passes the rules of cdk-nag', () => {
  const { status, stderr, template } = app({ exampleSkill: 'true' });
  expect(stderr).toContain('contains an example id');
  expect(stderr).not.toContain('AwsSolutions');
  expect(status).toBe(0);
  expect(readFileSync(template, 'utf8')).toContain(EXAMPLE_SKILL_ID);
});

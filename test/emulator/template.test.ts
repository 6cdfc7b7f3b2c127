/** The template, checked with cfn-lint (https://github.com/aws-cloudformation/cfn-lint): `npm run test:emulator`. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGIONS } from '../../infra/settings.ts';

const { ASSEMBLY: assembly = '', LINTER: linter = '' } = process.env;
const here = assembly !== '' && linter !== '';
const whyNot = here ? '' : ' (skipped: npm run test:emulator gives it a template and a cfn-lint)';

/** The findings of cfn-lint, each as `rule: message`. The rules that it ignores, and why, are in .cfnlintrc.yaml. */
function findings(template: string): string[] {
  const [command = '', ...first] = JSON.parse(linter) as string[];
  const asked = ['--format', 'json', '--template', template, '--regions', ...REGIONS];
  const { stdout, stderr, error } = spawnSync(command, [...first, ...asked], { encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (stdout.trim() === '') throw new Error(`cfn-lint printed nothing: ${stderr}`);
  const found = JSON.parse(stdout) as { Rule: { Id: string }; Message: string }[];
  return found.map(({ Rule, Message }) => `${Rule.Id}: ${Message}`);
}

describe.skipIf(!here)(`the template${whyNot}`, { timeout: 120_000 }, () => {
  it('has no error and no warning in any region whose functions Alexa can call', () => {
    const templates = readdirSync(assembly).filter((name) => name.endsWith('.template.json'));
    expect(templates).toEqual(['OurCheckIn.template.json']);
    expect(templates.flatMap((name) => findings(join(assembly, name)))).toEqual([]);
  });
});

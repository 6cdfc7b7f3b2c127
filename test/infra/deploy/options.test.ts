import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alexaThrough } from '../../../infra/deploy/alexa.ts';
import { DEPLOY_HELP } from '../../../infra/deploy/help.ts';
import { readOptions } from '../../../infra/deploy/options.ts';
import { SETTINGS } from '../../../infra/settings.ts';

describe('the options of a deployment', () => {
  it('treat an empty profile of the ASK CLI as none', () => {
    expect(readOptions('deploy', [], { ASK_DEFAULT_PROFILE: '' }).askProfile).toBeUndefined();
    expect(readOptions('deploy', ['--ask-profile', ''], {}).askProfile).toBeUndefined();
    expect(readOptions('deploy', ['--ask-profile', ''], { ASK_DEFAULT_PROFILE: 'ours' }).askProfile).toBe(
      'ours',
    );
  });

  it('quote a profile that contains a space in the command to type', async () => {
    const ran = { status: 1, stdout: '', stderr: '[Error]: cli_config not exists.' };
    const programs = { cdk: async () => 0, ask: async () => ran, askInteractive: async () => 0 };
    await expect(alexaThrough(programs, 'a b', '.').developer()).rejects.toThrow(
      '`npm run ask -- configure --profile "a b"`',
    );
  });

  it('have a help text that points to the page that explains each setting', () => {
    const [, page = ''] = /tableKey \((.*)\)/.exec(DEPLOY_HELP) ?? [];
    const text = readFileSync(page, 'utf8');
    for (const name of SETTINGS) expect(text).toContain(`\`${name}\``);
  });
});

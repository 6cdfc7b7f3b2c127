import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alexaThrough } from '../../../infra/deploy/alexa.ts';
import { DEPLOY_HELP } from '../../../infra/deploy/help.ts';
import { readOptions } from '../../../infra/deploy/options.ts';
import { SETTINGS } from '../../../infra/settings.ts';

describe('the options of a deployment', () => {
  it('takes an empty profile of the ASK CLI for none', () => {
    expect(readOptions([], { ASK_DEFAULT_PROFILE: '' }).askProfile).toBeUndefined();
    expect(readOptions(['--ask-profile', ''], {}).askProfile).toBeUndefined();
    expect(readOptions(['--ask-profile', ''], { ASK_DEFAULT_PROFILE: 'ours' }).askProfile).toBe('ours');
  });

  it('names a profile with a space so that the command can be typed as it stands', async () => {
    const ran = { status: 1, stdout: '', stderr: '[Error]: cli_config not exists.' };
    const programs = { cdk: async () => 0, ask: async () => ran, askInteractive: async () => 0 };
    await expect(alexaThrough(programs, 'a b', '.').developer()).rejects.toThrow(
      '`npm run ask -- configure --profile "a b"`',
    );
  });

  it('has a help that points to where each setting is explained', () => {
    const [, page = ''] = /tableKey \((.*)\)/.exec(DEPLOY_HELP) ?? [];
    const text = readFileSync(page, 'utf8');
    for (const name of SETTINGS) expect(text).toContain(`\`${name}\``);
  });
});

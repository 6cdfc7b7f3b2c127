/** Deployments through the real ASK CLI to a fake of Alexa on this machine: `npm run test:ask-cli`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dependencies } from '../../../infra/deploy/dependencies.ts';
import { deploy } from '../../../infra/deploy/deploy.ts';
import { readOptions } from '../../../infra/deploy/options.ts';
import { realPrograms } from '../../../infra/deploy/programs.ts';
import { fakeAmazon, NEW_SKILL } from './fake-amazon.ts';
import { type SkillManagement, startSkillManagement } from './skill-management.ts';

// The first start of the ASK CLI downloads it; each later start takes seconds.
vi.setConfig({ testTimeout: 300_000 });

const whySkipped = process.env.ASK_CLI === 'real' ? '' : ' (skipped: npm run test:ask-cli runs it)';

const EXPIRED = '2020-01-01T00:00:00.000Z';

describe.runIf(process.env.ASK_CLI === 'real')(`a deployment through the real ASK CLI${whySkipped}`, () => {
  let home: string;
  let alexa: SkillManagement;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'our-check-in-ask-'));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  beforeEach(async () => {
    alexa = await startSkillManagement();
    mkdirSync(join(home, '.ask'), { recursive: true });
    const token = {
      access_token: 'a',
      refresh_token: 'r',
      token_type: 'bearer',
      expires_in: 3600,
      expires_at: EXPIRED,
    };
    writeFileSync(
      join(home, '.ask', 'cli_config'),
      JSON.stringify({ profiles: { default: { token, vendor_id: 'M1' } } }),
    );
  });
  afterEach(() => alexa.close());

  /** The real ASK CLI, which calls the fake server at this address, and a fake of AWS in memory. */
  function dependencies(url = alexa.url) {
    const amazon = fakeAmazon();
    const { ask, askInteractive } = realPrograms({
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      // Use npm's own cache, although HOME is another folder.
      npm_config_cache: process.env.npm_config_cache ?? join(process.env.HOME ?? home, '.npm'),
      ASK_SHARE_USAGE: 'false',
      ASK_LWA_TOKEN_HOST: url,
      ASK_SMAPI_SERVER_BASE_URL: url,
    });
    const real: Dependencies = {
      ...amazon.dependencies,
      programs: { cdk: amazon.dependencies.programs.cdk, ask, askInteractive },
    };
    return {
      real,
      said: amazon.said,
      run: (...args: string[]) => deploy(readOptions('deploy', args, {}), real),
    };
  }

  it('creates the skill once, uploads its package, waits for its models and enables it', async () => {
    const { run, real } = dependencies();
    await run();
    expect(alexa.asked).toEqual([
      'GET /v1/vendors',
      'GET /v1/skills',
      'POST /v1/skills',
      `GET /v1/skills/${NEW_SKILL}/status`,
      `GET /v1/skills/${NEW_SKILL}/stages/development/manifest`,
      'POST /v1/skills/uploads',
      'PUT /upload',
      `POST /v1/skills/${NEW_SKILL}/imports`,
      'GET /v1/skills/imports/import-1',
      `GET /v1/skills/${NEW_SKILL}/status`,
      `PUT /v1/skills/${NEW_SKILL}/stages/development/enablement`,
    ]);
    const zip = alexa.uploaded?.toString('latin1') ?? '';
    expect(zip.startsWith('PK')).toBe(true);
    for (const path of ['skill.json', 'interactionModels/custom/en-GB.json', 'assets/images/icon-512.png'])
      expect(zip).toContain(path);

    alexa.asked.length = 0;
    await deploy(readOptions('deploy', [], {}), real);
    expect(alexa.asked).not.toContain('POST /v1/skills');
    expect(alexa.asked).toContain(`POST /v1/skills/${NEW_SKILL}/imports`);
  });

  it('finds the skill if the connection is cut before Alexa answers that she created it', async () => {
    alexa.losing = true;
    const { run, said } = dependencies();
    await run();
    expect(alexa.asked.filter((one) => one === 'POST /v1/skills')).toHaveLength(1);
    expect(said).toContainEqual(expect.stringContaining('The answer was lost'));
    expect(alexa.asked).toContain(`POST /v1/skills/${NEW_SKILL}/imports`);
  });

  it('stops with a sentence if nobody has logged in', async () => {
    rmSync(join(home, '.ask', 'cli_config'));
    await expect(dependencies().run()).rejects.toMatchObject({
      code: 'login',
      message: expect.stringMatching(/^There is no login/),
    });
    writeFileSync(join(home, '.ask', 'cli_config'), '{"profiles":{}}');
    await expect(dependencies().run()).rejects.toMatchObject({
      code: 'login',
      message: expect.stringMatching(/^There is no login/),
    });
  });

  it('stops with a sentence if the login is no longer accepted', async () => {
    alexa.loginAccepted = false;
    await expect(dependencies().run()).rejects.toMatchObject({
      code: 'login',
      message: expect.stringMatching(/no longer accepts this login/),
    });
  });

  it.each([
    [401, 'login'],
    [403, 'not-allowed'],
    [404, 'no-skill'],
    [400, 'failed'],
  ])('stops with a sentence if Alexa refuses with %i', async (status, code) => {
    alexa.refusing = status;
    await expect(dependencies().run()).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^[A-Z].*\.$/),
    });
    expect(alexa.asked).toEqual(['GET /v1/vendors']);
  });

  it('stops with a sentence if Alexa does not answer', async () => {
    await expect(dependencies('http://127.0.0.1:9').run()).rejects.toMatchObject({ code: 'unreachable' });
  });
});

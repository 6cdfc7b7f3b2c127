import { describe, expect, it } from 'vitest';
import {
  EXAMPLE_SKILL_ID,
  givenIn,
  leftOut,
  REGIONS,
  readSettings,
  SettingsError,
} from '../../infra/settings.ts';

const SKILL_ID = 'amzn1.ask.skill.12345678-90ab-cdef-1234-567890abcdef';
const OTHER_SKILL_ID = 'amzn1.ask.skill.ffffffff-90ab-cdef-1234-567890abcdef';

function settings(context: Record<string, unknown>, environment: NodeJS.ProcessEnv = {}) {
  return readSettings((name) => context[name], environment);
}

function refusal(context: Record<string, unknown>, environment: NodeJS.ProcessEnv = {}): string {
  try {
    settings(context, environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'nothing was refused';
}

describe('the skill id', () => {
  it('is read from the context, or else from the environment', () => {
    expect(settings({ skillId: SKILL_ID }, { SKILL_ID: OTHER_SKILL_ID }).skillId).toBe(SKILL_ID);
    expect(settings({}, { SKILL_ID }).skillId).toBe(SKILL_ID);
  });

  it('is required, and the error says where to find it and how to give it', () => {
    for (const nothing of [{}, { skillId: '' }]) {
      expect(refusal(nothing)).toContain('`npm run deploy` creates the skill');
      expect(refusal(nothing)).toContain('-c skillId=<id>');
    }
  });

  it('is an example only if that is asked for and no id is given', () => {
    expect(settings({ exampleSkill: 'true' }).skillId).toBe(EXAMPLE_SKILL_ID);
    expect(settings({ exampleSkill: 'true', skillId: SKILL_ID }).skillId).toBe(SKILL_ID);
    expect(settings({ exampleSkill: 'true' }, { SKILL_ID }).skillId).toBe(SKILL_ID);
    expect(refusal({ exampleSkill: 'false' })).toContain('skillId: expected the id of your skill');
  });

  it.each(['our-check-in', `${SKILL_ID}0`, SKILL_ID.toUpperCase(), `${SKILL_ID}\n`, 'amzn1.ask.skill.*'])(
    'is refused if it is %j',
    (skillId) => {
      expect(refusal({ skillId })).toMatch(/^skillId: expected amzn1\.ask\.skill\./);
    },
  );
});

describe('the region', () => {
  it.each(REGIONS)('can be %s', (region) => {
    expect(settings({ skillId: SKILL_ID, region }).region).toBe(region);
    expect(settings({ skillId: SKILL_ID }, { CDK_DEFAULT_REGION: region }).region).toBe(region);
  });

  it('is us-east-1 by default', () => {
    expect(settings({ skillId: SKILL_ID }).region).toBe('us-east-1');
  });

  it.each(['eu-central-1', 'us-east-2', 'cn-north-1', 'US-EAST-1', 'nowhere'])(
    'cannot be %s, which Alexa does not call',
    (region) => {
      const sentence = `region: expected one that Alexa can call (${REGIONS.join(', ')}), found "${region}"`;
      expect(refusal({ skillId: SKILL_ID, region })).toContain(sentence);
      expect(refusal({ skillId: SKILL_ID }, { CDK_DEFAULT_REGION: region })).toContain(sentence);
    },
  );
});

describe('the other settings', () => {
  it('have defaults: logs for 30 days, no reserved concurrency, no address for alarms', () => {
    expect(settings({ skillId: SKILL_ID })).toMatchObject({
      logRetentionDays: 30,
      reservedConcurrency: undefined,
      alarmEmail: undefined,
    });
  });

  it('are read from text, as `-c` gives them, and from numbers, as cdk.json does', () => {
    for (const [logRetentionDays, reservedConcurrency] of [
      ['7', '20'],
      [7, 20],
    ])
      expect(
        settings({ skillId: SKILL_ID, logRetentionDays, reservedConcurrency, alarmEmail: 'ops@example.org' }),
      ).toMatchObject({ logRetentionDays: 7, reservedConcurrency: 20, alarmEmail: 'ops@example.org' });
  });

  it.each(['0', '-1', '31', '7.5', 'for ever', 'Infinity', '1e1'])(
    'do not accept logs for %s days',
    (days) => {
      expect(refusal({ skillId: SKILL_ID, logRetentionDays: days })).toMatch(/^logRetentionDays: expected/);
    },
  );

  it.each(['0', '-1', '1.5', 'many', '9'.repeat(20)])(
    'do not accept a concurrency of %s',
    (reservedConcurrency) => {
      expect(refusal({ skillId: SKILL_ID, reservedConcurrency })).toMatch(/^reservedConcurrency: expected/);
    },
  );

  it('watch for quiet and ignore alarms only if that is asked for', () => {
    expect(settings({ skillId: SKILL_ID })).toMatchObject({ quietHours: undefined, ignoreAlarms: false });
    expect(settings({ skillId: SKILL_ID, quietHours: '6', ignoreAlarms: 'yes' })).toMatchObject({
      quietHours: 6,
      ignoreAlarms: true,
    });
    expect(settings({ skillId: SKILL_ID, quietHours: 168 }).quietHours).toBe(168);
  });

  it.each(['0', '169', '1.5', 'a day'])('do not accept a quiet of %s hours', (quietHours) => {
    expect(refusal({ skillId: SKILL_ID, quietHours })).toMatch(
      /^quietHours: expected a whole number, from 1 to 168, found/,
    );
  });

  it.each(['no', 'true', 'Errors'])('do not accept to ignore alarms %s', (ignoreAlarms) => {
    expect(refusal({ skillId: SKILL_ID, ignoreAlarms })).toMatch(/^ignoreAlarms: expected yes/);
  });

  it.each(['nobody', '@', 'a b@example.org'])('do not accept the address %j for alarms', (alarmEmail) => {
    expect(refusal({ skillId: SKILL_ID, alarmEmail })).toMatch(/^alarmEmail: expected/);
  });
});

describe('an existing table', () => {
  const key = 'arn:aws:kms:us-east-1:210987654321:key/12345678-90ab-cdef-1234-567890abcdef';

  it('is used with its key', () => {
    expect(settings({ skillId: SKILL_ID, table: 'Households-1', tableKey: key }).existing).toEqual({
      name: 'Households-1',
      key,
    });
    expect(settings({ skillId: SKILL_ID }).existing).toBeUndefined();
  });

  it.each([
    [{ table: 'Households-1' }, /expected both or neither.*describe-table/],
    [{ tableKey: key }, /expected both or neither/],
    [
      { table: 'arn:aws:dynamodb:us-east-1:210987654321:table/Households', tableKey: key },
      /^table: .*not its ARN/,
    ],
    [{ table: 'Households-1', tableKey: 'alias/mine' }, /^tableKey: expected the ARN of a key in us-east-1/],
    [
      { table: 'Households-1', tableKey: key, region: 'eu-west-1' },
      /^tableKey: expected the ARN of a key in eu-west-1/,
    ],
  ])('is refused as %j', (context, sentence) => {
    expect(refusal({ skillId: SKILL_ID, ...context })).toMatch(sentence);
  });
});

describe('the settings that were given', () => {
  const all = { alarmEmail: 'a=b@example.org', logRetentionDays: 7, reservedConcurrency: 20, quietHours: 6 };

  it('are noted as they are typed, without those that are as by default', () => {
    expect(givenIn(settings({ skillId: SKILL_ID }))).toBe('none');
    expect(givenIn(settings({ skillId: SKILL_ID, logRetentionDays: 30, ignoreAlarms: 'yes' }))).toBe('none');
    expect(givenIn(settings({ skillId: SKILL_ID, ...all }))).toBe(
      '-c alarmEmail=a=b@example.org -c logRetentionDays=7 -c reservedConcurrency=20 -c quietHours=6',
    );
  });

  it('are missed one by one', () => {
    const before = givenIn(settings({ skillId: SKILL_ID, ...all }));
    expect(leftOut(before, Object.keys(all))).toEqual([]);
    expect(leftOut(before, [])).toEqual([
      expect.stringMatching(/^alarmEmail was a=b@example\.org .*nobody gets a mail/),
      expect.stringMatching(/^logRetentionDays was 7 .*kept for 30 days/),
      expect.stringMatching(/^reservedConcurrency was 20 .*only the limit of the account/),
      expect.stringMatching(/^quietHours was 6 .*no alarm sounds if requests stop/),
    ]);
  });

  it.each(['none', '', '-c region=eu-west-1', '-c toString=1', '-c alarmEmail'])(
    'are none if an output of the stack is %j',
    (before) => expect(leftOut(before, [])).toEqual([]),
  );
});

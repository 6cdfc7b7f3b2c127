/** A household with something in it that cannot be read locks nobody out, and can always be forgotten by voice. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../lambda/conversation/model/household.ts';
import type { LineKey } from '../../lambda/conversation/model/lines.ts';
import {
  encodeAppreciation,
  encodeHousehold,
  encodeQuestion,
  type Item,
} from '../../lambda/household/codec.ts';
import { TABLE_NAME } from '../../simulator/database/database.ts';
import { clientOf } from '../household/database-table.ts';
import { aHousehold, anAppreciation, aPlace, aQuestion, aRecord, idAt } from '../household/records.ts';
import { type SkillOnDatabase, skillOn, skillOnDatabase } from '../skill.ts';
import { fakeServices } from './alexa-services.ts';
import { anEcho, EVENING } from './envelopes.ts';
import { aKitchen, type Logged, recordingLog } from './kitchen.ts';
import { expectKindSpeech, isHeard } from './responses.ts';

const YES = 'AMAZON.YesIntent';
const MINUTE = 60_000;

let real: SkillOnDatabase;
let couples = 0;
beforeAll(async () => {
  real = await skillOnDatabase();
});
afterAll(() => real.close());

/** Ana and Bo, with a household that was stored an hour ago with this change, and with other items. */
async function couple({
  household = {},
  change = {},
  others = [],
}: {
  household?: Parameters<typeof aHousehold>[0];
  change?: Item;
  others?: Item[];
}) {
  couples += 1;
  const user = `amzn1.ask.account.ODD-${couples}`;
  const { id } = aKitchen({ user });
  const now = EVENING - 60 * MINUTE;
  const record = aRecord({
    household: aHousehold({ since: now, ...household }),
    running: null,
    version: now,
  });
  const place = aPlace({ began: now, touched: now });
  const client = clientOf(real.database.endpoint);
  const items = [
    { sk: { S: 'household' }, ...encodeHousehold({ ...record, place }, now), ...change },
    ...others,
  ];
  for (const item of items)
    await client.send(
      new PutItemCommand({ TableName: TABLE_NAME, Item: { pk: { S: `household#${id}` }, ...item } }),
    );
  client.destroy();
  const logged: Logged[] = [];
  const echo = anEcho(skillOn(real.store, recordingLog(logged), fakeServices()), { user });
  return { echo, id, logged };
}

const unreadable: [string, Item, LineKey][] = [
  ['of a newer schema', { schema: { N: '99' } }, 'store.newer'],
  ['of an older schema', { schema: { N: '1' } }, 'store.unreachable'],
  ['with a broken body', { body: { S: '[' } }, 'store.unreachable'],
  ['without a version', { version: { NULL: true } }, 'store.unreachable'],
];

describe.each(unreadable)('a household %s', (_what, change, key) => {
  it('is left as it is, and they are told', async () => {
    const { echo } = await couple({ change });
    expect(isHeard(await echo.launch(), key)).toBe(true);
  });

  it.each(['the intent', 'the words'])('is forgotten by voice, after a question, with %s', async (how) => {
    const { echo, id } = await couple({ change });
    await (how === 'the intent' ? echo.say('ForgetUsIntent') : echo.words('please forget us'));
    expect(echo.stateId()).toBe('forget.us');
    const done = await echo.say(YES);
    expect(isHeard(done, 'forget.us-done')).toBe(true);
    expect(await real.store.load(id, EVENING)).toBeNull();
    await echo.launch();
    expect(echo.stateId()).toMatch(/^names\.a/);
  });

  it('stays after a no, and nothing is written', async () => {
    const { echo, id } = await couple({ change });
    await echo.say('ForgetUsIntent');
    const answer = await echo.say('AMAZON.NoIntent');
    expect(isHeard(answer, 'forget.stays')).toBe(true);
    await expect(real.store.load(id, EVENING)).rejects.toThrow();
  });
});

describe('a store that does not answer', () => {
  it.each(['throttled', 'unreachable', 'newer-schema'] as const)(
    'is no wall for a cry for help (%s)',
    async (code) => {
      const { echo, store } = aKitchen();
      store.failNext(code, 1, ['load']);
      await echo.words('i want to kill myself');
      expect(echo.stateId()).toMatch(/^support/);
      expect(store.everything()).toBe('[[],[],[]]');
    },
  );
});

describe('a time zone that Node.js does not know', () => {
  let setting: Awaited<ReturnType<typeof couple>>;
  beforeEach(async () => {
    setting = await couple({ household: { zone: 'Mars/Olympus_Mons', appreciated: EVENING - 30 * MINUTE } });
  });

  it('is no wall: it is counted, and asked for again', async () => {
    const { echo, id, logged } = setting;
    expectKindSpeech(await echo.launch());
    expect(echo.stateId()).toBe('carry-on');
    expect(logged).toContainEqual({
      level: 'warn',
      message: 'time zone skipped',
      fields: { operation: 'settings', code: 'unknown-zone', household: id },
    });
    await echo.say(YES);
    expect((await real.store.load(id, EVENING))?.household.zone).toBe('Europe/Berlin');
  });

  it.each([
    ['RecapIntent', /^(recap\.none|closed)$/],
    ['RemindIntent', /^remind\./],
    ['DontSaveIntent', /^closed$/],
    ['ForgetUsIntent', /^forget\.us$/],
  ])('leaves %s working', async (intent, asked) => {
    const { echo, logged } = setting;
    expectKindSpeech(await echo.say(intent));
    expect(echo.stateId()).toMatch(asked);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('an appreciation whose time has passed', () => {
  it('is neither sent nor read out, though it is still stored', async () => {
    const at = EVENING - 2 * 86_400_000;
    const one = anAppreciation({ id: idAt(at), at, day: dayOf(at) });
    const { echo } = await couple({
      household: { since: at },
      others: [
        {
          sk: { S: `appreciation#${one.day}#${one.id}` },
          ...encodeAppreciation(one),
          expiresAt: { N: String(EVENING / 1000 - 1) },
        },
      ],
    });
    expect(isHeard(await echo.words('send us our appreciations'), 'send.none')).toBe(true);
    await echo.say('RecapIntent');
    expect(echo.stateId()).toBe('recap.none');
  });
});

describe('a question that cannot be read', () => {
  it('is left out and counted, and the others are asked and sent', async () => {
    const good = aQuestion({ at: EVENING - MINUTE, id: idAt(EVENING - MINUTE) });
    const item = (id: string): Item => ({ sk: { S: `question#${id}` }, ...encodeQuestion({ ...good, id }) });
    const { echo, id, logged } = await couple({
      others: [item(good.id), { ...item(idAt(EVENING)), text: { NULL: true } }],
    });
    await echo.words('send us our appreciations');
    expect(echo.stateId()).toBe('send');
    const sent = await echo.say(YES);
    expect(JSON.stringify(sent.response.card)).toContain('what makes you laugh');
    expect(logged).toContainEqual({
      level: 'warn',
      message: 'questions skipped',
      fields: { operation: 'questions', code: 'skipped-malformed', skipped: 1, household: id },
    });
  });

  it('whose time has passed is not sent', async () => {
    const long = EVENING - 401 * 86_400_000;
    const old = aQuestion({ at: long, id: idAt(long) });
    const { echo } = await couple({
      household: { since: long },
      others: [{ sk: { S: `question#${old.id}` }, ...encodeQuestion(old) }],
    });
    const answer = await echo.words('send us our appreciations');
    expect(isHeard(answer, 'send.none')).toBe(true);
  });
});

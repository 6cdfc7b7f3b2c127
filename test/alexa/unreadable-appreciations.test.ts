/** A stored appreciation that cannot be read is skipped and counted, and everything else goes on. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LogFields } from '../../lambda/alexa/log.ts';
import { DAY, dayOf } from '../../lambda/conversation/model/household.ts';
import { encodeAppreciation, type Item } from '../../lambda/household/codec.ts';
import { householdId } from '../../lambda/household/identity.ts';
import type { HouseholdId } from '../../lambda/household/store.ts';
import { userIdOf } from '../../simulator/cloud/identity.ts';
import { TABLE_NAME } from '../../simulator/database/database.ts';
import { createEcho, type Echo } from '../../simulator/device/echo.ts';
import { clientOf } from '../household/database-table.ts';
import { aHousehold, anAppreciation, aRecord, idAt } from '../household/records.ts';
import { model } from '../model.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';

const START = new Date('2026-11-22T19:00:00Z');
const HOUR = 3_600_000;

/** What may be wrong with a stored item, and the code that is logged. */
const unreadable: readonly [string, Item, string][] = [
  ['without a text', { text: { NULL: true } }, 'skipped-malformed'],
  ['with an empty text', { text: { S: '' } }, 'skipped-malformed'],
  ['without an author', { from: { NULL: true } }, 'skipped-malformed'],
  ['by somebody else', { from: { S: 'c' } }, 'skipped-malformed'],
  ['with a number for a text', { text: { N: '7' } }, 'skipped-malformed'],
  ['with a moment in words', { at: { S: 'xylophone' } }, 'skipped-malformed'],
  ['with a moment beyond all dates', { at: { N: '1e17' } }, 'skipped-malformed'],
  ['with a day that is none', { day: { S: '2026-02-31' } }, 'skipped-malformed'],
  ['with the day of another key', { day: { S: '2026-11-01' } }, 'skipped-malformed'],
  ['of a newer schema', { schema: { N: '99' } }, 'skipped-newer-schema'],
];

let real: SkillOnDatabase;
let logged: { message: string; fields: LogFields }[] = [];
let couples = 0;

beforeAll(async () => {
  const note = (message: string, fields: LogFields): void => {
    logged.push({ message, fields });
  };
  real = await skillOnDatabase({ info: note, warn: note, error: note });
});
afterAll(() => real.close());

describe.each(unreadable)('an appreciation %s', (_what, change, code) => {
  let echo: Echo;
  let id: HouseholdId;

  /** Ana and Bo of two weeks ago, with a sentence of each, and between them one that cannot be read. */
  beforeEach(async () => {
    const { store, skill, database, services } = real;
    couples += 1;
    const user = `couple-${couples}`;
    id = householdId(userIdOf(user));
    const now = START.getTime();
    const household = aHousehold({ since: now - 14 * DAY, appreciated: now - HOUR });
    await store.save(id, { ...aRecord({ household, place: null }), running: null }, null, now);
    const client = clientOf(database.endpoint);
    for (const [index, from] of (['a', 'b', 'a'] as const).entries()) {
      const at = now - (3 - index) * HOUR;
      const one = anAppreciation({ id: idAt(at), at, day: dayOf(at), from, text: `the xylophone ${index}` });
      await client.send(
        new PutItemCommand({
          TableName: TABLE_NAME,
          Item: {
            pk: { S: `household#${id}` },
            sk: { S: `appreciation#${one.day}#${one.id}` },
            ...encodeAppreciation(one),
            ...(index === 1 ? change : {}),
          },
        }),
      );
    }
    client.destroy();
    logged = [];
    echo = createEcho({
      handler: skill,
      model,
      database,
      services,
      user,
      seed: 1,
      start: START,
      strict: true,
    });
  });

  /** What is heard after these lines. */
  async function hears(...lines: string[]): Promise<string> {
    let heard = '';
    for (const line of lines) heard = (await echo.line(line))?.spoken ?? '';
    return heard;
  }

  it('is skipped in the recap, and counted without its words', async () => {
    const heard = await hears('alexa, ask our checkin to play our weekly recap', 'yes');
    expect(heard.match(/the xylophone \d/gu)).toEqual(['the xylophone 0', 'the xylophone 2']);
    const skipped = logged.filter(({ message }) => message === 'appreciations skipped');
    expect(skipped.map(({ fields }) => fields)).toContainEqual({
      operation: 'appreciations',
      code,
      skipped: 1,
      household: id,
    });
    expect(JSON.stringify(logged)).not.toContain('xylophone');
  });

  it('is no wall at the beginning', async () => {
    expect(await hears('alexa, open our check in')).toMatch(/appreciat/u);
    expect(await hears('yes')).toContain('the xylophone 2');
  });

  it('is no wall for sending the others', async () => {
    expect(await hears('alexa, tell our checkin to send us our appreciations', 'yes')).toMatch(/card/u);
  });

  it('is no wall for taking back the newest', async () => {
    expect(await hears('alexa, tell our checkin take that back')).toContain('the xylophone 2');
    expect(await hears('yes')).toMatch(/deleted/u);
  });

  it('is no wall for forgetting: everything goes, and it too', async () => {
    await hears('alexa, tell our checkin forget what ana said', 'yes');
    expect(await hears('alexa, ask our checkin to play our weekly recap', 'yes')).not.toContain('xylophone');
    await hears('alexa, tell our checkin forget us', 'yes');
    expect(logged.filter(({ message }) => message === 'store failed')).toEqual([]);
    expect(await real.store.load(id, START.getTime())).toBeNull();
    const of = { from: 0, to: START.getTime(), confirmedFrom: { a: 0, b: 0 }, after: null, limit: 9 };
    expect(await real.store.appreciations(id, { ...of, newest: false, now: 0 })).toEqual({
      page: [],
      next: null,
    });
  });
});

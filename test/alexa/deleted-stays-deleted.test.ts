/** A household that is deleted stays deleted against every request that is older, and a new one begins at once. */
import type { RequestEnvelope } from 'ask-sdk-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDynamoStore } from '../../lambda/household/dynamo-store.ts';
import type { HouseholdStore } from '../../lambda/household/store.ts';
import { type Table, tableInMemory } from '../household/database-table.ts';
import { skillOn } from '../skill.ts';
import { anaAndBo, answer, until } from './couple.ts';
import { anEcho, type Echo, skillDisabled, throughJson } from './envelopes.ts';
import { aKitchen, type Kitchen } from './kitchen.ts';

const YES = 'AMAZON.YesIntent';
const others = { a: 'Cyd', b: 'Dee', thanks: anaAndBo.thanks };

async function forget(echo: Echo): Promise<void> {
  await echo.say('ForgetUsIntent');
  await echo.say(YES);
}

/** The last request of an Echo, to deliver it again. */
function lastOf(echo: Echo): RequestEnvelope {
  const last = echo.exchanges.at(-1)?.request;
  if (last === undefined) throw new Error('expected a request');
  return throughJson(last);
}

const nothing = ({ store, id }: Kitchen) => [store.record(id), store.kept(id), store.asked(id)];
const NOTHING = [null, [], []];

describe('two who were forgotten', () => {
  it("are not brought back by the second one's yes that is delivered again", async () => {
    const kitchen = aKitchen();
    const { echo, skill } = kitchen;
    await until(echo, /consent\.b/);
    await echo.say(YES);
    const consent = lastOf(echo);
    await forget(echo);
    await skill(consent);
    expect(nothing(kitchen)).toEqual(NOTHING);
  });

  it('are not brought back by any request of their evening that is delivered again', async () => {
    const kitchen = aKitchen();
    const { echo, skill } = kitchen;
    await until(echo, /^closed$/);
    await echo.say('RenameIntent', { name: 'Annie' });
    await echo.words('remind us every sunday at seven');
    await echo.say(YES);
    await echo.words('thank you for the soup you made');
    await echo.say(YES);
    await echo.say(YES);
    await forget(echo);
    for (const { request } of echo.exchanges) {
      await skill(throughJson(request));
      expect(nothing(kitchen)).toEqual(NOTHING);
    }
  });

  it('are not brought back by a first save in flight while they are forgotten on another speaker', async () => {
    for (let lead = 0; lead < 12; lead += 1) {
      const kitchen = aKitchen();
      const { echo, skill } = kitchen;
      await until(echo, /consent\.b/);
      const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
      await bedroom.say('ForgetUsIntent');
      const saving = echo.say(YES);
      for (let turn = 0; turn < lead; turn += 1) await Promise.resolve();
      await Promise.all([saving, bedroom.say(YES)]);
      expect([lead, ...nothing(kitchen)]).toEqual([lead, ...NOTHING]);
    }
  });

  it('are not brought back by a first save in flight while the skill is disabled', async () => {
    for (let lead = 0; lead < 12; lead += 1) {
      const kitchen = aKitchen();
      const { echo, skill } = kitchen;
      await until(echo, /consent\.b/);
      const at = echo.now + 1000;
      const saving = echo.say(YES);
      for (let turn = 0; turn < lead; turn += 1) await Promise.resolve();
      await Promise.all([saving, skill(skillDisabled(undefined, at))]);
      expect([lead, ...nothing(kitchen)]).toEqual([lead, ...NOTHING]);
    }
  });

  it('are not brought back by a session whose first save had failed', async () => {
    const kitchen = aKitchen();
    const { echo, skill, store } = kitchen;
    await until(echo, /consent\.b/);
    store.failNext('throttled', 1, ['save']);
    await echo.say(YES);
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
    await forget(bedroom);
    echo.now = bedroom.now;
    await answer(echo);
    expect(echo.stateId()).toBe('closed');
    await echo.end();
    expect(nothing(kitchen)).toEqual(NOTHING);
  });

  it('are not brought back by a session that was asking for their yes meanwhile', async () => {
    const kitchen = aKitchen();
    const { echo, skill } = kitchen;
    await until(echo, /consent\.b/);
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
    await forget(bedroom);
    echo.now = bedroom.now + 1000;
    await echo.say(YES);
    expect(echo.stateId()).toBe('closed');
    expect(nothing(kitchen)).toEqual(NOTHING);
  });

  it('are forgotten though another household has begun since they were asked, once they say so again', async () => {
    const kitchen = aKitchen();
    const { echo, skill, store, id } = kitchen;
    await until(echo, /talk\.a$/);
    await echo.say('ForgetUsIntent');
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
    await forget(bedroom);
    await until(bedroom, /talk\.a$/, others);
    await echo.say(YES);
    expect(echo.stateId()).toBe('forget.us');
    expect(store.record(id)?.household.names).toEqual({ a: 'Cyd', b: 'Dee' });
    await echo.say(YES);
    expect(nothing(kitchen)).toEqual(NOTHING);
  });

  it('are forgotten on two speakers that began with them at once', async () => {
    const kitchen = aKitchen();
    const { echo, skill } = kitchen;
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now + 500 });
    await until(echo, /consent\.b/);
    await until(bedroom, /consent\.b/);
    await Promise.all([echo.say(YES), bedroom.say(YES)]);
    await forget(echo);
    expect(nothing(kitchen)).toEqual(NOTHING);
  });

  it('can begin anew at once, and what they say then is kept', async () => {
    const kitchen = aKitchen();
    const { echo, store, id } = kitchen;
    await until(echo, /talk\.a$/);
    await forget(echo);
    await until(echo, /^closed$/, others);
    expect(store.record(id)?.household.names).toEqual({ a: 'Cyd', b: 'Dee' });
    expect(store.kept(id)).toHaveLength(2);
  });
});

describe('two who began anew', () => {
  it('are neither changed nor forgotten by an older request that is delivered again', async () => {
    const { echo, skill, store, id } = aKitchen();
    await until(echo, /appreciate\.a\.confirm$/);
    await echo.say(YES);
    await echo.say('AMAZON.StopIntent');
    await echo.say('RenameIntent', { name: 'Annie' });
    await echo.words('thank you for the soup you made');
    await echo.say(YES);
    await echo.say(YES);
    await forget(echo);
    const before = echo.exchanges.map(({ request }) => throughJson(request));
    await until(echo, /talk\.a$/, others);
    await echo.say('AMAZON.StopIntent');
    const stored = () => [store.record(id), store.kept(id), store.asked(id)];
    const anew = stored();
    for (const request of before) {
      // What opens a session is a new wish, whenever it comes.
      if (request.session?.new === true) continue;
      await skill(request);
      expect(stored()).toEqual(anew);
    }
  });
});

describe('the table, after a deletion', () => {
  let table: Table;
  beforeAll(async () => {
    table = await tableInMemory();
  });
  afterAll(() => table.close());

  it('holds a mark without a name, which time to live takes', async () => {
    const store: HouseholdStore = createDynamoStore({ client: table.storeClient, table: table.name });
    const echo = anEcho(skillOn(store), { user: 'amzn1.ask.account.MARKED' });
    await until(echo, /appreciate\.b\.confirm$/);
    await echo.say(YES);
    await echo.say('AMAZON.StopIntent');
    const at = echo.now;
    const { id } = aKitchen({ user: 'amzn1.ask.account.MARKED' });
    expect(await table.items(id)).toHaveLength(3);
    await echo.say('ForgetUsIntent');
    await echo.say(YES);
    const items = await table.items(id);
    expect(items).toEqual([
      {
        pk: { S: `household#${id}` },
        sk: { S: 'household' },
        schema: { N: expect.any(String) },
        forgotten: { N: expect.any(String) },
        expiresAt: { N: expect.any(String) },
      },
    ]);
    expect(Number(items[0]?.expiresAt?.N) * 1000).toBeLessThan(at + 8 * 86_400_000);
  });
});

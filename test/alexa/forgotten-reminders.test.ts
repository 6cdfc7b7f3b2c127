/** "Forget us" cancels every reminder that Alexa has of this skill, whether or not anything stored knows of it. */
import { describe, expect, it } from 'vitest';
import type { LineKey } from '../../lambda/conversation/model/lines.ts';
import { until } from './couple.ts';
import { anEcho, type Echo } from './envelopes.ts';
import { aKitchen, type Kitchen } from './kitchen.ts';
import { isHeard, opensMicrophone } from './responses.ts';

const YES = 'AMAZON.YesIntent';

/** Ana and Bo, who stopped in the middle of their first check-in. */
async function met(): Promise<Kitchen> {
  const kitchen = aKitchen();
  await until(kitchen.echo, /talk\.a$/);
  await kitchen.echo.say('AMAZON.StopIntent');
  kitchen.echo.now += 3_600_000;
  return kitchen;
}

async function remind(echo: Echo): Promise<void> {
  await echo.say('RemindIntent', { day: 'sunday', time: '19:00' });
  await echo.say(YES);
}

/** How many reminders Alexa has of this skill. */
async function remindersIn({ services }: Kitchen): Promise<number> {
  const answer = await services.invoke({
    method: 'GET',
    url: 'https://api.amazonalexa.com/v1/alerts/reminders',
    headers: [],
  });
  return JSON.parse(answer.body ?? '{}').alerts.length;
}

describe('a reminder of two who are forgotten', () => {
  it('is cancelled if the household could not be saved after it was made', async () => {
    const kitchen = await met();
    const { echo, store, id } = kitchen;
    store.failNext('throttled', 2, ['save']);
    await remind(echo);
    store.heal();
    expect(store.record(id)?.household.reminder).toBeNull();
    expect(await remindersIn(kitchen)).toBe(1);
    await echo.launch();
    await echo.say('ForgetUsIntent');
    await echo.say(YES);
    expect(await remindersIn(kitchen)).toBe(0);
  });

  it('is cancelled if it was made and forgotten in one session', async () => {
    const kitchen = await met();
    const { echo } = kitchen;
    await echo.launch();
    await remind(echo);
    expect(await remindersIn(kitchen)).toBe(1);
    await echo.say('ForgetUsIntent');
    await echo.say(YES);
    expect(await remindersIn(kitchen)).toBe(0);
  });

  it('is cancelled if it was made on a second speaker between the question and the yes', async () => {
    const kitchen = await met();
    const { echo, skill } = kitchen;
    await echo.say('ForgetUsIntent');
    await remind(anEcho(skill, { device: 'bedroom', now: echo.now }));
    expect(await remindersIn(kitchen)).toBe(1);
    await echo.say(YES);
    expect(await remindersIn(kitchen)).toBe(0);
  });

  it('is cancelled if it is made on a second speaker while they are forgotten', async () => {
    for (let lead = 0; lead < 12; lead += 1) {
      const kitchen = await met();
      const { echo, skill, store, id } = kitchen;
      const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
      await bedroom.say('RemindIntent', { day: 'sunday', time: '19:00' });
      await echo.say('ForgetUsIntent');
      const making = bedroom.say(YES);
      for (let turn = 0; turn < lead * 4; turn += 1) await Promise.resolve();
      await Promise.all([making, echo.say(YES)]);
      expect([lead, store.record(id), await remindersIn(kitchen)]).toEqual([lead, null, 0]);
    }
  });

  it('is cancelled if they ask again after a deletion that was half done', async () => {
    const kitchen = await met();
    const { echo, store, id } = kitchen;
    await remind(echo);
    await echo.say('ForgetUsIntent');
    store.failAfter(1, ['forget']);
    await echo.say(YES);
    expect(store.record(id)).toBeNull();
    expect(await remindersIn(kitchen)).toBe(1);
    await echo.launch();
    await echo.say('ForgetUsIntent');
    await echo.say(YES);
    expect(await remindersIn(kitchen)).toBe(0);
  });

  it('is not looked for after a no', async () => {
    const kitchen = await met();
    kitchen.services.asked.length = 0;
    await kitchen.echo.say('ForgetUsIntent');
    await kitchen.echo.say('AMAZON.NoIntent');
    expect(kitchen.services.asked.filter(({ call }) => call.includes('/reminders'))).toEqual([]);
  });
});

describe('two who are forgotten while Alexa answers for their reminders', () => {
  it.each<[string, boolean, { statusCode: number; code?: string }, LineKey | null]>([
    ['no, and they had one', true, { statusCode: 401 }, 'forget.reminder-left'],
    ['nothing, and they had one', true, { statusCode: 503 }, 'forget.reminder-left'],
    ['no, and they had none', false, { statusCode: 401 }, null],
    ['nothing, and they had none', false, { statusCode: 503 }, 'forget.reminder-unknown'],
  ])('with %s are forgotten all the same, and hear what is true', async (_what, had, refusal, key) => {
    const kitchen = await met();
    const { echo, store, services, id } = kitchen;
    if (had) await remind(echo);
    await echo.say('ForgetUsIntent');
    services.refuse(refusal);
    const done = await echo.say(YES);
    expect(store.record(id)).toBeNull();
    expect(isHeard(done, 'forget.us-done')).toBe(true);
    expect(opensMicrophone(done)).toBe(false);
    for (const one of ['forget.reminder-left', 'forget.reminder-unknown'] as const)
      expect([one, isHeard(done, one)]).toEqual([one, one === key]);
  });

  it('and never allowed reminders leave no trace of that in the log', async () => {
    const { echo, services, logged } = await met();
    await echo.say('ForgetUsIntent');
    services.refuse({ statusCode: 401 });
    logged.length = 0;
    await echo.say(YES);
    expect(logged.map(({ level }) => level)).toEqual(['info']);
  });
});

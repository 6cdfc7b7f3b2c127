/** Voices are remembered after a yes, and used for one request alone, if Alexa is sure of them. */
import { describe, expect, it } from 'vitest';
import { until } from './couple.ts';
import { aKitchen, type Kitchen } from './kitchen.ts';

const ANA = { id: 'ANA', level: 300 };

async function met(): Promise<Kitchen> {
  const kitchen = aKitchen();
  await until(kitchen.echo, /talk\.a$/);
  await kitchen.echo.say('AMAZON.StopIntent');
  return kitchen;
}

async function learnt(): Promise<Kitchen> {
  const kitchen = await met();
  kitchen.echo.voice = ANA;
  await kitchen.echo.say('VoiceIntent', { name: 'Ana' });
  expect(kitchen.echo.stateId()).toBe('voice');
  await kitchen.echo.say('AMAZON.YesIntent');
  return kitchen;
}

describe('a voice', () => {
  it('that was learnt says whose an appreciation is, without a question', async () => {
    const { echo } = await learnt();
    await echo.words('thank you for the tea you made');
    expect(echo.stateId()).toBe('adding.confirm');
  });

  it.each([[null], [{ id: 'ANA', level: 200 }], [{ id: 'SOMEBODY', level: 300 }]])(
    'is not taken for hers when it is %j',
    async (voice) => {
      const { echo } = await learnt();
      echo.voice = voice;
      await echo.words('thank you for the tea you made');
      expect(echo.stateId()).toBe('adding.who@NamesIntent.name');
    },
  );

  it('counts for the request at hand only: the next one may be of the other', async () => {
    const { echo } = await learnt();
    await echo.say('MineIntent');
    expect(echo.stateId()).toBe('closed');
    echo.voice = null;
    await echo.say('MineIntent');
    expect(echo.stateId()).toBe('recap.who@NamesIntent.name');
  });

  it('is not learnt without a yes, and not asked about twice', async () => {
    const { echo, store, id } = await met();
    echo.voice = ANA;
    for (const stateId of ['voice', 'closed']) {
      await echo.words('thank you for the tea you made');
      await echo.say('AMAZON.YesIntent');
      await echo.say('AMAZON.YesIntent');
      expect(echo.stateId()).toBe(stateId);
      if (stateId === 'voice') await echo.say('AMAZON.NoIntent');
    }
    expect(store.record(id)?.household.voices).toEqual({ a: false, b: null });
  });

  it('is kept as a mark that tells nothing of it, another in every household', async () => {
    const one = await learnt();
    const mark = one.store.record(one.id)?.household.voices.a;
    expect(mark).toMatch(/^[0-9a-f]{10}$/);
    expect(one.store.everything()).not.toMatch(/amzn1\.ask\.person/);
    const other = aKitchen({ user: 'amzn1.ask.account.OTHERS' });
    await until(other.echo, /talk\.a$/);
    await other.echo.say('AMAZON.StopIntent');
    other.echo.voice = ANA;
    await other.echo.say('VoiceIntent', { name: 'Ana' });
    await other.echo.say('AMAZON.YesIntent');
    expect(other.store.record(other.id)?.household.voices.a).not.toBe(mark);
  });

  it('is forgotten at once', async () => {
    const { echo, store, id } = await learnt();
    await echo.say('ForgetVoiceIntent');
    expect(echo.stateId()).toBe('closed');
    expect(store.record(id)?.household.voices).toEqual({ a: null, b: null });
  });
});

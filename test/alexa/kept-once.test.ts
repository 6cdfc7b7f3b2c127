/** What is saved is saved once, if its own write works, that of the household fails, and they say it again. */
import { describe, expect, it } from 'vitest';
import { until } from './couple.ts';
import { anEcho } from './envelopes.ts';
import { aKitchen, type Kitchen } from './kitchen.ts';

const YES = 'AMAZON.YesIntent';
const HOUR = 3_600_000;
const texts = ({ store, id }: Kitchen): string[] => store.kept(id).map(({ text }) => text);

/** A power cut at a yes: it was stored, the household was not, and nobody heard an answer. */
async function powerCutAt({ echo, store }: Kitchen): Promise<void> {
  store.failNext('throttled', 9, ['save']);
  await echo.say(YES);
  store.heal();
}

describe('an appreciation that a step asks for', () => {
  it.each([1 / 60, 1, 20, 26])('is saved once if they go on after %f hours', async (hours) => {
    const kitchen = aKitchen();
    const { echo } = kitchen;
    await until(echo, /appreciate\.a\.confirm$/);
    await powerCutAt(kitchen);
    expect(texts(kitchen)).toEqual(['thank you for the tea you made']);
    echo.now += hours * HOUR;
    await echo.launch();
    await until(echo, /^closed$/);
    expect(texts(kitchen).toSorted()).toEqual(['I love how you listened', 'thank you for the tea you made']);
  });

  it('is saved once if they go on with it on another speaker, in the words of the second time', async () => {
    const kitchen = aKitchen();
    await until(kitchen.echo, /appreciate\.a\.confirm$/);
    await powerCutAt(kitchen);
    const bedroom = anEcho(kitchen.skill, { device: 'bedroom', now: kitchen.echo.now + HOUR });
    await bedroom.launch();
    const again = { a: 'Ana', b: 'Bo', thanks: { a: 'thank you for that tea', b: 'thank you for the song' } };
    await until(bedroom, /^closed$/, again);
    expect(texts(kitchen).toSorted()).toEqual(['thank you for that tea', 'thank you for the song']);
  });

  it('is in the recap of the day on which it was said, though its exercise began on the day before', async () => {
    const kitchen = aKitchen();
    const { echo } = kitchen;
    await until(echo, /appreciate\.a@/);
    echo.now += 20 * HOUR;
    await echo.launch();
    await until(echo, /^closed$/);
    expect(texts(kitchen)).toHaveLength(2);
    const heard = async (said: string): Promise<string> => {
      echo.now += HOUR;
      await echo.words(said);
      return echo.stateId();
    };
    expect(await heard('what did we appreciate yesterday')).not.toBe('recap.ask');
    expect(await heard('what did we appreciate today')).toBe('recap.ask');
  });

  it('stays if it takes the place of one that could not be deleted yet', async () => {
    const kitchen = aKitchen();
    const { echo, store } = kitchen;
    await until(echo, /appreciate\.a\.confirm$/);
    store.failAfter(1, ['keep']);
    store.failNext('throttled', 1, ['takeBack']);
    await echo.say(YES);
    await echo.words('thank you for the song you sang');
    store.failNext('throttled', 1, ['takeBack']);
    await echo.say(YES);
    store.heal();
    await until(echo, /^closed$/);
    expect(texts(kitchen).toSorted()).toEqual(['I love how you listened', 'thank you for the song you sang']);
  });
});

describe('a question of their own', () => {
  it('is saved once if they say it again, since they did not hear that it was saved', async () => {
    const kitchen = aKitchen();
    const { echo, store, id } = kitchen;
    await until(echo, /^closed$/);
    await echo.words('keep a question for us what makes you laugh');
    expect(echo.stateId()).toBe('own.confirm');
    await powerCutAt(kitchen);
    expect(store.asked(id)).toHaveLength(1);
    echo.now += HOUR;
    await echo.words('keep a question for us what makes you laugh');
    await echo.say(YES);
    expect(store.asked(id).map(({ text }) => text)).toEqual(['what makes you laugh']);
    await echo.words('keep a question for us what makes you cry');
    await echo.say(YES);
    expect(store.asked(id)).toHaveLength(2);
  });
});

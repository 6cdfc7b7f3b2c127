import { describe, expect, it } from 'vitest';
import type { Recalling } from '../../lambda/conversation/model/effect.ts';
import { until } from './couple.ts';
import { anEcho, type Echo, EVENING } from './envelopes.ts';
import { aKitchen, type Kitchen } from './kitchen.ts';
import { wordsOf } from './responses.ts';

/** A check-in in the kitchen, and what is said there. Then somebody turns saving off in the bedroom. */
async function afterTheBedroom(
  before: readonly string[],
  inTheBedroom: (bedroom: Echo) => Promise<unknown> = (bedroom) => bedroom.words(OFF),
): Promise<Kitchen> {
  const house = aKitchen();
  const { echo: kitchen, skill } = house;
  await until(kitchen, /talk\.a$/);
  for (const words of before) await kitchen.words(words);
  const bedroom = anEcho(skill, { device: 'bedroom', now: kitchen.now });
  await inTheBedroom(bedroom);
  kitchen.now = bedroom.now;
  return house;
}

const OFF = "don't save anything tonight";

const EVERYTHING: Recalling = {
  from: 0,
  to: EVENING + 86_400_000,
  confirmedFrom: { a: 0, b: 0 },
  after: null,
  limit: 10,
  newest: false,
  now: EVENING,
};

describe('what is changed on purpose while saving was turned off on another device', () => {
  it('is stored: a partner who is forgotten is forgotten', async () => {
    const { echo, store, id } = await afterTheBedroom(['forget Ana']);
    await echo.words('yes');
    const { names, erased } = store.record(id)?.household ?? {};
    expect(names).toEqual({ a: null, b: 'Bo' });
    expect(erased?.a).not.toBeNull();
  });

  it('is stored: a name that was changed', async () => {
    const { echo, store, id } = await afterTheBedroom([]);
    expect(wordsOf(await echo.words('change Ana to Anna'))).toContain('Anna');
    expect(store.record(id)?.household.names.a).toBe('Anna');
    expect(store.record(id)?.household.unsavedUntil).not.toBeNull();
  });

  it('is deleted, and marked as such before that: what one of them said', async () => {
    const { echo, store, id } = await afterTheBedroom(['forget what Ana said']);
    await echo.words('yes');
    expect(store.record(id)?.household.erased.a).not.toBeNull();
  });

  it('does not undo what was changed there, even once saving is on again', async () => {
    const { echo, store, id } = await afterTheBedroom([], async (bedroom) => {
      await bedroom.launch();
      await bedroom.words('change Ana to Anna');
      await bedroom.words(OFF);
    });
    await echo.words('yes');
    await echo.words('start saving again');
    expect(store.record(id)?.household.names).toEqual({ a: 'Anna', b: 'Bo' });
    expect(store.record(id)?.household.unsavedUntil).toBeNull();
  });
});

describe('an appreciation that was to be said differently', () => {
  it('stays as it was if saving was turned off elsewhere before the other one was saved', async () => {
    const said = [
      'save that Bo made soup',
      'from Ana',
      'yes',
      'let me say it differently',
      'Bo made the best bread',
    ];
    const { echo, store, id } = await afterTheBedroom(said);
    await echo.words('yes');
    const texts = (await store.appreciations(id, EVERYTHING)).page.map(({ text }) => text);
    expect(texts).toEqual(['Bo made soup']);
  });

  it('is replaced otherwise', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /talk\.a$/);
    for (const words of ['save that Bo made soup', 'from Ana', 'yes', 'let me say it differently'])
      await echo.words(words);
    await echo.words('Bo made the best bread');
    expect((await store.appreciations(id, EVERYTHING)).page).toHaveLength(1);
    await echo.words('yes');
    const texts = (await store.appreciations(id, EVERYTHING)).page.map(({ text }) => text);
    expect(texts).toEqual(['Bo made the best bread']);
  });
});

describe('an exercise on a night that is not saved', () => {
  it('leaves nothing behind of what they did that night', async () => {
    const { echo, store, id } = aKitchen();
    await until(echo, /talk\.a$/);
    await echo.words(OFF);
    expect(store.record(id)?.running).toBeNull();
    await echo.words('yes');
    await echo.words('stop');
    expect(store.record(id)).toMatchObject({ place: null, running: null });
  });
});

import { describe, expect, it } from 'vitest';
import { until } from './couple.ts';
import { anEcho, type Echo } from './envelopes.ts';
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

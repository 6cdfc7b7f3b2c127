/**
 * What is read out, sent or taken back if many appreciations are stored. "Nothing" and "all" are said only if they are
 * true.
 */
import type { ResponseEnvelope } from 'ask-sdk-model';
import { describe, expect, it } from 'vitest';
import { DAY, dayOf } from '../../lambda/conversation/model/household.ts';
import { anAppreciation, idAt } from '../household/records.ts';
import { until } from './couple.ts';
import { resolvedSlot } from './envelopes.ts';
import { aKitchen, type Kitchen } from './kitchen.ts';
import { isHeard, wordsOf } from './responses.ts';

const MINUTE = 60_000;

/** The numbers of the appreciations that were read out, in order. */
const readIn = (response: ResponseEnvelope): number[] =>
  [...wordsOf(response).matchAll(/kindness (\d+)\b/g)].map(([, number]) => Number(number));

/**
 * Ana and Bo some days after they met, with appreciations of these authors from the last minutes. They are numbered
 * from 0, the oldest first.
 */
async function keeping(authors: string): Promise<Kitchen> {
  const kitchen = aKitchen();
  const { echo, store, id } = kitchen;
  await until(echo, /talk\.a$/);
  await echo.say('AMAZON.StopIntent');
  echo.now += 2 * DAY;
  for (const [index, author] of [...authors].entries()) {
    const at = echo.now - (authors.length - index) * MINUTE;
    const [from, to] = author === 'a' ? (['a', 'b'] as const) : (['b', 'a'] as const);
    await store.keep(
      id,
      anAppreciation({ id: idAt(at), at, day: dayOf(at), from, to, text: `kindness ${index}` }),
    );
  }
  return kitchen;
}

/** Ana's appreciations were deleted, but only the moment of that was saved: her items are still stored. */
async function withAnasErased(kitchen: Kitchen): Promise<Kitchen> {
  const { echo, store, id } = kitchen;
  const before = store.kept(id).length;
  await echo.say('ForgetWordsIntent', { name: 'Ana' });
  store.failNext('unreachable', 1, ['erase']);
  await echo.say('AMAZON.YesIntent');
  await echo.say('AMAZON.StopIntent');
  expect(store.kept(id)).toHaveLength(before);
  return kitchen;
}

/** Says yes as long as there is more, and returns each reading. */
async function readToTheEnd({ echo }: Kitchen): Promise<ResponseEnvelope[]> {
  const readings = [await echo.say('AMAZON.YesIntent')];
  while (echo.stateId() === 'recap.more' && readings.length < 30)
    readings.push(await echo.say('AMAZON.YesIntent'));
  return readings;
}

const whatBoSaid = ({ echo }: Kitchen): Promise<ResponseEnvelope> =>
  echo.say('WhatTheySaidIntent', { name: 'Bo' });

describe('"what did Bo say"', () => {
  it.each([8, 40, 41, 42, 60])('is answered after %i of Ana', async (count) => {
    const kitchen = await keeping(`${'a'.repeat(count)}b`);
    await whatBoSaid(kitchen);
    expect(kitchen.echo.stateId()).toBe('recap.ask');
    const [read, ...more] = await readToTheEnd(kitchen);
    expect(more).toEqual([]);
    expect(read && readIn(read)).toEqual([count]);
    expect(read && isHeard(read, 'recap.all')).toBe(true);
  });

  it('says that those were all only after the last, however many of Ana lie between', async () => {
    const kitchen = await keeping(`bbbb${'a'.repeat(50)}bbbb${'a'.repeat(50)}b`);
    await whatBoSaid(kitchen);
    const readings = await readToTheEnd(kitchen);
    expect(readings.map(readIn)).toEqual([[0, 1, 2, 3], [54, 55, 56, 57], [108]]);
    expect(readings.map((read) => isHeard(read, 'recap.all'))).toEqual([false, false, true]);
  });

  it.each([4, 8, 16, 40, 41])('does not offer more than the %i that there are', async (count) => {
    const kitchen = await keeping('b'.repeat(count));
    await whatBoSaid(kitchen);
    const readings = await readToTheEnd(kitchen);
    expect(readings.flatMap(readIn)).toEqual(Array.from({ length: count }, (_, index) => index));
    expect(readings.map((read) => readIn(read).length)).not.toContain(0);
    expect(readings.map((read) => isHeard(read, 'recap.all')).indexOf(true)).toBe(readings.length - 1);
  });

  it('finds nothing if Bo said nothing', async () => {
    const kitchen = await keeping('a'.repeat(45));
    expect(isHeard(await whatBoSaid(kitchen), 'recap.none')).toBe(true);
  });
});

describe('the recap', () => {
  it.each([1, 4, 8, 9, 16])('reads each of %i once, and ends with the last', async (count) => {
    const kitchen = await keeping('ab'.repeat(count).slice(0, count));
    await kitchen.echo.say('RecapIntent');
    const readings = await readToTheEnd(kitchen);
    expect(readings.flatMap(readIn).toSorted((one, two) => one - two)).toEqual(
      Array.from({ length: count }, (_, index) => index),
    );
    expect(readings.map((read) => readIn(read).length)).not.toContain(0);
    expect(readings.map((read) => isHeard(read, 'recap.week')).indexOf(true)).toBe(readings.length - 1);
  });

  it('reads what follows a page of which everything is deleted', async () => {
    const kitchen = await withAnasErased(await keeping(`${'a'.repeat(30)}b`));
    await kitchen.echo.say('RecapIntent');
    expect(kitchen.echo.stateId()).toBe('recap.ask');
    const [read] = await readToTheEnd(kitchen);
    expect(read && readIn(read)).toEqual([30]);
    expect(read && isHeard(read, 'recap.week')).toBe(true);
  });

  it('says of each whose words of whom they are, and ends with one line and quiet', async () => {
    const kitchen = await keeping('ab');
    await kitchen.echo.say('RecapIntent');
    const read = await kitchen.echo.say('AMAZON.YesIntent');
    expect(wordsOf(read)).toMatch(/(Ana said of Bo|About Bo, Ana said): kindness 0\./);
    expect(wordsOf(read)).toMatch(/(Bo said of Ana|About Ana, Bo said): kindness 1\./);
    expect(isHeard(read, 'recap.week')).toBe(true);
    expect(read.response.shouldEndSession).toBe(true);
  });

  it('finds nothing if everything is deleted, or nothing was kept', async () => {
    const erased = await withAnasErased(await keeping('a'.repeat(30)));
    expect(isHeard(await erased.echo.say('RecapIntent'), 'recap.none')).toBe(true);
    const empty = await keeping('');
    expect(isHeard(await empty.echo.say('RecapIntent'), 'recap.none')).toBe(true);
  });
});

describe('"send us our appreciations"', () => {
  const sent = async ({ echo }: Kitchen): Promise<[ResponseEnvelope, number[]]> => {
    await echo.say('SendIntent');
    expect(echo.stateId()).toBe('send');
    const response = await echo.say('AMAZON.YesIntent');
    const { card } = response.response;
    const text = card?.type === 'Simple' ? (card.content ?? '') : '';
    return [response, [...text.matchAll(/kindness (\d+)\b/g)].map(([, number]) => Number(number))];
  };
  const numbers = (from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, index) => from + index);

  it.each([
    [39, 0, 'send.done'],
    [40, 0, 'send.done'],
    [41, 1, 'send.some'],
  ] as const)('of %i sends those from number %i on', async (count, first, key) => {
    const [response, card] = await sent(await keeping('ab'.repeat(count).slice(0, count)));
    expect(card).toEqual(numbers(first, count));
    expect(isHeard(response, key)).toBe(true);
  });

  it('sends all of Bo behind a page of which everything is deleted, and says that it is all', async () => {
    const kitchen = await withAnasErased(await keeping(`${'b'.repeat(40)}${'a'.repeat(45)}`));
    const [response, card] = await sent(kitchen);
    expect(card).toEqual(numbers(0, 40));
    expect(isHeard(response, 'send.done')).toBe(true);
  });

  it('says that there is more only if some of it may be sent', async () => {
    const kitchen = await withAnasErased(await keeping(`${'a'.repeat(5)}${'b'.repeat(40)}`));
    const [response, card] = await sent(kitchen);
    expect(card).toEqual(numbers(5, 45));
    expect(isHeard(response, 'send.done')).toBe(true);
  });

  it('finds nothing if everything is deleted', async () => {
    const { echo } = await withAnasErased(await keeping('a'.repeat(45)));
    expect(isHeard(await echo.say('SendIntent'), 'send.none')).toBe(true);
  });
});

describe('"take that back", out of the blue', () => {
  it('names the newest that may be heard, though many deleted ones are newer', async () => {
    const kitchen = await withAnasErased(await keeping(`b${'a'.repeat(45)}`));
    const { echo, store, id } = kitchen;
    await echo.say('TakeBackIntent');
    expect(echo.stateId()).toBe('take-back');
    await echo.say('AMAZON.YesIntent');
    expect(store.kept(id).map(({ from }) => from)).not.toContain('b');
  });
});

describe('the weekly check-in', () => {
  /** Chooses the weekly exercise instead of the check-in that they left, and goes on to its first question. */
  async function begun({ echo }: Kitchen): Promise<void> {
    await echo.say('ChooseIntent', { exercise: resolvedSlot('exercise', 'weekly', 'weekly') });
  }

  it('reads what follows a page of which everything is deleted', async () => {
    const kitchen = await withAnasErased(await keeping(`${'a'.repeat(30)}bb`));
    await begun(kitchen);
    expect(kitchen.echo.stateId()).toBe('weekly/recap');
    expect(readIn(await kitchen.echo.say('AMAZON.YesIntent'))).toEqual([30, 31]);
  });

  it('does not mention appreciations if all of them are deleted', async () => {
    const kitchen = await withAnasErased(await keeping('a'.repeat(30)));
    await begun(kitchen);
    expect(kitchen.echo.stateId()).toBe('weekly/went-well');
  });

  it.each([
    [5, true],
    [6, false],
    [9, false],
  ])('has heard the week after five of %i: %s', async (count, whole) => {
    const kitchen = await keeping('b'.repeat(count));
    await begun(kitchen);
    expect(readIn(await kitchen.echo.say('AMAZON.YesIntent'))).toEqual([0, 1, 2, 3, 4]);
    const heard = kitchen.store.record(kitchen.id)?.household.recap.heard;
    expect(heard === null).toBe(!whole);
  });
});

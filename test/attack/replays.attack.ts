/** Requests that are delivered twice, late, or in another order. */
import type { RequestEnvelope } from 'ask-sdk-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { throughJson } from '../alexa/envelopes.ts';
import { type Table, tableInMemory } from '../household/database-table.ts';
import { anEvening, type Evening, type Finding } from './evening.ts';
import { oneByOne } from './hands.ts';
import { onlyMark } from './nothing-readable.ts';
import { chanceOf, many } from './settings.ts';
import { aStage, type Stage } from './stage.ts';
import { storedOf } from './stored.ts';

let table: Table;
let undisturbed: Evening;
let requests: RequestEnvelope[];
beforeAll(async () => {
  table = await tableInMemory();
  const stage = aStage(table);
  undisturbed = await anEvening(stage);
  requests = stage.echo.exchanges.map(({ request }) => throughJson(request));
});
afterAll(() => table.close());

/** How many reminders they set in an evening. */
const REMINDERS = 1;

/**
 * The questions whose answer acts again if it is delivered after the evening: it begins the exercise, or saves the
 * sentence that was taken back since. What is stored does not tell that they did so before. Right after themselves they
 * change nothing.
 */
const ACTS_AGAIN: ReadonlySet<string> = new Set(['length', 'adding.confirm']);

function stateOf(event: unknown): string {
  return String((event as RequestEnvelope).session?.attributes?.stateId ?? '');
}

describe('an evening of which requests are delivered', () => {
  it.each(Array.from({ length: many(3, 25) }, (_, run) => run))(
    'late changes nothing, run %i',
    async (run) => {
      const chance = chanceOf(`late ${run}`);
      const stage = aStage(table);
      const { skill } = stage;
      const before: unknown[] = [];
      stage.skill = async (event, context) => {
        const response = await skill(event, context);
        if (!ACTS_AGAIN.has(stateOf(event))) before.push(throughJson(event));
        if (chance.often(0.5) && before.length > 0) await skill(throughJson(chance.pick(before)));
        return response;
      };
      const evening = await anEvening(stage);
      expect(evening.findings).toEqual([]);
      expect(evening.outcome).toEqual(undisturbed.outcome);
      expect(stage.services.alerts()).toBe(REMINDERS);
    },
  );

  it.each(['one after the other', 'at once'])('twice, %s, is the same evening', async (how) => {
    const stage = aStage(table);
    const { skill } = stage;
    const findings: Finding[] = [];
    stage.skill = async (event, context) => {
      if (how === 'at once') {
        stage.hand = oneByOne(chanceOf(`twice ${stage.calls}`));
        const [response] = await Promise.all([skill(event, context), skill(throughJson(event), context)]);
        return response;
      }
      const response = await skill(event, context);
      const once = JSON.stringify((await storedOf(stage)).items);
      await skill(throughJson(event), context);
      if (JSON.stringify((await storedOf(stage)).items) !== once)
        findings.push({ promise: 'doubled', where: `request ${stage.echo.exchanges.length}` });
      return response;
    };
    const evening = await anEvening(stage);
    expect([...evening.findings, ...findings]).toEqual([]);
    expect(evening.outcome).toEqual(undisturbed.outcome);
    // Alexa sets one for each of two requests that arrive at once. Forgetting cancels all that she knows.
    if (how !== 'at once') expect(stage.services.alerts()).toBe(REMINDERS);
  });

  it.each(Array.from({ length: many(3, 25) }, (_, run) => run))(
    'in another order doubles nothing, run %i',
    async (run) => {
      const chance = chanceOf(`order ${run}`);
      const stage = aStage(table);
      const order = swapped(requests, chance).map((request) => of(stage, request));
      for (const request of order) {
        await stage.skill(throughJson(request));
        const { appreciations, questions } = await storedOf(stage);
        const texts = [...appreciations, ...questions];
        expect(texts).toEqual([...new Set(texts)]);
      }
    },
  );

  it.each(Array.from({ length: many(2, 15) }, (_, run) => run))(
    'after they were forgotten brings nothing back, run %i',
    async (run) => {
      const chance = chanceOf(`forgotten ${run}`);
      const stage = aStage(table);
      await anEvening(stage);
      await stage.echo.say('ForgetUsIntent');
      await stage.echo.say('AMAZON.YesIntent');
      expect(onlyMark(await storedOf(stage))).toEqual([]);
      const said = stage.echo.exchanges.map(({ request }) => throughJson(request));
      for (let times = 0; times < said.length; times += 1) {
        const request = chance.pick(said);
        await stage.skill(request);
        expect(onlyMark(await storedOf(stage))).toEqual([]);
      }
    },
  );
});

/** The requests with every second one in the place of its neighbour, and some twice. */
function swapped(all: readonly RequestEnvelope[], chance: ReturnType<typeof chanceOf>): RequestEnvelope[] {
  const order = [...all];
  for (let at = 0; at + 1 < order.length; at += 1)
    if (chance.often(0.4))
      order.splice(at, 2, order[at + 1] as RequestEnvelope, order[at] as RequestEnvelope);
  return order.flatMap((request) => (chance.often(0.2) ? [request, request] : [request]));
}

/** A request of another household, as it would come from this one. */
function of({ user }: Stage, request: RequestEnvelope): RequestEnvelope {
  const theirs = request.context.System.user.userId;
  return JSON.parse(JSON.stringify(request).replaceAll(theirs, user)) as RequestEnvelope;
}

/** Two things at once: a save on one speaker, and a deletion on another or in the Alexa app. Chance decides the order of the calls. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../alexa/couple.ts';
import { skillDisabled } from '../alexa/envelopes.ts';
import { isHeard } from '../alexa/responses.ts';
import { type Table, tableInMemory } from '../household/database-table.ts';
import { anEvening } from './evening.ts';
import { oneByOne } from './hands.ts';
import { onlyMark } from './nothing-readable.ts';
import { type Chance, chanceOf, many } from './settings.ts';
import { aStage, open, type Stage } from './stage.ts';
import { storedOf } from './stored.ts';

let table: Table;
let exchanges: number;
beforeAll(async () => {
  table = await tableInMemory();
  exchanges = (await anEvening(aStage(table))).exchanges;
});
afterAll(() => table.close());

/** The evening was interrupted. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Plays an evening up to one of its requests, and lets something else happen at the same time as that. */
async function atOnce(
  stage: Stage,
  exchange: number,
  before: () => Promise<void>,
  other: () => Promise<unknown>,
  chance: Chance,
): Promise<void> {
  const { skill } = stage;
  let requests = 0;
  stage.skill = async (event, context) => {
    requests += 1;
    if (requests < exchange) return skill(event, context);
    stage.skill = skill;
    await before();
    stage.hand = oneByOne(chance);
    await Promise.all([skill(event, context), other()]);
    stage.hand = open;
    throw new Interrupted();
  };
  await anEvening(stage).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error;
  });
}

const YES = 'AMAZON.YesIntent';
const RUNS = many(1, 3);

/** Every exchange that is tried in a run. */
const exchangesOf = (run: number): number[] =>
  Array.from({ length: exchanges }, (_, index) => index + 1).filter(
    (one) => one % many(3, 1) === run % many(3, 1),
  );

describe('a household that is deleted while something else is saved', () => {
  it.each(['by voice', 'by voice, a little earlier', 'in the app', 'both'])(
    '%s stays deleted',
    async (how) => {
      let tried = 0;
      for (let run = 0; run < RUNS; run += 1)
        for (const exchange of exchangesOf(run)) {
          const chance = chanceOf(`${how} ${run} ${exchange}`);
          const stage = aStage(table);
          let bedroom = stage.another('bedroom');
          let existed = false;
          await atOnce(
            stage,
            exchange,
            async () => {
              existed = (await storedOf(stage)).record !== null;
              bedroom = stage.another('bedroom');
              await bedroom.say('ForgetUsIntent');
              // The two are in the same second, or the yes is the older one.
              bedroom.now = stage.echo.now + (how === 'by voice, a little earlier' ? -1000 : 1000);
            },
            () => {
              const disabled = () => stage.skill(skillDisabled(stage.user, stage.echo.now + 1000));
              if (how === 'in the app') return disabled();
              return how === 'both' ? Promise.all([bedroom.say(YES), disabled()]) : bedroom.say(YES);
            },
            chance,
          );
          tried += 1;
          // At an earlier time than the first save nothing is deleted, and what comes later is a beginning.
          if (!existed && how === 'by voice, a little earlier') continue;
          expect([exchange, ...onlyMark(await storedOf(stage))]).toEqual([exchange]);
          if (!existed) continue;
          for (let times = 0; times < 3 && !['', 'closed'].includes(stage.echo.stateId()); times += 1) {
            await stage.echo.say(YES);
            expect([exchange, ...onlyMark(await storedOf(stage))]).toEqual([exchange]);
          }
          await stage.echo.end();
          expect([exchange, ...onlyMark(await storedOf(stage))]).toEqual([exchange]);
        }
      console.log(`${tried} deletions at once with a save: ${how}`);
    },
  );
});

describe("a partner's words that are deleted while something else is saved", () => {
  it('stay deleted', async () => {
    let tried = 0;
    for (let run = 0; run < RUNS; run += 1)
      for (const exchange of exchangesOf(run)) {
        const stage = aStage(table);
        const bedroom = stage.another('bedroom');
        let [done, until] = [false, 0];
        await atOnce(
          stage,
          exchange,
          async () => {
            bedroom.now = stage.echo.now;
            await bedroom.say('ForgetWordsIntent', { name: 'Ana' });
            bedroom.now = stage.echo.now + 1000;
            until = bedroom.now;
          },
          async () => {
            done = isHeard(await bedroom.say(YES), 'forget.words-done');
          },
          chanceOf(`words ${run} ${exchange}`),
        );
        if (!done) continue;
        tried += 1;
        const { items } = await storedOf(stage);
        const left = items.filter(({ from, at }) => from?.S === 'a' && Number(at?.N) <= until);
        expect([exchange, left.length]).toEqual([exchange, 0]);
      }
    expect(tried).toBeGreaterThan(0);
    console.log(`${tried} deletions of one partner's words at once with a save`);
  });
});

describe('two speakers that go on at once', () => {
  it('double nothing, and leave what can be read', async () => {
    let tried = 0;
    for (let run = 0; run < RUNS; run += 1)
      for (const exchange of exchangesOf(run)) {
        const stage = aStage(table);
        const bedroom = stage.another('bedroom');
        await atOnce(
          stage,
          exchange,
          async () => {
            bedroom.now = stage.echo.now;
            await bedroom.launch();
          },
          () => answer(bedroom),
          chanceOf(`both ${run} ${exchange}`),
        );
        tried += 1;
        for (let times = 0; times < 3; times += 1) await Promise.all([answer(stage.echo), answer(bedroom)]);
        const { appreciations, questions } = await storedOf(stage);
        const texts = [...appreciations, ...questions];
        expect([exchange, ...texts]).toEqual([exchange, ...new Set(texts)]);
      }
    console.log(`${tried} evenings on two speakers`);
  });
});

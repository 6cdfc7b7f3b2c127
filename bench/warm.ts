/**
 * What a reply costs in a function that runs already. A couple goes through a check-in of twenty minutes in its own words.
 * The database is not counted: the store is the one in memory of the tests.
 */
import type { Skill } from '../lambda/alexa/skill.ts';
import { answer } from '../test/alexa/couple.ts';
import { anEcho, type Echo } from '../test/alexa/envelopes.ts';
import { median } from './cold/starts.ts';

/** What a reply costs. */
export interface Warm {
  /** Milliseconds of CPU for a reply: the mean over a check-in, and of those the median. */
  cpu: number;
  /** Bytes of JSON: the mean and the most of the responses without their attributes, and of the attributes. */
  response: Bytes;
  attributes: Bytes;
}

interface Bytes {
  mean: number;
  most: number;
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value ?? null));
const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
const bytesOf = (all: readonly number[]): Bytes => ({
  mean: Math.round(mean(all)),
  most: all.reduce((most, one) => Math.max(most, one), 0),
});

/**
 * Plays a check-in once, and then answers the same requests again and again, each time in a household that is new.
 *
 * @param aSkill - on a store of its own
 * @param rounds - that are counted
 * @param before - rounds that are not: V8 goes on compiling for about so long, which is some thousand replies
 */
export async function warm(aSkill: () => Skill, rounds: number, before: number): Promise<Warm> {
  const echo = anEcho(aSkill());
  await echo.launch();
  for (let exchanges = 0; exchanges < 60 && echo.stateId() !== 'closed'; exchanges += 1)
    await inOwnWords(echo);
  const requests = echo.exchanges.map(({ request }) => JSON.stringify(request));

  const spent: number[] = [];
  for (let round = -before; round < rounds; round += 1) {
    const skill = aSkill();
    const parsed = requests.map((request) => JSON.parse(request));
    const from = process.cpuUsage();
    for (const request of parsed) await skill(request);
    const { user, system } = process.cpuUsage(from);
    if (round >= 0) spent.push((user + system) / 1000 / parsed.length);
  }
  const responses = echo.exchanges.map(({ response }) => response);
  return {
    cpu: median(spent),
    response: bytesOf(responses.map(({ response }) => bytes(response))),
    attributes: bytesOf(responses.map(({ sessionAttributes }) => bytes(sessionAttributes))),
  };
}

/** As Alexa passes on most of what is said: the words themselves. */
async function inOwnWords(echo: Echo): Promise<unknown> {
  const asked = echo.stateId();
  if (asked.startsWith('names.') || asked.includes('@') || asked === 'length') return answer(echo);
  return echo.words('yes we are');
}

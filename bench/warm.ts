/**
 * What a reply costs in a function that runs already: a couple goes through whole check-ins of twenty minutes, in its own
 * words, and the CPU time, the bytes of the response and those of the session attributes of each reply are taken. The
 * database is not counted: the store is the one in memory of the tests.
 */
import type { ResponseEnvelope } from 'ask-sdk-model';
import type { Skill } from '../lambda/alexa/skill.ts';
import { answer } from '../test/alexa/couple.ts';
import { anEcho } from '../test/alexa/envelopes.ts';

/** What a reply costs. */
export interface Warm {
  replies: number;
  /** Milliseconds of CPU for a reply: the mean over a check-in, of the check-in with the median. */
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
 * Plays check-ins.
 *
 * @param aSkill - for each of them
 * @param checkIns - that are counted, after the first few, in which V8 compiles
 */
export async function warm(aSkill: () => Skill, checkIns: number, before = 10): Promise<Warm> {
  const each: number[] = [];
  const responses: ResponseEnvelope[] = [];
  for (let at = -before; at < checkIns; at += 1) {
    const spent: number[] = [];
    const skill = aSkill();
    const echo = anEcho(
      async (event, context) => {
        const from = process.cpuUsage();
        const response = await skill(event, context);
        const { user, system } = process.cpuUsage(from);
        spent.push((user + system) / 1000);
        if (at === 0) responses.push(response);
        return response;
      },
      { user: `amzn1.ask.account.BENCH-${at}` },
    );
    await echo.launch();
    for (let exchanges = 0; exchanges < 60 && echo.stateId() !== 'closed'; exchanges += 1)
      await inOwnWords(echo);
    if (at >= 0) each.push(mean(spent));
  }
  const sorted = each.toSorted((one, two) => one - two);
  return {
    replies: responses.length,
    cpu: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    response: bytesOf(responses.map(({ response }) => bytes(response))),
    attributes: bytesOf(responses.map(({ sessionAttributes }) => bytes(sessionAttributes))),
  };
}

/** As Alexa passes on most of what is said: the words themselves. */
async function inOwnWords(echo: ReturnType<typeof anEcho>): Promise<unknown> {
  const asked = echo.stateId();
  if (asked.startsWith('names.') || asked.includes('@') || asked === 'length') return answer(echo);
  return echo.words('yes we are');
}

/** Malformed and foreign requests, sent to the handler that Lambda calls. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { householdId } from '../../lambda/household/identity.ts';
import { until } from '../alexa/couple.ts';
import { anEcho, skillDisabled, skillEvent } from '../alexa/envelopes.ts';
import { type Came, wrongIn } from './answers.ts';
import type { Finding } from './evening.ts';
import { type Json, oddOf } from './odd.ts';
import { type RealHandler, theRealHandler } from './real-handler.ts';
import { chanceOf, many } from './settings.ts';

const [USER, OTHER] = ['amzn1.ask.account.ODD', 'amzn1.ask.account.OTHER'];
const BATCHES = 20;
const EACH = many(75, 1400);

let real: RealHandler;
let requests: Json[];
let others: string;
beforeAll(async () => {
  real = await theRealHandler();
  // Alexa's services are those of this machine in every request.
  const skill = (event: unknown) => real.handler(here(event));
  const echo = anEcho(skill, { user: USER });
  await until(echo, /^closed$/);
  echo.now += 3_600_000;
  for (const words of ['thank you for the soup you made', 'keep a question for us what makes you laugh']) {
    await echo.words(words);
    for (let times = 0; times < 2; times += 1) await echo.say('AMAZON.YesIntent');
  }
  await echo.words('remind us every sunday at seven in the evening');
  await echo.permission('ACCEPTED', true);
  await echo.soundError();
  await echo.end('ERROR');
  requests = [
    ...echo.exchanges.map(({ request }) => request),
    skillDisabled(USER, echo.now),
    skillEvent(
      { type: 'AlexaSkillEvent.SkillPermissionChanged', body: { acceptedPermissions: [] } },
      { user: USER },
    ),
    skillEvent({ type: 'AlexaSkillEvent.SkillPermissionAccepted' }, { user: USER }),
  ].map((request) => here(request) as Json);
  const neighbour = anEcho(skill, { user: OTHER });
  await until(neighbour, /^closed$/);
  others = JSON.stringify(await real.table.items(householdId(OTHER)));
});
afterAll(() => real.close());

function here(event: unknown): unknown {
  return JSON.parse(JSON.stringify(event).replaceAll('https://api.amazonalexa.com', real.services));
}

async function came(request: Json): Promise<Came> {
  real.database.take();
  const came: Partial<Came> = await real.handler(request).then(
    (answered) => ({ answered }),
    (thrown: unknown) => ({ thrown: thrown ?? 'nothing' }),
  );
  const { requests } = real.database.take();
  return { ...came, requests: Object.values(requests).reduce((sum, count) => sum + count, 0) };
}

describe('a request that Alexa would not send', () => {
  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))(
    'gets a response or a typed refusal, batch %i',
    async (batch) => {
      const chance = chanceOf(`malformed ${batch}`);
      const findings: (Finding & { number: number })[] = [];
      let refused = 0;
      real.printed();
      for (let number = 0; number < EACH; number += 1) {
        const what = await came(oddOf(chance.pick(requests), chance));
        if (what.thrown !== undefined) refused += 1;
        findings.push(...wrongIn(what).map((finding) => ({ number, ...finding })));
      }
      const apologies = real.printed().split('"message":"unexpected"').length - 1;
      console.log(`${EACH} odd requests: ${refused} refused, ${apologies} answered with an apology`);
      expect(findings).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect('polluted' in {}).toBe(false);
    },
  );

  it('changes nothing of another household', async () => {
    expect(JSON.stringify(await real.table.items(householdId(OTHER)))).toBe(others);
  });

  it.each(['a text', 'a number', 'nothing', 'a list', 'a deep list'])('may be %s', async (which) => {
    let deep: Json = [];
    for (let level = 0; level < 5000; level += 1) deep = [deep];
    const value = {
      'a text': 'x'.repeat(1_000_000),
      'a number': 5,
      nothing: null,
      'a list': [],
      'a deep list': deep,
    };
    expect(wrongIn(await came(value[which as keyof typeof value]))).toEqual([]);
  });
});

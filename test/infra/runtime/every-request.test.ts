/**
 * Every kind of request that Alexa sends is answered, and anything else is refused. Nothing of a request's words, names
 * and ids is in the log.
 */
import { readFileSync } from 'node:fs';
import type { RequestEnvelope } from 'ask-sdk-model';
import { beforeAll, describe, expect, it } from 'vitest';
import { KNOWN } from '../../../lambda/alexa/envelope.ts';
import { SKILL_ID } from '../../../simulator/cloud/identity.ts';
import { type Couple, until } from '../../alexa/couple.ts';
import { anEcho, anEnvelope, EVENING, type Said } from '../../alexa/envelopes.ts';
import { wordsOf } from '../../alexa/responses.ts';
import { anAsset, answered, logOf, nodes, quick, skillIn, whySkipped } from './asset.ts';
import type { Runtime } from './start-runtime.ts';
import { withoutServices } from './without-services.ts';

const { interactionModel: model } = JSON.parse(
  readFileSync(new URL('../../../interaction-models/en-US.json', import.meta.url), 'utf8'),
) as { interactionModel: { languageModel: { intents: { name: string; slots?: { name: string }[] }[] } } };

/** Part of every word, name and id below, so no line of the log may contain it. */
const MARKER = /zebra/i;
const USER = 'amzn1.ask.account.ZEBRA';
const DEVICE = 'zebra-kitchen';
const couple: Couple = {
  a: 'Zebra',
  b: 'Zebrabel',
  thanks: { a: 'the zebra you drew', b: 'how you tamed a zebra' },
};

type Asked = Readonly<{ type: string }> & Readonly<Record<string, unknown>>;

/** Every kind of request except intents, whether the answer has speech, and whether it comes without a session. */
const requests: [request: Asked, spoken: boolean, session?: 'no session'][] = [
  [{ type: 'LaunchRequest' }, true],
  [{ type: 'SessionEndedRequest', reason: 'USER_INITIATED' }, false],
  [{ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' }, false],
  [
    {
      type: 'SessionEndedRequest',
      reason: 'ERROR',
      error: { type: 'INVALID_RESPONSE', message: 'a zebra in the response' },
    },
    false,
  ],
  ...([undefined, 'no session'] as const).map((session): (typeof requests)[number] => [
    {
      type: 'System.ExceptionEncountered',
      error: { type: 'INVALID_RESPONSE', message: 'a zebra in the response' },
      cause: { requestId: 'zebra-request' },
    },
    false,
    ...(session === undefined ? ([] as const) : ([session] as const)),
  ]),
  [
    {
      type: 'Alexa.Presentation.APLA.RuntimeError',
      token: 'zebra-token',
      errors: [{ type: 'AUDIO_SOURCE_ERROR', reason: 'UNKNOWN_ERROR', message: 'zebra.mp3' }],
    },
    true,
  ],
  [
    {
      type: 'Alexa.Presentation.APL.RuntimeError',
      token: 'zebra-token',
      errors: [{ type: 'RENDER_ERROR', reason: 'UNKNOWN_ERROR', message: 'zebra' }],
    },
    false,
  ],
  [{ type: 'Alexa.Presentation.APL.UserEvent', token: 'zebra-token', arguments: ['zebra'] }, true],
  ...['ACCEPTED', 'DENIED', 'NOT_ANSWERED'].map((status): (typeof requests)[number] => [
    {
      type: 'Connections.Response',
      name: 'AskFor',
      status: { code: '200', message: 'OK' },
      payload: { permissionScope: 'alexa::alerts:reminders:skill:readwrite', status, isCardThrown: false },
      token: 'zebra-token',
    },
    true,
  ]),
  [{ type: 'AlexaSkillEvent.SkillDisabled' }, false, 'no session'],
  ...['SkillPermissionAccepted', 'SkillPermissionChanged'].map((event): (typeof requests)[number] => [
    {
      type: `AlexaSkillEvent.${event}`,
      body: { acceptedPermissions: [{ scope: 'zebra::permission' }], acceptedPersonPermissions: [] },
    },
    false,
    'no session',
  ]),
];

const titled = ([asked, spoken, session]: (typeof requests)[number]) => {
  const { type, reason, payload } = asked as { type: string; reason?: string; payload?: { status?: string } };
  const title = [type, reason, payload?.status].filter((word) => word !== undefined).join(' ');
  return { title, asked, spoken, session };
};

function envelopeOf(request: Asked, session?: 'no session'): RequestEnvelope {
  const whole = withoutServices(
    anEnvelope({
      request: {
        requestId: 'zebra-request',
        timestamp: new Date(EVENING).toISOString(),
        locale: 'en-US',
        ...request,
      },
      session: { id: 'zebra-session', isNew: true, attributes: {} },
      user: USER,
      device: DEVICE,
      voice: { id: 'ZEBRA', level: 300 },
    }),
  );
  if (session === undefined) return whole;
  const { session: _, ...without } = whole;
  return without as RequestEnvelope;
}

const good = envelopeOf({ type: 'LaunchRequest' });
const { context, request, ...rest } = good;
const forAnother = { ...context.System, application: { applicationId: 'amzn1.ask.skill.ZEBRA' } };
const refused: [what: string, event: unknown, code: string][] = [
  ['nothing', null, 'malformed-request'],
  ['an empty object', {}, 'malformed-request'],
  ['a string', 'zebra', 'malformed-request'],
  ['a number', 7, 'malformed-request'],
  ['a list', [good], 'malformed-request'],
  ['an event of another service', { Records: [{ body: 'zebra' }] }, 'malformed-request'],
  ['a request without a context', { ...rest, request }, 'malformed-request'],
  ['a request without a session', { ...good, session: undefined }, 'malformed-request'],
  [
    'a request of no known time',
    { ...good, request: { ...request, timestamp: 'zebra' } },
    'malformed-request',
  ],
  [
    'an intent without a name',
    { ...good, request: { ...request, type: 'IntentRequest', intent: { zebra: 1 } } },
    'malformed-request',
  ],
  ['another kind of request', { ...good, request: { ...request, type: 'Zebra.Request' } }, 'unknown-request'],
  [
    'a request that is meant for another skill',
    { ...good, context: { ...context, System: forAnother } },
    'wrong-skill',
  ],
];

/** Three states in which each intent is tried: before anything is known, at the question for a name, and in a turn. */
const moments: [when: string, asked: RegExp | null][] = [
  ['in a new session', null],
  ['when it is asked for a name', /^names\.a/],
  ['in a turn', /talk\.a$/],
];

const asset = anAsset();

it('the requests of this test are all kinds of requests that the skill accepts', () => {
  const asked = requests.map(([{ type }]) => type);
  expect([...new Set([...asked, 'IntentRequest'])].sort()).toEqual([...KNOWN].sort());
});

describe.skipIf(quick).each(nodes)(`the asset on Node.js $version${whySkipped}`, ({ node, version }) => {
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await asset.on(node);
  });

  const aKitchen = (run: string) =>
    anEcho(skillIn(runtime), { user: `${USER}.${version}.${run}`, device: DEVICE, run: `${version}-${run}` });

  it.each(requests.map(titled))('answers $title', async ({ asked, spoken, session }) => {
    const response = answered(await runtime.invoke(envelopeOf(asked, session)));
    expect(response.version).toBe('1.0');
    expect(wordsOf(response) !== '').toBe(spoken);
  });

  it.each(moments)('answers every intent of the model %s', async (when, asked) => {
    for (const { name, slots = [] } of model.languageModel.intents) {
      const echo = aKitchen(`${when}-${name}`);
      if (asked !== null) await until(echo, asked, couple);
      const said: Said = Object.fromEntries(slots.map((slot) => [slot.name, couple.a]));
      const response = await echo.say(name, said);
      expect(response.version, name).toBe('1.0');
      expect(typeof response.response.shouldEndSession, name).toBe('boolean');
      // Answers the question that follows, whichever it is.
      if (echo.stateId() !== 'closed') await echo.say('AMAZON.YesIntent');
    }
  });

  it('answers intents while the table fails', async () => {
    for (const fault of ['throttle', 'down'] as const) {
      const echo = aKitchen(fault);
      await until(echo, /appreciate\.a@/, couple);
      asset.database.fail(fault, 2);
      await echo.words(couple.thanks.a);
      asset.database.fail(fault, 2);
      expect(wordsOf(await echo.say('AMAZON.YesIntent'))).not.toBe('');
    }
    expect(logOf(runtime).filter(({ message }) => message === 'store failed')).not.toEqual([]);
  });

  it.each(refused)('refuses %s, and answers the next request', async (_what, event, code) => {
    expect(await runtime.invoke(event)).toMatchObject({
      ok: false,
      during: 'invoke',
      errorType: 'RequestRefused',
      errorMessage: expect.stringMatching(`^${code}: `),
    });
    expect(wordsOf(answered(await runtime.invoke(good)))).not.toBe('');
  });

  it('reports a deletion that failed as an error, so that Alexa tries again, and answers the next request', async () => {
    // The store tries twice, so both attempts fail.
    asset.database.fail('down', 2);
    const disabled = envelopeOf({ type: 'AlexaSkillEvent.SkillDisabled' }, 'no session');
    expect(await runtime.invoke(disabled)).toMatchObject({
      ok: false,
      during: 'invoke',
      errorType: 'StoreError',
    });
    answered(await runtime.invoke(disabled));
  });

  it('did all of this in one process', () => {
    expect(runtime.coldStarts).toBe(1);
  });

  it('has logged only JSON, and none of the words, names and ids of the requests', () => {
    const lines = logOf(runtime);
    expect(lines.length).toBeGreaterThan(model.languageModel.intents.length);
    for (const line of lines)
      expect(line).toMatchObject({ level: expect.stringMatching(/^(INFO|WARN|ERROR)$/) });
    const logged = runtime.logs().join('\n');
    expect(logged).not.toMatch(MARKER);
    expect(logged).not.toContain('amzn1');
    expect(logged).not.toContain(SKILL_ID);
  });
});

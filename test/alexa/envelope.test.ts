import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { RequestRefused } from '../../lambda/alexa/errors.ts';
import { createSkill } from '../../lambda/alexa/skill.ts';
import { contentFor } from '../../lambda/content/locales.ts';
import type { HouseholdStore } from '../../lambda/household/store.ts';
import { SKILL_ID } from '../../simulator/cloud/identity.ts';
import { english } from '../skill.ts';
import { anEnvelope, throughJson } from './envelopes.ts';
import { type Logged, recordingLog } from './kitchen.ts';

const never = (operation: string) => () => {
  throw new AssertionError({ message: `${operation}: expected no call for a request that is refused` });
};

function untouchable(): HouseholdStore {
  return {
    load: never('load'),
    save: never('save'),
    keep: never('keep'),
    keepQuestion: never('keepQuestion'),
    questions: never('questions'),
    takeBack: never('takeBack'),
    appreciations: never('appreciations'),
    erase: never('erase'),
    forget: never('forget'),
  };
}

type Json = { [name: string]: Json } | Json[] | string | number | boolean | null;

function aLaunch(): { [name: string]: Json } {
  const request = {
    type: 'LaunchRequest',
    requestId: 'request-1',
    timestamp: '2026-11-22T19:00:00Z',
    locale: 'en-US',
  };
  const session = { id: 'session-1', isNew: true, attributes: {} };
  return throughJson(
    anEnvelope({ request, session, user: 'amzn1.zebra-marker', device: 'kitchen' }),
  ) as never;
}

const anIntent = (): { [name: string]: Json } =>
  changed(aLaunch(), 'request', {
    type: 'IntentRequest',
    requestId: 'request-1',
    timestamp: '2026-11-22T19:00:00Z',
    locale: 'en-US',
    intent: { name: 'AMAZON.YesIntent', confirmationStatus: 'NONE', slots: {} },
  });

const aTouch = (): { [name: string]: Json } =>
  changed(aLaunch(), 'request', {
    type: 'Alexa.Presentation.APL.UserEvent',
    requestId: 'request-1',
    timestamp: '2026-11-22T19:00:00Z',
    locale: 'en-US',
    token: 'request-0',
    arguments: ['yes'],
  });

/** The envelope with another value at a path; undefined removes it. */
function changed(envelope: { [name: string]: Json }, path: string, value: Json | undefined) {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at: { [name: string]: Json } = envelope;
  for (const name of names) at = at[name] as { [name: string]: Json };
  if (value === undefined) delete at[last];
  else at[last] = value;
  return envelope;
}

async function refusalOf(event: unknown): Promise<{ error: unknown; logged: Logged[] }> {
  const logged: Logged[] = [];
  const skill = createSkill(SKILL_ID, {
    store: untouchable(),
    log: recordingLog(logged),
    answerWithin: 7_000,
    apiClient: { invoke: never('a service of Alexa') },
    language: (locale) => {
      if (contentFor(locale).locale !== 'en-US') throw new Error('not prepared');
      return english;
    },
  });
  const error: unknown = await skill(event).then(
    (response) => `answered with ${JSON.stringify(response)}`,
    (thrown: unknown) => thrown,
  );
  return { error, logged };
}

async function expectRefused(event: unknown, code: string): Promise<void> {
  const { error, logged } = await refusalOf(event);
  expect(error).toBeInstanceOf(RequestRefused);
  expect(error).toMatchObject({ code });
  expect(String(error)).not.toContain('zebra');
  expect(logged).toEqual([{ level: 'warn', message: 'refused', fields: { code } }]);
}

describe('a request for another skill', () => {
  it('is refused before anything is read', async () => {
    await expectRefused(
      changed(aLaunch(), 'context.System.application.applicationId', 'amzn1.ask.skill.other'),
      'wrong-skill',
    );
  });

  it('is refused as such even if its kind is unknown', async () => {
    const other = changed(aLaunch(), 'context.System.application.applicationId', 'amzn1.ask.skill.other');
    await expectRefused(changed(other, 'request.type', 'Other.Request'), 'wrong-skill');
  });

  it('is refused when it asks to forget a household', async () => {
    const other = changed(aLaunch(), 'context.System.application.applicationId', '');
    await expectRefused(changed(other, 'request.type', 'AlexaSkillEvent.SkillDisabled'), 'wrong-skill');
  });
});

describe('a request that is malformed is refused before anything is read', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'zebra-marker'],
    ['a list', []],
    ['an empty object', {}],
    ['without a version', changed(aLaunch(), 'version', undefined)],
    ['without a context', changed(aLaunch(), 'context', undefined)],
    ['without a skill id', changed(aLaunch(), 'context.System.application', undefined)],
    ['without a user', changed(aLaunch(), 'context.System.user', undefined)],
    ['with an empty user id', changed(aLaunch(), 'context.System.user.userId', '')],
    ['with a user id that is a number', changed(aLaunch(), 'context.System.user.userId', 5)],
    ['without a request', changed(aLaunch(), 'request', undefined)],
    ['without a type', changed(aLaunch(), 'request.type', undefined)],
    ['without a request id', changed(aLaunch(), 'request.requestId', undefined)],
    ['without a time', changed(aLaunch(), 'request.timestamp', undefined)],
    ['with a time that is none', changed(aLaunch(), 'request.timestamp', 'zebra-marker')],
    ['an intent request without an intent', changed(anIntent(), 'request.intent', undefined)],
    ['an intent without a name', changed(anIntent(), 'request.intent', {})],
    ['an intent request without a session', changed(anIntent(), 'session', undefined)],
    ['an intent request with a session that is null', changed(anIntent(), 'session', null)],
    ['an intent whose slots are no object', changed(anIntent(), 'request.intent.slots', 'zebra-marker')],
    [
      'an intent whose slot is null',
      changed(anIntent(), 'request.intent', { name: 'AppreciationIntent', slots: { appreciation: null } }),
    ],
    [
      'an intent whose slot value is a number',
      changed(anIntent(), 'request.intent', {
        name: 'AppreciationIntent',
        slots: { appreciation: { value: 5 } },
      }),
    ],
    ['a touch without a session', changed(aTouch(), 'session', undefined)],
    ['a touch whose arguments are no list', changed(aTouch(), 'request.arguments', 'zebra-marker')],
    ['a touch whose token is a number', changed(aTouch(), 'request.token', 5)],
    ['a launch without a session', changed(aLaunch(), 'session', undefined)],
    ['a launch with a session that is null', changed(aLaunch(), 'session', null)],
    ['a launch whose locale is a number', changed(aLaunch(), 'request.locale', 5)],
  ])('%s', async (_what, event) => {
    await expectRefused(event, 'malformed-request');
  });
});

describe('a kind of request this skill never asked for is refused before anything is read', () => {
  it.each([
    'CanFulfillIntentRequest',
    'AudioPlayer.PlaybackStarted',
    'AlexaSkillEvent.SkillEnabled',
    'Alexa.Presentation.APL.LoadIndexListData',
    'launchrequest',
    'toString',
    '',
  ])('%s', async (type) => {
    await expectRefused(changed(aLaunch(), 'request.type', type), 'unknown-request');
  });
});

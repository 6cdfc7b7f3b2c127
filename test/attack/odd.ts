/** Requests that Alexa would not send: a field of a real one is missing, or has a value that nobody expects there. */
import type { Chance } from './settings.ts';

/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const MUCH = 'é'.repeat(500_000);
const nested = (depth: number): Json => {
  let inner: Json = 'in the middle';
  for (let level = 0; level < depth; level += 1) inner = level % 2 === 0 ? [inner] : { inner };
  return inner;
};
const DEEP = nested(2000);

/** Values that nobody expects. Those of a megabyte are rare, because they take long. */
const SMALL: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e21,
  Number.MAX_VALUE,
  9_007_199_254_740_992,
  '',
  ' ',
  '0',
  'null',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\u0000',
  '\ud800',
  '\u202eabc',
  '💛'.repeat(40),
  'Z̸̡̛a̷l̶g̵o̴',
  'Ночь 夜 ليلة',
  '</speak><audio src="https://example.com/a.mp3"/>',
  '{{name}} $t(x) %s',
  "'; DROP TABLE household; --",
  '2026-11-22T19:00:00Z',
  '+275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '1969-12-31T23:59:59Z',
  [],
  {},
  [null],
  [[[]]],
  { name: null, value: null },
  { type: 'LaunchRequest' },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as Json,
];

/** The types of requests that other skills answer, and some that nobody does. */
const TYPES = [
  'CanFulfillIntentRequest',
  'AudioPlayer.PlaybackStarted',
  'AlexaSkillEvent.SkillEnabled',
  'AlexaSkillEvent.SkillDisabled',
  'Alexa.Presentation.APL.UserEvent',
  'GameEngine.InputHandlerEvent',
  'Messaging.MessageReceived',
  'LaunchRequest',
  'IntentRequest',
  'SessionEndedRequest',
  'System.ExceptionEncountered',
  'Connections.Response',
  '__proto__',
  '',
];

const INTENTS = [
  '__proto__',
  'toString',
  'AMAZON.YesIntent',
  'AMAZON.FallbackIntent',
  'UtteranceIntent',
  'ForgetUsIntent',
  'NoSuchIntent',
  '',
];

/** A real request, made odd in one to three places. */
export function oddOf(request: Json, chance: Chance): Json {
  let odd = structuredClone(request);
  for (let times = chance.below(3); times >= 0; times -= 1) odd = changed(odd, chance);
  return odd;
}

function changed(request: Json, chance: Chance): Json {
  switch (chance.below(12)) {
    case 0:
      return at(request, ['request', 'type'], chance.pick(TYPES));
    case 1:
      return at(request, ['context', 'System', 'application', 'applicationId'], 'amzn1.ask.skill.another');
    case 2:
      return at(request, ['request', 'intent', 'name'], chance.pick(INTENTS));
    case 3:
    case 4:
    case 5:
      return at(request, pathIn(request, ['session', 'attributes'], chance), oddValue(chance));
    case 6:
    case 7:
      return at(request, pathIn(request, ['request'], chance), oddValue(chance));
    case 8:
      return at(request, pathIn(request, [], chance), undefined);
    default:
      return at(request, pathIn(request, [], chance), oddValue(chance));
  }
}

function oddValue(chance: Chance): Json {
  if (chance.often(0.01)) return chance.pick([MUCH, DEEP, Array.from({ length: 20_000 }, () => 0)]);
  return chance.pick(SMALL);
}

const isObject = (value: Json | undefined): value is { [name: string]: Json } | Json[] =>
  typeof value === 'object' && value !== null;

/** The path of some field at or below another one. */
function pathIn(request: Json, under: readonly string[], chance: Chance): string[] {
  const path = [...under];
  let here: Json | undefined = request;
  for (const name of under) here = isObject(here) ? (here as { [name: string]: Json })[name] : undefined;
  while (isObject(here) && Object.keys(here).length > 0) {
    const name = chance.pick(Object.keys(here));
    path.push(name);
    here = (here as { [name: string]: Json })[name];
    if (chance.often(0.25)) break;
  }
  return path;
}

/** The request with another value at a path; without it if that is undefined. */
function at(request: Json, [name, ...rest]: readonly string[], value: Json | undefined): Json {
  if (name === undefined) return value ?? null;
  if (!isObject(request)) return request;
  const copy: { [name: string]: Json } = { ...(request as { [name: string]: Json }) };
  const inner = rest.length === 0 ? value : at(copy[name] ?? {}, rest, value);
  if (inner === undefined) delete copy[name];
  else
    Object.defineProperty(copy, name, { value: inner, enumerable: true, writable: true, configurable: true });
  return Array.isArray(request) ? Object.values(copy) : copy;
}

/** One exchange: an envelope in, a response out. The only place where the pure conversation meets the world. */
import { isDeepStrictEqual } from 'node:util';
import type { RequestEnvelope, Response } from 'ask-sdk-model';
import { dayIn } from '../conversation/calendar.ts';
import type { Context } from '../conversation/context.ts';
import type { Event } from '../conversation/event.ts';
import { bothAgreed } from '../conversation/household.ts';
import type { Reply } from '../conversation/reply.ts';
import { openSession } from '../conversation/scenes/returning.ts';
import { changeHousehold, type State, stateId } from '../conversation/state.ts';
import { tally } from '../conversation/tally.ts';
import { StoreError, type StoreErrorCode } from '../household/errors.ts';
import { householdId, markOf } from '../household/identity.ts';
import type { Running } from '../household/store.ts';
import { render } from '../speech/render.ts';
import { playingAt } from '../speech/timeline.ts';
import type { Wording } from '../speech/wording.ts';
import { isSkillEvent } from './envelope.ts';
import { eventOf } from './intents.ts';
import type { Listener } from './listener.ts';
import type { Log, LogFields } from './log.ts';
import { performed } from './performing.ts';
import { permissionIn } from './permission.ts';
import { responseOf } from './response.ts';
import type { Done } from './saving.ts';
import { seedOf } from './seed.ts';
import type { AlexaServices } from './services.ts';
import { type Session, sessionOf } from './session.ts';
import { skillEvent } from './skill-events.ts';
import { speakerIn } from './speaker.ts';
import { windowsOf } from './windows.ts';
import type { Heard, Language, Opened, World } from './world.ts';

/** What they asked for here is nobody's business, not even as the name of an event, or as a count that tells it. */
const UNSAID: ReadonlySet<Event['type']> = new Set(['support', 'skip', 'rather-not', 'dont-save', 'forget']);

export interface Answered {
  response: Response;
  attributes: Record<string, unknown> | null;
}

/** Answers a request that was admitted. */
export async function exchange(
  envelope: RequestEnvelope,
  world: World,
  services: AlexaServices,
): Promise<Answered> {
  const id = householdId(envelope.context.System.user.userId);
  const now = Date.parse(envelope.request.timestamp);
  if (isSkillEvent(envelope.request.type)) {
    await skillEvent(envelope, id, world);
    return { response: {}, attributes: null };
  }
  const device = markOf(envelope.context.System.device?.deviceId ?? '');
  const locale = 'locale' in envelope.request ? (envelope.request.locale ?? '') : '';
  const language = world.language(locale);
  const seed = seedOf(envelope.request.requestId);

  const session = sessionOf(envelope);
  const ended = envelope.request.type === 'SessionEndedRequest';
  if (session === null && ended) return { response: {}, attributes: null };

  const event = eventIn(envelope, language.listener, world.log);
  const opened = session === null ? await open(id, device, now, world, services) : taken(session, event, now);
  if (opened instanceof StoreError) return unreachable(opened, language, seed);

  const zone = opened.state.household.zone ?? language.zone;
  const context: Context = {
    now,
    zone,
    today: dayIn(now, zone),
    seed,
    playing: opened.playing,
    elsewhere: opened.elsewhere,
    brokeOff: opened.brokeOff,
    speaker: speakerIn(envelope, id),
    questions: language.wording.questions,
    recalled: null,
    reminded: null,
  };
  const done = await performed(opened, event, context, {
    id,
    device,
    session: markOf(envelope.session?.sessionId ?? ''),
    world,
    services,
    clock: async () => ({
      now,
      zone: opened.state.household.zone ?? (await services.timeZone()),
      // Alexa wants one of its own locales; the English of no country is none.
      locale: locale === '' ? language.wording.locale : locale,
      text: language.wording.words({ key: 'remind.text', with: {} }, 0),
    }),
    heard: (reply) => heard(reply, language.wording, seed, opened.opening),
  });
  world.log.info('answered', { ...told(session?.state ?? opened.state, event, done, now), household: id });
  if (ended) return { response: {}, attributes: null };
  const { main, silent } = done.heard;
  return {
    response: responseOf(main, silent, envelope.request.requestId),
    attributes: attributesOf(done, opened, now),
  };
}

/** What the log is told of an answer. Where the event is nobody's business, what it counts for would give it away. */
function told(before: State, event: Event, { reply, conflict }: Done, now: number): LogFields {
  const state = stateId(reply.state);
  if (UNSAID.has(event.type) || state === 'support' || state.startsWith('forget.')) return {};
  // Where another device was first, what happened since happened there.
  const after = conflict === true ? before : reply.state;
  return { event: event.type, state, ...tally(before, event, after, now) };
}

/** A new session: one read. A failed read ends it, for nothing may be written after one. */
async function open(
  id: string,
  device: string,
  now: number,
  world: World,
  services: AlexaServices,
): Promise<Opened | StoreError> {
  try {
    const record = await world.store.load(id, now);
    const running = record?.running ?? null;
    const elsewhere = running !== null && running.device !== device && now < running.until;
    const state = openSession(record?.household ?? null, now, heardNow(running, now));
    return {
      state: await placedInTime(state, services),
      version: record?.version ?? null,
      base: record?.household ?? null,
      playing: null,
      elsewhere,
      brokeOff: running !== null && !elsewhere && now < running.until,
      running: elsewhere ? running : null,
      opening: record?.opening ?? '',
      unsettled: [],
      retracting: [],
      greeting: '',
    };
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    world.log.warn('store failed', { operation: 'load', code: cause.code, household: id });
    return cause;
  }
}

/** The time zone is asked for until Alexa tells it; then it is kept with the household. */
async function placedInTime(state: State, services: AlexaServices): Promise<State> {
  const { household } = state;
  if (household.zone !== null || !bothAgreed(household)) return state;
  const zone = await services.timeZone();
  return zone === null ? state : changeHousehold(state, (known) => ({ ...known, zone }));
}

/** The step that a reply elsewhere, or in a session that broke off, has come to; null when it is over. */
function heardNow(running: Running | null, now: number): string | null {
  if (running === null || now < running.since || now >= running.until) return null;
  const elapsed = (now - running.since) / 1000;
  return running.steps.findLast(([, at]) => at <= elapsed)?.[0] ?? null;
}

/** Events whose words may take a while to say. */
const LONG: ReadonlySet<Event['type']> = new Set(['unclear', 'appreciation', 'names', 'support']);

/** A session under way: the time tells whether the event answers the reply or what followed its silence. */
function taken(session: Session, event: Event, now: number): Opened {
  const { silent, spoken, version, base, running, unsettled, retracting, greeting } = session;
  const carried = {
    version,
    base,
    brokeOff: false,
    elsewhere: false,
    running,
    unsettled,
    retracting,
    greeting,
  };
  if (silent === null || now < (LONG.has(event.type) ? silent.fromLong : silent.from)) {
    const playing = playingAt(spoken.timeline, (now - spoken.at) / 1000);
    return { ...carried, state: session.state, playing, opening: session.opening };
  }
  const state: State = {
    ...session.state,
    scene: silent.scene,
    household: { ...session.state.household, place: silent.place },
    // The place that silence led to was never saved; the next reply does it.
    unsaved:
      session.state.unsaved ||
      (session.state.frozen === null && !isDeepStrictEqual(silent.place, session.state.household.place)),
  };
  const began = spoken.at + windowsOf(spoken.timeline, null).repromptAt * 1000;
  const playing = playingAt(silent.timeline, (now - began) / 1000);
  return { ...carried, state, playing, opening: silent.opening };
}

function eventIn(envelope: RequestEnvelope, listener: Listener, log: Log): Event {
  const { request } = envelope;
  switch (request.type) {
    case 'LaunchRequest':
      return { type: 'launch' };
    case 'IntentRequest':
      return eventOf(request.intent, listener);
    case 'Connections.Response':
      return permissionIn(request);
    case 'SessionEndedRequest':
      if (request.reason === 'ERROR') log.warn('session error', { code: request.error?.type ?? 'unknown' });
      return { type: 'ended' };
    case 'Alexa.Presentation.APLA.RuntimeError':
      for (const { type } of request.errors ?? []) log.warn('sound error', { code: type ?? 'unknown' });
      return { type: 'sound-failed' };
    default:
      return { type: 'unclear' };
  }
}

function heard(reply: Reply, wording: Wording, seed: number, opening: string): Heard {
  const main = render(reply.acts, wording, seed, opening);
  const silent =
    reply.ifSilent === null ? null : render(reply.ifSilent.acts, wording, seed + 1, main.opening);
  return { main, silent };
}

function attributesOf(done: Done, { greeting, running }: Opened, now: number) {
  const { reply, version, base, unsettled, retracting } = done;
  const { main, silent } = done.heard;
  const { silentFrom, silentFromLong } = windowsOf(
    main.timeline,
    silent?.timeline ?? null,
    main.listenFor === 'appreciation',
  );
  const session: Session = {
    state: reply.state,
    version,
    base,
    spoken: { at: now, timeline: main.timeline },
    silent:
      reply.ifSilent === null || silent === null
        ? null
        : {
            scene: reply.ifSilent.scene,
            place: reply.ifSilent.place,
            from: now + silentFrom * 1000,
            fromLong: now + silentFromLong * 1000,
            timeline: silent.timeline,
            opening: silent.opening,
          },
    opening: main.opening,
    running,
    unsettled: [...unsettled],
    retracting: [...retracting],
    greeting: greeting || main.opening,
  };
  return { stateId: stateId(reply.state), checkIn: session };
}

/** What is said when the household cannot be read, by the reason. */
const UNREADABLE: Readonly<Record<StoreErrorCode, 'store.unreachable' | 'store.newer'>> = {
  conflict: 'store.unreachable',
  throttled: 'store.unreachable',
  timeout: 'store.unreachable',
  unreachable: 'store.unreachable',
  refused: 'store.unreachable',
  malformed: 'store.unreachable',
  'older-schema': 'store.unreachable',
  'newer-schema': 'store.newer',
};

function unreachable(error: StoreError, { wording }: Language, seed: number): Answered {
  const main = render([{ do: 'say', line: { key: UNREADABLE[error.code], with: {} } }], wording, seed);
  return { response: responseOf(main, null, 'store'), attributes: { stateId: 'closed' } };
}

/**
 * One exchange: answers a request envelope with a response. Here the pure conversation is connected to the store and to
 * Alexa.
 */
import { isDeepStrictEqual } from 'node:util';
import type { RequestEnvelope, Response } from 'ask-sdk-model';
import { questionIn } from '../conversation/dialogs/question-in.ts';
import { isUnlogged } from '../conversation/dialogs/registry.ts';
import { openSession } from '../conversation/exercise/lifecycle.ts';
import { metricsOf } from '../conversation/metrics.ts';
import { line, say } from '../conversation/model/act.ts';
import type { Context } from '../conversation/model/context.ts';
import { type Event, events } from '../conversation/model/event.ts';
import { bothAgreed } from '../conversation/model/household.ts';
import type { Reply } from '../conversation/model/reply.ts';
import { changeHousehold, type State } from '../conversation/model/state.ts';
import type { Meant } from '../conversation/screen.ts';
import { StoreError } from '../household/errors.ts';
import { householdId, markOf } from '../household/identity.ts';
import type { Running } from '../household/store.ts';
import { render } from '../speech/render.ts';
import { playingAt } from '../speech/timeline.ts';
import type { Wording } from '../speech/wording.ts';
import type { Listener } from '../understanding/listener.ts';
import type { Dependencies, Language, Opened, RenderedReply, Unread } from './dependencies.ts';
import { performed } from './effects.ts';
import { hasScreen, isSkillEvent, localeOf, needsSession, seedOf, speakerIn } from './envelope.ts';
import { type Exchange, warn } from './exchange-context.ts';
import { type Happened, happenedIn, isLong } from './intents.ts';
import type { LogFields } from './log.ts';
import { logReports } from './reports.ts';
import { windowsOf } from './reprompt-timing.ts';
import { responseOf, shownStateId } from './response.ts';
import { asStored, type Done } from './save.ts';
import { meantByTouch, screenAtTheEnd, screenFor } from './screen.ts';
import type { AlexaServices } from './services.ts';
import { attributesFor, type Session, sessionOf } from './session.ts';
import { skillEvent } from './skill-events.ts';
import { isAnsweredUnread, needsNoHousehold, UNREAD, whyUnread, withKnownZone } from './unreadable.ts';

/** The response, and the session attributes; null to leave them as they are. */
export interface Answered {
  response: Response;
  attributes: Record<string, unknown> | null;
}

/**
 * Answers a request that `admit` has validated.
 *
 * @throws StoreError if a skill event could not be handled
 */
export async function exchange(
  envelope: RequestEnvelope,
  dependencies: Dependencies,
  services: () => AlexaServices,
): Promise<Answered> {
  const id = householdId(envelope.context.System.user.userId);
  const now = Date.parse(envelope.request.timestamp);
  if (isSkillEvent(envelope.request.type)) {
    await skillEvent(envelope, id, dependencies);
    return { response: {}, attributes: null };
  }
  // First of all: of a refused reply nothing else may be known, not even the session.
  logReports(envelope.request, id, dependencies.log);
  if (!needsSession(envelope.request.type)) return { response: {}, attributes: null };
  const device = markOf(envelope.context.System.device?.deviceId ?? '');
  const locale = localeOf(envelope);
  const language = dependencies.language(locale);
  const seed = seedOf(envelope);

  const session = sessionOf(envelope);
  const ended = envelope.request.type === 'SessionEndedRequest';
  if (session === null && ended) return { response: {}, attributes: null };

  const happened = happenedIn(envelope, language.listener);
  const found =
    session === null
      ? await open(id, device, now, dependencies, services)
      : continued(session, isLong(happened), now);
  const unneeded = found instanceof StoreError && needsNoHousehold(happened, found, language.listener);
  const read = unneeded ? { ...UNREAD, unread: whyUnread(found) } : found;
  if (read instanceof StoreError) return unreachable(whyUnread(read), envelope, language, seed);
  const opened = { ...read, state: withKnownZone(read.state, dependencies.log, id) };
  const { event, playing } = meantBy(happened, opened, session, language.listener);

  const zone = opened.state.household.zone ?? language.zone;
  const context: Context = {
    now,
    zone,
    seed,
    playing,
    elsewhere: opened.elsewhere,
    brokeOff: opened.brokeOff,
    speaker: speakerIn(envelope, id),
    questions: language.wording.questions,
    recalled: null,
    own: null,
    reminded: null,
  };
  const { unread } = opened;
  if (!unneeded && unread !== undefined && !isAnsweredUnread(opened.state, event, context))
    return unreachable(unread, envelope, language, seed);
  const here: Exchange = {
    id,
    device,
    session: markOf(envelope.session?.sessionId ?? ''),
    dependencies,
    services,
    clock: async () => ({
      now,
      zone: opened.state.household.zone ?? (await services().timeZone()),
      // Alexa accepts only its own locales, and `en` is not one of them.
      locale: locale === '' ? language.wording.locale : locale,
      text: language.wording.words({ key: 'remind.text', with: {} }, 0),
    }),
    rendered: (reply) => rendered(reply, language.wording, seed, opened.opening),
  };
  const done = await performed(opened, event, context, here);
  const asked = shownStateId(done.reply.state);
  const before = session?.state ?? opened.state;
  dependencies.log.info('answered', { ...logFieldsOf(before, event, asked, done, now), household: id });
  if (ended) return { response: {}, attributes: null };
  const { main, silent } = done.rendered;
  const token = envelope.request.requestId;
  const screen = hasScreen(envelope)
    ? screenFor(done, event, language.wording, seed, opened.opening, token)
    : null;
  return {
    response: responseOf(main, silent, token, screen),
    attributes: attributesOf(done, asked, opened, now, screen === null ? undefined : markOf(token)),
  };
}

/** The log fields of an answer. They are empty for a private event, because its metrics would reveal it. */
function logFieldsOf(
  before: State,
  event: Event,
  id: string,
  { reply, conflict }: Done,
  now: number,
): LogFields {
  if (events[event.type].unlogged || isUnlogged(reply.state)) return {};
  // If another device has saved in the meantime, the difference to its state is not counted here.
  const after = conflict === true ? { ...reply, state: before } : reply;
  return { event: event.type, state: id, ...metricsOf(before, event, after, now) };
}

/** Opens a new session with one read. @returns the error if that fails, because then nothing may be written */
async function open(
  id: string,
  device: string,
  now: number,
  dependencies: Dependencies,
  services: () => AlexaServices,
): Promise<Opened | StoreError> {
  try {
    let mark: number | null = null;
    const record = await dependencies.store.load(id, now, (forgotten) => {
      mark = forgotten;
    });
    const running = record?.running ?? null;
    const elsewhere = running !== null && running.device !== device && now < running.until;
    const stored = asStored(record);
    const state = openSession(stored.base, now, stepPlayingAt(running, now));
    return {
      ...stored,
      state: await withTimeZone(withKnownZone(state, dependencies.log, id), services),
      mark,
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
    warn('load', cause, { dependencies, id });
    return cause;
  }
}

/** The state with the time zone of the device. Alexa is asked for it in each session until it is known. */
async function withTimeZone(state: State, services: () => AlexaServices): Promise<State> {
  const { household } = state;
  if (household.zone !== null || !bothAgreed(household)) return state;
  const zone = await services().timeZone();
  return zone === null ? state : changeHousehold(state, (known) => ({ ...known, zone }));
}

/** The id of the step that a reply in another session is playing now; null if none is. */
function stepPlayingAt(running: Running | null, now: number): string | null {
  if (running === null || now < running.since || now >= running.until) return null;
  const elapsed = (now - running.since) / 1000;
  return running.steps.findLast(([, at]) => at <= elapsed)?.[0] ?? null;
}

/** Continues a session. The time of the event shows whether it answers the last reply or its reprompt. */
function continued(session: Session, long: boolean, now: number): Opened {
  const { silent, spoken } = session;
  const { state: before, running } = session;
  // It may run there for as long as it was not taken over.
  const elsewhere = running !== null && !before.ownsExercise && now < running.until;
  const carried = { ...session, brokeOff: false, elsewhere };
  if (silent === null || now < (long ? silent.fromLong : silent.from)) {
    const playing = playingAt(spoken.timeline, (now - spoken.at) / 1000);
    return { ...carried, playing };
  }
  const { unsaved, savingOff, stack } = session.state;
  const state: State = {
    ...session.state,
    stack: silent.stack,
    // The place after the reprompt was not saved yet: the next reply does that.
    unsaved:
      unsaved ||
      (savingOff === null && !isDeepStrictEqual(silent.stack.exercise?.place, stack.exercise?.place)),
  };
  const began = spoken.at + windowsOf(spoken.timeline, null).repromptAt * 1000;
  const playing = playingAt(silent.timeline, (now - began) / 1000);
  return { ...carried, state, playing, opening: silent.opening };
}

/** The event of what happened, given what was asked, and what it interrupted. */
function meantBy(happened: Happened, opened: Opened, session: Session | null, listener: Listener): Meant {
  if ('touch' in happened) return meantByTouch(happened.touch, session, opened);
  const event = 'event' in happened ? happened.event : understood(happened.words, opened, listener);
  return { event, playing: opened.playing };
}

/** Reads words, given what was asked. What interrupted a reply was said before its question was heard. */
function understood(words: string, { state, playing }: Opened, listener: Listener): Event {
  const { names } = state.household;
  const question = playing !== null && !playing.over ? null : questionIn(state);
  return listener.understand(words, { question, names: [names.a, names.b] }).event;
}

/** Renders a reply and its reprompt. Neither begins like what was heard before it. */
function rendered(reply: Reply, wording: Wording, seed: number, opening: string): RenderedReply {
  const { slow, household } = reply.state;
  const how = { slow, chimeless: household.settings.chimeless };
  const main = render(reply.acts, wording, seed, opening, how);
  const silent =
    reply.ifSilent === null ? null : render(reply.ifSilent.acts, wording, seed + 1, main.opening, how);
  // A whole sentence is asked for: that takes a while to say.
  const sentence = main.listenFor === 'appreciation' || main.listenFor === 'question';
  return { main, silent, windows: windowsOf(main.timeline, silent?.timeline ?? null, sentence) };
}

/** The session attributes after a reply. */
function attributesOf(
  done: Done,
  id: string,
  { greeting, mark, unread }: Opened,
  now: number,
  screen: string | undefined,
) {
  const { reply, version, base, running, unsettled, retracting } = done;
  const { main, silent } = done.rendered;
  const { silentFrom, silentFromLong } = done.rendered.windows;
  const session: Session = {
    state: reply.state,
    version,
    mark,
    base,
    spoken: { at: now, timeline: main.timeline },
    silent:
      reply.ifSilent === null || silent === null
        ? null
        : {
            stack: reply.ifSilent.stack,
            from: now + silentFrom * 1000,
            fromLong: now + silentFromLong * 1000,
            timeline: silent.timeline,
            opening: silent.opening,
          },
    opening: main.opening,
    screen,
    running,
    unsettled: [...unsettled],
    retracting: [...retracting],
    greeting: greeting || main.opening,
    unread,
  };
  return attributesFor(session, id);
}

/** The answer if the household cannot be read. */
function unreachable(key: Unread, envelope: RequestEnvelope, { wording }: Language, seed: number): Answered {
  const main = render([say(line(key))], wording, seed);
  const screen = screenAtTheEnd(envelope, wording, 'store');
  return { response: responseOf(main, null, 'store', screen), attributes: { stateId: 'closed' } };
}

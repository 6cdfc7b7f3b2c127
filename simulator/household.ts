import type { Intent, Request, RequestEnvelope } from 'ask-sdk-model';
import { checkResponse, opensMicrophone } from './alexa-rules.ts';
import { type Device, deadlineOf, type Session } from './device.ts';
import type { DeviceFacts } from './device-kind.ts';
import { eventEnvelope, sessionEnvelope } from './envelope.ts';
import { callHandler, type Outcome, type SkillHandler } from './handler.ts';
import type { InteractionModel } from './interaction-model.ts';
import { asString, isRecord, type JsonRecord } from './json-value.ts';
import { hasDialogSlot } from './model-facts.ts';
import { type Audible, lastDirective, readResponse, type SkillResponse } from './response.ts';
import { readScreen } from './screen.ts';
import { reasonOf } from './simulator-error.ts';
import { elicitationOf } from './slots.ts';
import type { Tape } from './tape.ts';
import { timestampOf, type VirtualClock } from './virtual-clock.ts';

/** What a device says when the skill answers nothing it can play. */
export const SKILL_PROBLEM = "There was a problem with the requested skill's response.";

/** What a household is made of. */
export interface HouseholdParts {
  readonly handler: SkillHandler;
  readonly model: InteractionModel;
  readonly facts: DeviceFacts;
  readonly locale: string;
  readonly user: string;
  readonly clock: VirtualClock;
  readonly nextId: (prefix: string) => string;
  /** Real seconds the skill may take to answer. */
  readonly limitSeconds: number;
}

/** The part of a request that says what happened; the rest is the same for all. */
export type RequestBody = { readonly type: string } & JsonRecord;

/** The devices of one account: what they send to the skill, and what they do with its answers. */
export interface Household {
  /** The recognised voice; null when nobody is recognised. */
  speaker: string | null;
  /** Lets a device come along with the clock. */
  join(device: Device): void;
  /** Begins a session; one that was open ends without a word. */
  begin(device: Device): void;
  /** Sends a request in the device's session, and plays the answer. */
  ask(device: Device, body: RequestBody, tape: Tape): Promise<void>;
  /** Sends a skill event: it belongs to the account, not to a session. */
  announce(body: RequestBody, tape: Tape): Promise<void>;
  /** Moves the clock on; whatever happens by itself on the way happens, on every device. */
  advanceTo(milliseconds: number, watched: Device, tape: Tape): Promise<void>;
  /** Ends every session without a word, as when the skill is disabled. */
  endAll(): void;
}

/** A household without devices yet. */
export function createHousehold(parts: HouseholdParts): Household {
  const { handler, model, facts, locale, user, clock, nextId, limitSeconds } = parts;
  const interfaces = new Set(Object.keys(facts.supportedInterfaces));
  const devices: Device[] = [];

  const requestOf = (body: RequestBody): Request =>
    ({
      requestId: nextId('amzn1.echo-api.request'),
      timestamp: timestampOf(clock.now()),
      locale,
      ...body,
    }) as unknown as Request;
  const send = (envelope: RequestEnvelope) => callHandler(handler, envelope, limitSeconds);
  const envelopeFor = (device: Device, session: Session, body: RequestBody) =>
    sessionEnvelope(requestOf(body), session, { user, speaker: household.speaker, facts, device });

  const clear = (device: Device) => {
    device.session = null;
    device.elicitation = null;
    device.screen = null;
  };

  /** Reads and checks an answer; whatever Alexa would refuse comes back as the reason. */
  const judge = (body: RequestBody, outcome: Outcome, tape: Tape): SkillResponse | string => {
    if (outcome.kind !== 'answered') {
      const sentence = `The skill failed on ${body.type}: ${outcome.reason}.`;
      tape.violations.push(sentence);
      return sentence;
    }
    let answer: unknown;
    try {
      answer = JSON.parse(JSON.stringify(outcome.answer) ?? 'null');
    } catch (error) {
      const sentence = `The response is not JSON: ${reasonOf(error)}.`;
      tape.violations.push(sentence);
      return sentence;
    }
    const response = readResponse(answer);
    if (response === null) {
      tape.violations.push('The answer is not a response envelope.');
      return 'The answer is not a response envelope.';
    }
    const raw = isRecord(outcome.answer) ? outcome.answer.sessionAttributes : undefined;
    const findings = checkResponse(
      { ...response, sessionAttributes: raw },
      {
        request: body.type,
        intent: intentIn(body)?.name ?? null,
        interfaces,
        hasDialogSlot: (intent, slot) => hasDialogSlot(model, intent, slot),
      },
    );
    tape.violations.push(...findings.map((finding) => finding.sentence));
    return findings.find((finding) => finding.refused)?.sentence ?? response;
  };

  const play = (device: Device, audible: Audible, watched: boolean, tape: Tape) => {
    const document = lastDirective(audible.directives, 'Alexa.Presentation.APL.RenderDocument');
    if (document !== undefined) device.screen = readScreen(document, facts.viewport);
    if (watched) tape.played.push(audible);
  };

  const take = (
    device: Device,
    session: Session,
    asked: Intent | null,
    response: SkillResponse,
    tape: Tape,
  ) => {
    const { answer, reprompt, shouldEndSession } = response;
    const attributes = isRecord(response.sessionAttributes) ? response.sessionAttributes : {};
    session.isNew = false;
    session.attributes = attributes;
    device.state = asString(attributes.stateId) ?? device.state;
    play(device, answer, true, tape);
    const listens = opensMicrophone(response);
    const elicit = lastDirective(answer.directives, 'Dialog.ElicitSlot');
    device.elicitation = elicit === undefined ? null : elicitationOf(elicit, asked);
    tape.reprompt = listens && reprompt !== null ? reprompt.text : null;
    tape.screen = device.screen?.text ?? null;
    const lingers = shouldEndSession === undefined && device.screen !== null;
    device.turn = {
      segments: answer.segments,
      beganAt: clock.now(),
      afterwards: listens ? { kind: 'listen', reprompt } : lingers ? { kind: 'linger' } : { kind: 'over' },
      waited: false,
    };
    if (!listens && !lingers) clear(device);
  };

  /** Tells the skill that the device ended the session; nothing it answers is played. */
  const endSession = async (device: Device, ending: JsonRecord, tape: Tape) => {
    const { session } = device;
    if (session === null) return;
    const body = { type: 'SessionEndedRequest', ...ending };
    const envelope = envelopeFor(device, session, body);
    clear(device);
    device.turn = null;
    const outcome = await send(envelope);
    if (outcome.kind === 'answered' && (outcome.answer === undefined || outcome.answer === null)) return;
    judge(body, outcome, tape);
  };

  const pass = async (device: Device, watched: boolean, tape: Tape) => {
    const { turn } = device;
    const reprompt = turn?.afterwards.kind === 'listen' ? turn.afterwards.reprompt : null;
    if (turn === null || reprompt === null) {
      await endSession(device, { reason: 'EXCEEDED_MAX_REPROMPTS' }, tape);
      return;
    }
    play(device, reprompt, watched, tape);
    device.turn = {
      segments: reprompt.segments,
      beganAt: clock.now(),
      afterwards: { kind: 'listen', reprompt: null },
      waited: turn.waited,
    };
  };

  const household: Household = {
    speaker: null,
    join: (device) => {
      devices.push(device);
    },
    begin: (device) => {
      clear(device);
      device.turn = null;
      device.session = { id: nextId('amzn1.echo-api.session'), isNew: true, attributes: {} };
    },
    ask: async (device, body, tape) => {
      const { session } = device;
      if (session === null) return;
      const outcome = await send(envelopeFor(device, session, body));
      const response = judge(body, outcome, tape);
      if (typeof response !== 'string') {
        take(device, session, intentIn(body), response, tape);
        return;
      }
      tape.error = SKILL_PROBLEM;
      const type = outcome.kind === 'late' ? 'ENDPOINT_TIMEOUT' : 'INVALID_RESPONSE';
      await endSession(device, { reason: 'ERROR', error: { type, message: response } }, tape);
    },
    announce: async (body, tape) => {
      const moment = timestampOf(clock.now());
      const event = { ...body, eventCreationTime: moment, eventPublishingTime: moment };
      const outcome = await send(eventEnvelope(requestOf(event), user));
      if (outcome.kind !== 'answered') {
        tape.error = `The skill failed on the event: ${outcome.reason}.`;
      } else if (outcome.answer !== undefined && outcome.answer !== null) {
        judge(body, outcome, tape);
      }
    },
    advanceTo: async (milliseconds, watched, tape) => {
      for (;;) {
        const due = devices
          .map((device) => ({ device, at: deadlineOf(device) ?? Number.POSITIVE_INFINITY }))
          .reduce((first, next) => (next.at < first.at ? next : first));
        if (due.at > milliseconds) break;
        clock.moveTo(due.at);
        await pass(due.device, due.device === watched, tape);
      }
      clock.moveTo(milliseconds);
    },
    endAll: () => {
      for (const device of devices) {
        clear(device);
        device.turn = null;
      }
    },
  };
  return household;
}

const intentIn = (body: RequestBody): Intent | null =>
  isRecord(body.intent) ? (body.intent as unknown as Intent) : null;

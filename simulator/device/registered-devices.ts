import type { Request, RequestEnvelope } from 'ask-sdk-model';
import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { timestampOf, type VirtualClock } from '../clock/virtual-clock.ts';
import type { AlexaAccount } from '../cloud/account.ts';
import { eventEnvelope, sessionEnvelope } from '../cloud/envelope.ts';
import { callHandler, type SkillHandler } from '../cloud/lambda-handler.ts';
import { elicitationOf } from '../cloud/request-intent.ts';
import { asString, isRecord, type JsonRecord } from '../json-value.ts';
import { readCard } from '../response/card.ts';
import { intentIn, judge, type RequestBody } from '../response/check-response.ts';
import { permissionAskIn } from '../response/permission-request.ts';
import { opensMicrophone } from '../response/rules.ts';
import { readScreen } from '../response/screen.ts';
import { type Audible, lastDirective, type SkillResponse } from '../response/skill-response.ts';
import { reminderOf } from './alexa-speech.ts';
import { type Device, deadlineOf, type Session } from './device.ts';
import type { DeviceFacts } from './device-kind.ts';
import { createPermissionDialogue } from './permission-dialogue.ts';
import { emptyTape, type Tape } from './recorder.ts';

/** What a device says when the skill answers nothing it can play. */
export const SKILL_PROBLEM = "There was a problem with the requested skill's response.";

/** What a household is made of. */
export interface HouseholdParts {
  readonly handler: SkillHandler;
  readonly model: InteractionModel;
  readonly facts: DeviceFacts;
  readonly locale: string;
  readonly user: string;
  readonly account: AlexaAccount;
  /** Where the skill finds Alexa's services. */
  readonly apiEndpoint: string;
  readonly clock: VirtualClock;
  readonly nextId: (prefix: string) => string;
  /** Real seconds the skill may take to answer. */
  readonly limitSeconds: number;
  /** Whether the skill hears of a permission in the session in which it asked for it. */
  readonly permissionKeepsSession: boolean;
}

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
  /** Takes words as the answer to Alexa, who is asking for a permission; `woken` when they came with the wake word. */
  answerAlexa(device: Device, words: string, woken: boolean, tape: Tape): Promise<void>;
  /** Ends the device's session without a word; what plays plays out. */
  end(device: Device): void;
  /** Sends a skill event: it belongs to the account, not to a session. */
  announce(body: RequestBody, tape: Tape): Promise<void>;
  /** Moves the clock on; whatever happens by itself on the way happens, on every device. */
  advanceTo(milliseconds: number, watched: Device, tape: Tape): Promise<void>;
  /** Ends every session without a word, as when the skill is disabled. */
  endAll(): void;
}

/** A household without devices yet. */
export function createHousehold(parts: HouseholdParts): Household {
  const { handler, model, facts, locale, account, clock, nextId, limitSeconds } = parts;
  const bench = { model, interfaces: new Set(Object.keys(facts.supportedInterfaces)) };
  const devices: Device[] = [];

  const requestOf = (body: RequestBody): Request =>
    ({
      requestId: nextId('amzn1.echo-api.request'),
      timestamp: timestampOf(clock.now()),
      locale,
      ...body,
    }) as unknown as Request;
  /** @param device where the request comes from; null for an event. */
  const send = (device: Device | null, envelope: RequestEnvelope) => {
    account.deviceInSession = device?.id ?? null;
    return callHandler(handler, envelope, limitSeconds);
  };
  const envelopeFor = (device: Device, session: Session, body: RequestBody) =>
    sessionEnvelope(requestOf(body), session, { ...parts, speaker: household.speaker, device });

  const clear = (device: Device) => {
    device.session = null;
    device.elicitation = null;
    device.asking = null;
    device.screen = null;
  };

  const play = (device: Device, audible: Audible, tape: Tape) => {
    const document = lastDirective(audible.directives, 'Alexa.Presentation.APL.RenderDocument');
    if (document !== undefined) device.screen = readScreen(document, facts.viewport);
    tape.played.push(audible);
  };

  const take = async (
    device: Device,
    session: Session,
    body: RequestBody,
    response: SkillResponse,
    tape: Tape,
  ) => {
    const { answer, reprompt, shouldEndSession } = response;
    const attributes = isRecord(response.sessionAttributes) ? response.sessionAttributes : {};
    session.isNew = false;
    session.attributes = attributes;
    device.state = asString(attributes.stateId) ?? device.state;
    tape.card = readCard(response.card);
    play(device, answer, tape);
    const permission = permissionAskIn(response);
    device.elicitation = null;
    if (permission !== null) return dialogue.begin(device, permission, response, body.type, tape);
    const listens = opensMicrophone(response);
    const elicit = lastDirective(answer.directives, 'Dialog.ElicitSlot');
    device.elicitation = elicit === undefined ? null : elicitationOf(elicit, intentIn(body));
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

  /**
   * Sounds a reminder. In the midst of a session a device lowers what plays, sounds the reminder over it and goes on;
   * so here it takes no time of the turn, and the turn stays as it is.
   */
  const sound = (text: string, tape: Tape) => {
    const reminder = reminderOf(text);
    tape.reminders.push(reminder);
    tape.played.push(reminder);
  };

  /** Tells the skill that the device ended the session; nothing it answers is played. */
  const endSession = async (device: Device, ending: JsonRecord, tape: Tape) => {
    const { session } = device;
    if (session === null) return;
    const body = { type: 'SessionEndedRequest', ...ending };
    const envelope = envelopeFor(device, session, body);
    clear(device);
    device.turn = null;
    const outcome = await send(device, envelope);
    if (outcome.kind === 'answered' && (outcome.answer === undefined || outcome.answer === null)) return;
    judge(body, outcome, bench, tape);
  };

  const pass = async (device: Device, tape: Tape) => {
    const { turn } = device;
    const reprompt = turn?.afterwards.kind === 'listen' ? turn.afterwards.reprompt : null;
    if (turn === null || reprompt === null) {
      if (device.asking !== null) return dialogue.end(device, 'NOT_ANSWERED', tape);
      await endSession(device, { reason: 'EXCEEDED_MAX_REPROMPTS' }, tape);
      return;
    }
    if (device.asking !== null) device.asking.again = true;
    play(device, reprompt, tape);
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
      account.deviceIds.add(device.id);
    },
    begin: (device) => {
      clear(device);
      device.turn = null;
      device.session = { id: nextId('amzn1.echo-api.session'), isNew: true, attributes: {} };
    },
    ask: async (device, body, tape) => {
      const { session } = device;
      if (session === null) return;
      const outcome = await send(device, envelopeFor(device, session, body));
      const response = judge(body, outcome, bench, tape);
      if (typeof response !== 'string') {
        return take(device, session, body, response, tape);
      }
      tape.error = SKILL_PROBLEM;
      const type = outcome.kind === 'late' ? 'ENDPOINT_TIMEOUT' : 'INVALID_RESPONSE';
      await endSession(device, { reason: 'ERROR', error: { type, message: response } }, tape);
    },
    announce: async (body, tape) => {
      const moment = timestampOf(clock.now());
      const event = { ...body, eventCreationTime: moment, eventPublishingTime: moment };
      const outcome = await send(null, eventEnvelope(requestOf(event), parts));
      if (outcome.kind !== 'answered') {
        tape.error = `The skill failed on the event: ${outcome.reason}.`;
      } else if (outcome.answer !== undefined && outcome.answer !== null) {
        judge(body, outcome, bench, tape);
      }
    },
    advanceTo: async (milliseconds, watched, tape) => {
      for (;;) {
        const due = devices
          .map((device) => ({ device, at: deadlineOf(device) ?? Number.POSITIVE_INFINITY }))
          .reduce((first, next) => (next.at < first.at ? next : first));
        const reminder = account.due();
        if (Math.min(due.at, reminder?.at ?? Number.POSITIVE_INFINITY) > milliseconds) break;
        if (reminder !== null && reminder.at <= due.at) {
          clock.moveTo(reminder.at);
          account.sounded(reminder);
          if (reminder.deviceId === watched.id) sound(reminder.text, tape);
          continue;
        }
        clock.moveTo(due.at);
        // What another room hears is not heard here; what the skill does wrong there is.
        const elsewhere = { ...emptyTape(), violations: tape.violations };
        await pass(due.device, due.device === watched ? tape : elsewhere);
      }
      clock.moveTo(milliseconds);
    },
    answerAlexa: (device, words, woken, tape) => dialogue.hear(device, words, woken, tape),
    end: clear,
    endAll: () => {
      for (const device of devices) {
        clear(device);
        device.turn = null;
      }
    },
  };
  const dialogue = createPermissionDialogue({
    ...{ household, account, clock, keepsSession: parts.permissionKeepsSession },
    play: (audible, tape) => tape.played.push(audible),
  });
  return household;
}

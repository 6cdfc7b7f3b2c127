import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import type { SkillSession } from '../cloud/envelope.ts';
import type { Outcome } from '../cloud/lambda-handler.ts';
import { intentIn, type RequestBody } from '../cloud/request-body.ts';
import { asString, isRecord, type JsonRecord } from '../json-value.ts';
import { readCard } from '../response/card.ts';
import { checkResponse } from '../response/check-response.ts';
import { permissionRequestIn } from '../response/permission-request.ts';
import { lingers, opensMicrophone } from '../response/rules.ts';
import { readScreen, type Screen } from '../response/screen.ts';
import { type AudioOutput, lastDirective, type SkillResponse } from '../response/skill-response.ts';
import { LATE_END_SECONDS, wrapper } from './alexa-plus.ts';
import { reminderSound } from './alexa-speech.ts';
import { audioEndsAt, type Device, deadlineOf, factsOf, heardAsOne } from './device.ts';
import type { DeviceFaults } from './device-fault.ts';
import { elicitationOf } from './elicitation.ts';
import { heardOf } from './failing-sound.ts';
import { createPermissionDialogue } from './permission-dialogue.ts';
import { newRecorder, type Recorder } from './recorder.ts';
import { createSkillCalls, type SkillCallsOptions } from './skill-calls.ts';

/** What a device says if it cannot play the answer of the skill. */
const SKILL_PROBLEM = "There was a problem with the requested skill's response.";

const APL_DOCUMENT = 'Alexa.Presentation.APL.RenderDocument';

/** The end of a session, of which the skill is told. */
interface SessionEnd {
  readonly device: Device;
  readonly session: SkillSession;
  /** What was on the screen. */
  readonly screen: Screen | null;
  /** Its reason, and its error if there was one. */
  readonly ending: JsonRecord;
}

/** What the devices of an account need. */
export interface RegisteredDevicesOptions extends SkillCallsOptions {
  readonly model: InteractionModel;
  readonly faults: DeviceFaults;
  /** Whether the skill is told of a permission in the session in which it asked for it. */
  readonly permissionKeepsSession: boolean;
}

/** The devices of one account: they send requests to the skill and carry out its responses. */
export interface RegisteredDevices {
  /** The name of the recognised voice; null if none is recognised. */
  speaker: string | null;
  /** Adds a device. */
  register(device: Device): void;
  /** Begins a session on a device. If one was open, it ends. The skill is told of that by Alexa+ alone, and late. */
  beginSession(device: Device): void;
  /** Ends the session of a device, and the skill is not told. What is playing plays to its end. */
  endSession(device: Device): void;
  /** Ends the session of a device because Alexa took over, and tells the skill that its user ended it. */
  leaveSession(device: Device, recorder: Recorder): Promise<void>;
  /** Ends every session at once. The skill is told neither of these nor of those that ended before. */
  endAllSessions(): void;
  /** Sends a request in the session of a device, and carries out the response. */
  sendRequest(device: Device, body: RequestBody, recorder: Recorder): Promise<void>;
  /** Sends a skill event, which belongs to the account and not to a session. */
  sendEvent(body: RequestBody, recorder: Recorder): Promise<void>;
  /** What the skill threw after its answers since the last time, one sentence each. */
  thrownLate(): string[];
  /** Takes words as the answer to Alexa, who asks for a permission. `woken` says whether the wake word came first. */
  answerAlexa(device: Device, words: string, woken: boolean, recorder: Recorder): Promise<void>;
  /**
   * Moves the clock forward. Everything that happens meanwhile without anybody doing anything (reprompts, ends of
   * sessions, reminders) happens on every device. Only what happens on the watched device is recorded.
   *
   * @param milliseconds the new time of the virtual clock.
   */
  advanceTo(milliseconds: number, watched: Device, recorder: Recorder): Promise<void>;
}

const interfacesOf = (device: Device): ReadonlySet<string> =>
  new Set(Object.keys(factsOf(device).supportedInterfaces));

/** Creates an account's devices; there are none until one is registered. */
export function createRegisteredDevices(options: RegisteredDevicesOptions): RegisteredDevices {
  const { model, locale, account, faults, clock, nextId } = options;
  const calls = createSkillCalls(options);
  const all: Device[] = [];
  /** The ends of which Alexa+ has not told the skill yet, and when she will, the first first. */
  const untold: { readonly end: SessionEnd; readonly at: number }[] = [];

  /** @param device the device that sent the request; null for an event. */
  const check = (
    body: RequestBody,
    outcome: Outcome,
    recorder: Recorder,
    device: Device | null,
    shows = false,
  ) => {
    const interfaces = device === null ? new Set<string>() : interfacesOf(device);
    const { result, violations } = checkResponse(body, outcome, { model, interfaces, locale, shows });
    recorder.violations.push(...violations);
    return result;
  };

  const clear = (device: Device) => {
    device.session = null;
    device.elicitation = null;
    device.pendingPermission = null;
    device.screen = null;
    device.document = null;
  };

  const play = (device: Device, output: AudioOutput, recorder: Recorder) => {
    const document = lastDirective(output.directives, APL_DOCUMENT);
    if (document !== undefined) {
      device.screen = readScreen(document, factsOf(device).viewport);
      device.document = document;
    }
    recorder.played.push(output);
  };

  /**
   * Reports that the sound of an output could not be played, once its outputSpeech was heard. [?] Amazon does not
   * document when the report comes, nor that it comes at all after a response that ends the session. Here it does not.
   */
  const reportFailedSound = async (device: Device, report: RequestBody, recorder: Recorder) => {
    const { turn } = device;
    if (turn === null || device.session === null) return;
    await devices.advanceTo(audioEndsAt(turn), device, recorder);
    recorder.heard = { request: report.type, intent: null, slots: {}, match: 'exact' };
    recorder.reprompt = null;
    await devices.sendRequest(device, report, recorder);
    if (device.turn !== null && device.turn !== turn) device.turn = heardAsOne(turn, device.turn);
  };

  /** Carries out a response. */
  const carryOut = async (
    device: Device,
    session: SkillSession,
    body: RequestBody,
    response: SkillResponse,
    recorder: Recorder,
  ) => {
    const { reprompt } = response;
    const permission = permissionRequestIn(response);
    // [?] Whether Alexa still asks for a permission after such a failure is not known, so nothing fails here.
    const { output: answer, report } =
      permission === null ? heardOf(response.answer, faults) : { output: response.answer, report: null };
    const before = factsOf(device).alexaPlus && session.isNew ? [wrapper()] : [];
    const attributes = isRecord(response.sessionAttributes) ? response.sessionAttributes : {};
    session.isNew = false;
    session.attributes = attributes;
    device.state = asString(attributes.stateId) ?? device.state;
    recorder.card = readCard(response.card) ?? recorder.card;
    recorder.played.push(...before);
    play(device, answer, recorder);
    const segments = [...before, answer].flatMap((output) => output.segments);
    device.elicitation = null;
    if (permission !== null) return dialogue.begin(device, permission, segments, body.type, recorder);
    const listens = opensMicrophone(response);
    const elicit = lastDirective(answer.directives, 'Dialog.ElicitSlot');
    device.elicitation = elicit === undefined ? null : elicitationOf(elicit, intentIn(body));
    recorder.reprompt = listens && reprompt !== null ? reprompt.text : null;
    recorder.screen = device.screen?.text ?? null;
    const staysOpen = lingers(response, { interfaces: interfacesOf(device), shows: device.screen !== null });
    device.turn = {
      segments,
      beganAt: clock.now(),
      afterAudio: listens ? { kind: 'listen', reprompt } : staysOpen ? { kind: 'linger' } : { kind: 'over' },
      waited: false,
    };
    if (!listens && !staysOpen) {
      clear(device);
      // What the last reply shows stays while it plays.
      device.document = lastDirective(answer.directives, APL_DOCUMENT) ?? null;
    }
    if (report !== null) await reportFailedSound(device, report, recorder);
  };

  /**
   * Sounds a reminder. During a session a real device lowers the volume of what plays, sounds the reminder over it and
   * continues. So the reminder takes no time of the turn here, and the turn stays as it is.
   */
  const soundReminder = (text: string, recorder: Recorder) => {
    const reminder = reminderSound(text);
    recorder.reminders.push(reminder);
    recorder.played.push(reminder);
  };

  /** Ends the session of a device. The skill is told at once, or four minutes later by Alexa+. */
  const notifySessionEnded = async (device: Device, ending: JsonRecord, recorder: Recorder) => {
    const { session, screen } = device;
    if (session === null) return;
    clear(device);
    device.turn = null;
    const end = { device, session, screen, ending };
    if (factsOf(device).alexaPlus) tellLate(end);
    else await tell(end, recorder);
  };
  const tellLate = (end: SessionEnd) => {
    untold.push({ end, at: clock.now() + LATE_END_SECONDS * 1000 });
  };

  /** Sends a SessionEndedRequest. The answer to it is not played. */
  const tell = async ({ device, session, screen, ending }: SessionEnd, recorder: Recorder) => {
    const body = { type: 'SessionEndedRequest', ...ending };
    const outcome = await calls.inSession(body, { device, session, screen, speaker: devices.speaker });
    if (outcome.kind === 'answered' && (outcome.answer === undefined || outcome.answer === null)) return;
    check(body, outcome, recorder, device);
  };

  /** What a device does at its deadline: the reprompt, the end of Alexa's question, or the end of the session. */
  const actOnDeadline = async (device: Device, recorder: Recorder) => {
    const { turn } = device;
    const reprompt = turn?.afterAudio.kind === 'listen' ? turn.afterAudio.reprompt : null;
    if (turn === null || reprompt === null) {
      if (device.pendingPermission !== null) return dialogue.end(device, 'NOT_ANSWERED', recorder);
      await notifySessionEnded(device, { reason: 'EXCEEDED_MAX_REPROMPTS' }, recorder);
      return;
    }
    if (device.pendingPermission !== null) device.pendingPermission.repeated = true;
    const { output, report } = heardOf(reprompt, faults);
    play(device, output, recorder);
    device.turn = {
      segments: output.segments,
      beganAt: clock.now(),
      afterAudio: { kind: 'listen', reprompt: null },
      waited: turn.waited,
    };
    if (report !== null) await reportFailedSound(device, report, recorder);
  };

  const devices: RegisteredDevices = {
    speaker: null,
    register: (device) => {
      all.push(device);
      account.deviceIds.add(device.id);
    },
    beginSession: (device) => {
      const { session, screen } = device;
      if (factsOf(device).alexaPlus && session !== null)
        tellLate({ device, session, screen, ending: { reason: 'USER_INITIATED' } });
      clear(device);
      device.turn = null;
      device.session = { id: nextId('amzn1.echo-api.session'), isNew: true, attributes: {} };
    },
    endSession: clear,
    leaveSession: (device, recorder) => notifySessionEnded(device, { reason: 'USER_INITIATED' }, recorder),
    endAllSessions: () => {
      for (const device of all) {
        clear(device);
        device.turn = null;
      }
      untold.length = 0;
    },
    sendRequest: async (device, body, recorder) => {
      const { session, screen } = device;
      if (session === null) return;
      const outcome = await calls.inSession(body, { device, session, screen, speaker: devices.speaker });
      const result = check(body, outcome, recorder, device, device.screen !== null);
      if (typeof result !== 'string') return carryOut(device, session, body, result, recorder);
      recorder.error = SKILL_PROBLEM;
      const type = outcome.kind === 'late' ? 'ENDPOINT_TIMEOUT' : 'INVALID_RESPONSE';
      await notifySessionEnded(device, { reason: 'ERROR', error: { type, message: result } }, recorder);
    },
    sendEvent: async (body, recorder) => {
      const outcome = await calls.event(body);
      if (outcome.kind !== 'answered') {
        recorder.error = `The skill failed on the event: ${outcome.reason}.`;
      } else if (outcome.answer !== undefined && outcome.answer !== null) {
        check(body, outcome, recorder, null);
      }
    },
    thrownLate: calls.thrownLate,
    answerAlexa: (device, words, woken, recorder) => dialogue.hear(device, words, woken, recorder),
    advanceTo: async (milliseconds, watched, recorder) => {
      for (;;) {
        const due = all
          .map((device) => ({ device, at: deadlineOf(device) ?? Number.POSITIVE_INFINITY }))
          .reduce((first, next) => (next.at < first.at ? next : first));
        const reminder = account.due();
        const [nextUntold] = untold;
        const next = Math.min(
          due.at,
          ...[reminder, nextUntold].map((it) => it?.at ?? Number.POSITIVE_INFINITY),
        );
        if (next > milliseconds) break;
        // What happens in another room is not heard here, but the skill's violations there are reported.
        const elsewhere = { ...newRecorder(), violations: recorder.violations };
        if (nextUntold !== undefined && nextUntold.at === next) {
          clock.moveTo(nextUntold.at);
          untold.shift();
          await tell(nextUntold.end, nextUntold.end.device === watched ? recorder : elsewhere);
          continue;
        }
        if (reminder !== null && reminder.at <= due.at) {
          clock.moveTo(reminder.at);
          account.sounded(reminder);
          if (reminder.deviceId === watched.id) soundReminder(reminder.text, recorder);
          continue;
        }
        clock.moveTo(due.at);
        await actOnDeadline(due.device, due.device === watched ? recorder : elsewhere);
      }
      clock.moveTo(milliseconds);
    },
  };
  const keepsSession = options.permissionKeepsSession;
  const dialogue = createPermissionDialogue({ devices, account, clock, keepsSession });
  return devices;
}

import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { hasDialog, invocationNameOf } from '../../interaction-models/model-facts.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { RequestBody } from '../cloud/request-body.ts';
import { requestIntent, slotValuesOf } from '../cloud/request-intent.ts';
import { countWords } from '../response/timeline.ts';
import { parseInvocation } from '../understanding/invocation.ts';
import { understand } from '../understanding/understand.ts';
import {
  answerBeginsAt,
  audioEndsAt,
  type Device,
  deadlineOf,
  elicitationAt,
  interruptsAt,
  willListen,
} from './device.ts';
import type { DeviceFaults } from './device-fault.ts';
import type { EchoObserver } from './echo-observer.ts';
import type { Recorder } from './recorder.ts';
import type { RegisteredDevices } from './registered-devices.ts';

/** [?] What a device makes of such words is not documented; an intent without a name is never sent. */
const NOTHING_FITS =
  'No intent of the model fits these words, and it has no AMAZON.FallbackIntent: what a device sends cannot be told.';

const LAUNCH_LOST = 'Alexa took this for something else, and the skill was not called.';
const WORDS_LOST = 'Alexa took these words for herself: they did not reach the skill, whose session is over.';

/** What user input needs. */
export interface UserInputOptions {
  readonly devices: RegisteredDevices;
  readonly faults: DeviceFaults;
  readonly model: InteractionModel;
  readonly clock: VirtualClock;
  /** The IANA time zone in which dates and times are understood. */
  readonly timezone: string;
  /** Turns off near matches. */
  readonly strict: boolean;
  /** Whether the devices ignore Dialog.ElicitSlot. */
  readonly noElicit: boolean;
  /** Whether the skill is enabled in the Alexa app. */
  readonly isEnabled: () => boolean;
  readonly observer: EchoObserver;
}

/** What people do at a device. Each action first lets the time pass until it happens. */
export interface UserInput {
  /** Says words after the wake word. */
  wake(device: Device, words: string, recorder: Recorder): Promise<void>;
  /** Says words without the wake word, which only an open microphone hears. */
  answer(device: Device, words: string, recorder: Recorder): Promise<void>;
  /** Says nothing until the device acts by itself, or until the audio ends. */
  keepSilent(device: Device, recorder: Recorder): Promise<void>;
  /**
   * Touches the element with an id on the screen. It is not checked that there is one, so that a touch of an earlier
   * screen can be tried too.
   *
   * @param token that of the document that was touched, which may not be on the screen any more; that of the document on
   *   the screen if it is not given.
   */
  tap(device: Device, id: string, recorder: Recorder, token?: string): Promise<void>;
}

/** Words a second at which people talk to a device. */
const SPEAKING_WORDS_PER_SECOND = 2.5;

/** Creates the input for the devices of an account. */
export function createUserInput(options: UserInputOptions): UserInput {
  const { devices, faults, model, clock, timezone, strict, noElicit, isEnabled, observer } = options;

  /** Understands words in the open session, and sends their intent. Returns whether there was one to send. */
  const sendIntent = async (device: Device, words: string, recorder: Recorder): Promise<boolean> => {
    const elicitation = noElicit ? null : elicitationAt(device, clock.now());
    const circumstances = {
      elicit: elicitation === null ? null : { intent: elicitation.intent, slot: elicitation.slot },
      now: new Date(clock.now()),
      strict,
      timezone,
    };
    observer.understanding?.({ device: device.name, words, circumstances });
    const understood = understand(model, words, circumstances);
    if (understood.intent === '') {
      recorder.error = NOTHING_FITS;
      return false;
    }
    const continues = elicitation?.intent === understood.intent;
    const intent = requestIntent(model, understood, continues ? elicitation.known : {});
    const dialogState = continues ? 'IN_PROGRESS' : 'STARTED';
    recorder.heard = {
      request: 'IntentRequest',
      intent: intent.name,
      slots: slotValuesOf(intent),
      match: understood.match,
    };
    await devices.sendRequest(
      device,
      { type: 'IntentRequest', intent, ...(hasDialog(model, intent.name) ? { dialogState } : {}) },
      recorder,
    );
    return true;
  };

  /** Words that Alexa takes for herself: the session of the skill is over. */
  const lose = async (device: Device, sentence: string, recorder: Recorder) => {
    recorder.error = sentence;
    await devices.leaveSession(device, recorder);
  };

  const openSkill = async (device: Device, utterance: string | null, recorder: Recorder) => {
    if (!isEnabled()) {
      recorder.error = "Alexa says that the skill isn't enabled, and offers to enable it.";
      return;
    }
    if (faults.take('launch')) return lose(device, LAUNCH_LOST, recorder);
    devices.beginSession(device);
    if (utterance !== null) {
      if (!(await sendIntent(device, utterance, recorder))) devices.endSession(device);
      return;
    }
    recorder.heard = { request: 'LaunchRequest', intent: null, slots: {}, match: 'exact' };
    await devices.sendRequest(device, { type: 'LaunchRequest' }, recorder);
  };

  const wake: UserInput['wake'] = async (device, words, recorder) => {
    await devices.advanceTo(interruptsAt(device.turn, clock.now()), device, recorder);
    if (words === '') {
      recorder.error = 'Alexa heard nothing but her name.';
      return;
    }
    const invocation = parseInvocation(invocationNameOf(model), words);
    if (invocation !== null) {
      await openSkill(device, invocation.kind === 'one-shot' ? invocation.utterance : null, recorder);
    } else if (device.pendingPermission !== null) {
      await devices.answerAlexa(device, words, true, recorder);
    } else if (device.session === null) {
      recorder.error = 'Alexa answers this herself: the skill is not open.';
    } else if (faults.take('answer')) {
      await lose(device, WORDS_LOST, recorder);
    } else {
      await sendIntent(device, words, recorder);
    }
  };

  const answer: UserInput['answer'] = async (device, words, recorder) => {
    const { turn } = device;
    if (turn === null || !willListen(device)) return;
    await devices.advanceTo(answerBeginsAt(turn, clock.now()), device, recorder);
    // From here on the device hears somebody, so that the microphone does not close.
    device.turn = null;
    const speakingMilliseconds = (countWords(words) / SPEAKING_WORDS_PER_SECOND) * 1000;
    await devices.advanceTo(clock.now() + speakingMilliseconds, device, recorder);
    if (device.pendingPermission !== null) await devices.answerAlexa(device, words, false, recorder);
    else if (faults.take('answer')) await lose(device, WORDS_LOST, recorder);
    // After words for which there is no intent, the microphone is open again, and then the reprompt comes.
    else if (!(await sendIntent(device, words, recorder))) {
      device.turn = { ...turn, segments: [], beganAt: clock.now() };
    }
  };

  const keepSilent: UserInput['keepSilent'] = async (device, recorder) => {
    const { turn } = device;
    if (turn === null) return;
    const until = deadlineOf(device) ?? Math.max(clock.now(), audioEndsAt(turn));
    await devices.advanceTo(until, device, recorder);
    if (device.turn !== null) device.turn.waited = false;
  };

  const tap: UserInput['tap'] = async (device, id, recorder, touched) => {
    // While Alexa asks for a permission, the screen is not the skill's.
    if (device.screen === null || device.session === null || device.pendingPermission !== null) {
      recorder.error = 'There is nothing on a screen that could be touched.';
      return;
    }
    const token = touched ?? device.screen.token;
    await devices.advanceTo(interruptsAt(device.turn, clock.now()), device, recorder);
    const body: RequestBody = {
      type: 'Alexa.Presentation.APL.UserEvent',
      ...(token === undefined ? {} : { token }),
      arguments: [id],
      source: { type: 'TouchWrapper', handler: 'Press', id },
      components: {},
    };
    recorder.heard = { request: body.type, intent: null, slots: {}, match: 'exact' };
    await devices.sendRequest(device, body, recorder);
  };

  return { wake, answer, keepSilent, tap };
}

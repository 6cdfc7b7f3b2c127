import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { AlexaAccount } from '../cloud/account.ts';
import type { RequestBody } from '../cloud/request-body.ts';
import type { PermissionRequest } from '../response/permission-request.ts';
import type { AudioOutput } from '../response/skill-response.ts';
import { type Consent, consentIn, consentQuestion } from './consent.ts';
import { audioEndsAt, type Device, heardAsOne, type Turn } from './device.ts';
import type { Recorder } from './recorder.ts';

/** What the dialogue needs. */
export interface DialogueOptions {
  readonly account: AlexaAccount;
  readonly clock: VirtualClock;
  /** Whether the skill is told of the answer in the session in which it asked. */
  readonly keepsSession: boolean;
  /** How the dialogue acts on the devices. */
  readonly devices: {
    beginSession(device: Device): void;
    endSession(device: Device): void;
    sendRequest(device: Device, body: RequestBody, recorder: Recorder): Promise<void>;
    advanceTo(milliseconds: number, watched: Device, recorder: Recorder): Promise<void>;
  };
}

/** The dialogue in which Alexa, not the skill, asks for a permission. */
export interface PermissionDialogue {
  /**
   * Begins after a response that asks for a permission. If it is granted already, the skill is told so at once.
   *
   * @param segments what is heard of the response.
   * @param answered the type of the request that the response answers.
   */
  begin(
    device: Device,
    permission: PermissionRequest,
    segments: Turn['segments'],
    answered: string,
    recorder: Recorder,
  ): Promise<void>;
  /** Takes words as the answer to Alexa's question. `woken` says whether the wake word came first. */
  hear(device: Device, words: string, woken: boolean, recorder: Recorder): Promise<void>;
  /** Ends the dialogue, and tells the skill of the answer. */
  end(device: Device, consent: Consent, recorder: Recorder): Promise<void>;
}

/** Creates the dialogue for the devices of an account. */
export function createPermissionDialogue(options: DialogueOptions): PermissionDialogue {
  const { devices, account, clock, keepsSession } = options;

  const listeningTurn = (segments: Turn['segments'], reprompt: AudioOutput | null): Turn => ({
    segments,
    beganAt: clock.now(),
    afterAudio: { kind: 'listen', reprompt },
    waited: false,
  });

  /**
   * Tells the skill of the answer. [?] Amazon does not say whether the session in which the skill asked continues, nor
   * whether its attributes are kept. Here both are the case, unless `keepsSession` is false.
   */
  const report = async (
    device: Device,
    { scope, token }: PermissionRequest,
    consent: Consent,
    recorder: Recorder,
  ) => {
    device.pendingPermission = null;
    if (consent !== 'NOT_ANSWERED') account.decide(scope, consent === 'ACCEPTED' ? 'GRANTED' : 'DENIED');
    if (!keepsSession) devices.beginSession(device);
    recorder.heard = { request: 'Connections.Response', intent: null, slots: {}, match: 'exact' };
    await devices.sendRequest(
      device,
      {
        type: 'Connections.Response',
        name: 'AskFor',
        status: { code: '200', message: 'OK' },
        payload: { permissionScope: scope, status: consent, isCardThrown: false },
        token,
      },
      recorder,
    );
  };

  const begin: PermissionDialogue['begin'] = async (device, permission, segments, answered, recorder) => {
    if (!account.isGranted(permission.scope)) {
      const question = consentQuestion();
      recorder.played.push(question);
      device.pendingPermission = { ...permission, repeated: false };
      device.turn = listeningTurn([...segments, ...question.segments], question);
      recorder.reprompt = question.text;
      return;
    }
    const answerTurn: Turn = {
      segments,
      beganAt: clock.now(),
      afterAudio: { kind: 'over' },
      waited: false,
    };
    device.turn = answerTurn;
    if (answered === 'Connections.Response') {
      // Otherwise asking and reporting would go on without end.
      recorder.violations.push(
        'The response asks for a permission of which it was just told that it is granted.',
      );
      devices.endSession(device);
      return;
    }
    await devices.advanceTo(audioEndsAt(answerTurn), device, recorder);
    await report(device, permission, 'ACCEPTED', recorder);
    const { turn } = device;
    if (turn === null || turn === answerTurn) return;
    device.turn = heardAsOne(answerTurn, turn);
  };

  const end: PermissionDialogue['end'] = async (device, consent, recorder) => {
    if (device.pendingPermission !== null) await report(device, device.pendingPermission, consent, recorder);
  };

  const hear: PermissionDialogue['hear'] = async (device, words, woken, recorder) => {
    const { pendingPermission } = device;
    if (pendingPermission === null) return;
    const consent = consentIn(words);
    // [?] Amazon does not document what "alexa, stop" does while she asks. Here it ends her question, not the skill,
    // which is told that nobody answered.
    if (consent !== null || woken || pendingPermission.repeated) {
      await end(device, consent ?? 'NOT_ANSWERED', recorder);
      return;
    }
    const question = consentQuestion();
    pendingPermission.repeated = true;
    recorder.played.push(question);
    device.turn = listeningTurn(question.segments, null);
  };

  return { begin, hear, end };
}

import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { AlexaAccount } from '../cloud/account.ts';
import type { RequestBody } from '../response/check-response.ts';
import {
  type Consent,
  consentIn,
  consentQuestion,
  type PermissionAsk,
} from '../response/permission-request.ts';
import type { Audible, SkillResponse } from '../response/skill-response.ts';
import { audioEndsAt, type Device, type Turn } from './device.ts';
import type { Tape } from './recorder.ts';

/** What the dialogue has done by the household it belongs to. */
interface Surroundings {
  begin(device: Device): void;
  ask(device: Device, body: RequestBody, tape: Tape): Promise<void>;
  end(device: Device): void;
  advanceTo(milliseconds: number, watched: Device, tape: Tape): Promise<void>;
}

/** What the dialogue needs. */
export interface DialogueParts {
  readonly household: Surroundings;
  readonly account: AlexaAccount;
  readonly clock: VirtualClock;
  /** Whether the skill hears of the answer in the session in which it asked. */
  readonly keepsSession: boolean;
  /** Lets a device play something of Alexa's own. */
  readonly play: (audible: Audible, tape: Tape) => void;
}

/** The dialogue in which Alexa, not the skill, asks for a permission. */
export interface PermissionDialogue {
  /**
   * Begins after a response that asks; without a question when the permission is granted already.
   * @param request the type of the request that was answered.
   */
  begin(
    device: Device,
    ask: PermissionAsk,
    response: SkillResponse,
    request: string,
    tape: Tape,
  ): Promise<void>;
  /** Takes words as the answer to Alexa; `woken` when they came with the wake word. */
  hear(device: Device, words: string, woken: boolean, tape: Tape): Promise<void>;
  /** Ends the dialogue, and tells the skill. */
  end(device: Device, consent: Consent, tape: Tape): Promise<void>;
}

/** The dialogue of a household's devices. */
export function createPermissionDialogue(parts: DialogueParts): PermissionDialogue {
  const { household, account, clock, keepsSession, play } = parts;

  const listen = (segments: Turn['segments'], reprompt: Audible | null): Turn => ({
    segments,
    beganAt: clock.now(),
    afterwards: { kind: 'listen', reprompt },
    waited: false,
  });

  /**
   * Tells the skill what came of asking. [?] Amazon does not say whether the session in which it asked goes on, nor
   * whether its attributes are still there: here they are, unless the Echo is set up otherwise.
   */
  const report = async (device: Device, { scope, token }: PermissionAsk, consent: Consent, tape: Tape) => {
    device.asking = null;
    if (consent !== 'NOT_ANSWERED') account.decide(scope, consent === 'ACCEPTED' ? 'GRANTED' : 'DENIED');
    if (!keepsSession) household.begin(device);
    tape.heard = { request: 'Connections.Response', intent: null, slots: {}, match: 'exact' };
    await household.ask(
      device,
      {
        type: 'Connections.Response',
        name: 'AskFor',
        status: { code: '200', message: 'OK' },
        payload: { permissionScope: scope, status: consent, isCardThrown: false },
        token,
      },
      tape,
    );
  };

  const begin: PermissionDialogue['begin'] = async (device, ask, { answer }, request, tape) => {
    if (!account.isGranted(ask.scope)) {
      const question = consentQuestion();
      play(question, tape);
      device.asking = { ...ask, again: false };
      device.turn = listen([...answer.segments, ...question.segments], question);
      tape.reprompt = question.text;
      return;
    }
    const said: Turn = {
      segments: answer.segments,
      beganAt: clock.now(),
      afterwards: { kind: 'over' },
      waited: false,
    };
    device.turn = said;
    if (request === 'Connections.Response') {
      // Asked and told without end otherwise.
      tape.violations.push(
        'The response asks for a permission of which it was just told that it is granted.',
      );
      household.end(device);
      return;
    }
    await household.advanceTo(audioEndsAt(said), device, tape);
    await report(device, ask, 'ACCEPTED', tape);
    // What was said before and what is said now are heard in one piece.
    const { turn } = device;
    if (turn === null || turn === said) return;
    device.turn = { ...turn, segments: [...said.segments, ...turn.segments], beganAt: said.beganAt };
  };

  const end = async (device: Device, consent: Consent, tape: Tape) => {
    if (device.asking !== null) await report(device, device.asking, consent, tape);
  };

  const hear = async (device: Device, words: string, woken: boolean, tape: Tape) => {
    const { asking } = device;
    if (asking === null) return;
    const consent = consentIn(words);
    // [?] What a device makes of "alexa, stop" while she asks is not documented: her question is dropped, not the
    // skill, which is told that nobody answered.
    if (consent !== null || woken || asking.again) {
      await end(device, consent ?? 'NOT_ANSWERED', tape);
      return;
    }
    const question = consentQuestion();
    asking.again = true;
    play(question, tape);
    device.turn = listen(question.segments, null);
  };

  return { begin, hear, end };
}

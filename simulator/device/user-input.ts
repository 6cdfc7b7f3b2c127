import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { hasDialog, invocationNameOf } from '../../interaction-models/model-facts.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import { intentOf, valuesOf } from '../cloud/request-intent.ts';
import type { RequestBody } from '../response/check-response.ts';
import { countWords } from '../response/timeline.ts';
import { parseInvocation } from '../understanding/invocation.ts';
import { understand } from '../understanding/understand.ts';
import { answerBeginsAt, audioEndsAt, bargeInAt, type Device, deadlineOf, willListen } from './device.ts';
import type { Tape } from './recorder.ts';
import type { Household } from './registered-devices.ts';

/** What people need to talk to the devices of a household. */
export interface TalkParts {
  readonly household: Household;
  readonly model: InteractionModel;
  readonly clock: VirtualClock;
  readonly timezone: string;
  /** Leaves out near matches. */
  readonly strict: boolean;
  /** Whether the skill is enabled in the Alexa app. */
  readonly isEnabled: () => boolean;
}

/** What people do at a device: time passes until they do it, and what follows is noted on the tape. */
export interface Talk {
  /** Words after the wake word. */
  bargeIn(here: Device, words: string, tape: Tape): Promise<void>;
  /** Words without it, which only an open microphone hears. */
  answer(here: Device, words: string, tape: Tape): Promise<void>;
  keepSilent(here: Device, tape: Tape): Promise<void>;
  /** A touch on an element of the screen. */
  tap(here: Device, id: string, tape: Tape): Promise<void>;
}

/** Words a second at which people talk to a device. */
const SPEAKING_WORDS_PER_SECOND = 2.5;

/** How people talk to the devices of a household. */
export function createTalk({ household, model, clock, timezone, strict, isEnabled }: TalkParts): Talk {
  /** Understands words in the open session and sends the intent. */
  const tell = async (here: Device, words: string, tape: Tape) => {
    const { elicitation } = here;
    const understood = understand(model, words, {
      elicit: elicitation === null ? null : { intent: elicitation.intent, slot: elicitation.slot },
      now: new Date(clock.now()),
      strict,
      timezone,
    });
    const intent = intentOf(model, understood, elicitation);
    const resumes = elicitation?.intent === intent.name;
    const dialog = hasDialog(model, intent.name) ? { dialogState: resumes ? 'IN_PROGRESS' : 'STARTED' } : {};
    tape.heard = {
      request: 'IntentRequest',
      intent: intent.name,
      slots: valuesOf(intent),
      match: understood.match,
    };
    await household.ask(here, { type: 'IntentRequest', intent, ...dialog }, tape);
  };

  const openSkill = async (here: Device, utterance: string | null, tape: Tape) => {
    if (!isEnabled()) {
      tape.error = "Alexa says that the skill isn't enabled, and offers to enable it.";
      return;
    }
    household.begin(here);
    if (utterance !== null) return tell(here, utterance, tape);
    tape.heard = { request: 'LaunchRequest', intent: null, slots: {}, match: 'exact' };
    await household.ask(here, { type: 'LaunchRequest' }, tape);
  };

  const bargeIn = async (here: Device, words: string, tape: Tape) => {
    await household.advanceTo(bargeInAt(here.turn, clock.now()), here, tape);
    if (words === '') {
      tape.error = 'Alexa heard nothing but her name.';
      return;
    }
    const invocation = parseInvocation(invocationNameOf(model), words);
    if (invocation !== null) {
      await openSkill(here, invocation.kind === 'one-shot' ? invocation.utterance : null, tape);
    } else if (here.asking !== null) {
      await household.answerAlexa(here, words, true, tape);
    } else if (here.session === null) {
      tape.error = 'Alexa answers this herself: the skill is not open.';
    } else {
      await tell(here, words, tape);
    }
  };

  const answer = async (here: Device, words: string, tape: Tape) => {
    const { turn } = here;
    if (turn === null || !willListen(here)) return;
    await household.advanceTo(answerBeginsAt(turn, clock.now()), here, tape);
    // From here on the device hears somebody: its window no longer closes.
    here.turn = null;
    const spoken = (countWords(words) / SPEAKING_WORDS_PER_SECOND) * 1000;
    await household.advanceTo(clock.now() + spoken, here, tape);
    if (here.asking !== null) await household.answerAlexa(here, words, false, tape);
    else await tell(here, words, tape);
  };

  const keepSilent = async (here: Device, tape: Tape) => {
    const { turn } = here;
    if (turn === null) return;
    const until = deadlineOf(here) ?? Math.max(clock.now(), audioEndsAt(turn));
    await household.advanceTo(until, here, tape);
    if (here.turn !== null) here.turn.waited = false;
  };

  const tap = async (here: Device, id: string, tape: Tape) => {
    // While Alexa asks for a permission the screen is hers.
    if (here.screen === null || here.session === null || here.asking !== null) {
      tape.error = 'There is nothing on a screen that could be touched.';
      return;
    }
    await household.advanceTo(bargeInAt(here.turn, clock.now()), here, tape);
    const body: RequestBody = {
      type: 'Alexa.Presentation.APL.UserEvent',
      ...(here.screen.token === undefined ? {} : { token: here.screen.token }),
      arguments: [id],
      source: { type: 'TouchWrapper', handler: 'Press', id },
      components: {},
    };
    tape.heard = { request: body.type, intent: null, slots: {}, match: 'exact' };
    await household.ask(here, body, tape);
  };

  return { bargeIn, answer, keepSilent, tap };
}

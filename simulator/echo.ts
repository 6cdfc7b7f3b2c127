import { RESPONSE_SECONDS } from './alexa-limits.ts';
import { type Command, parseCommand } from './commands.ts';
import { type DatabaseMeter, NO_USE } from './database-meter.ts';
import {
  answerBeginsAt,
  audioEndsAt,
  bargeInAt,
  type Device,
  deadlineOf,
  newDevice,
  willListen,
} from './device.ts';
import { DEVICE_FACTS, type DeviceKind } from './device-kind.ts';
import type { Exchange } from './exchange.ts';
import type { SkillHandler } from './handler.ts';
import { createHousehold, type RequestBody } from './household.ts';
import { deviceIdOf, idsFrom } from './identity.ts';
import type { InteractionModel } from './interaction-model.ts';
import { hasDialog, invocationNameOf } from './model-facts.ts';
import { intentOf, valuesOf } from './slots.ts';
import { emptyTape, exchangeOf, type Tape } from './tape.ts';
import { countWords, type Segment } from './timeline.ts';
import { parseInvocation } from './understanding/invocation.ts';
import { understand } from './understanding/understand.ts';
import { createVirtualClock } from './virtual-clock.ts';

/** How an Echo is set up. */
export interface EchoOptions {
  /** The skill. */
  readonly handler: SkillHandler;
  /** What people can say to it. */
  readonly model: InteractionModel;
  /** The moment at which the virtual clock begins. */
  readonly start: Date;
  /** The kind of device; `echo` when left out. */
  readonly device?: DeviceKind;
  /** `en-US` when left out. */
  readonly locale?: string;
  /** A short name or a full account id; `demo` when left out. */
  readonly user?: string;
  /** The IANA time zone in which dates and times are understood; `UTC` when left out. */
  readonly timezone?: string;
  /** Request and session ids derive from it: the same seed gives the same ids. `1` when left out. */
  readonly seed?: string | number;
  /** Leaves out near matches. */
  readonly strict?: boolean;
  /** The name of the first device; `kitchen` when left out. The same user and name give the same id everywhere. */
  readonly deviceId?: string;
  /** Meters the database and injects faults; without it nothing is metered. */
  readonly database?: DatabaseMeter;
  /** Real seconds the skill may take to answer; Alexa's 8 when left out. */
  readonly limitSeconds?: number;
}

/** What the device in use is playing at this moment of the virtual clock. */
export interface Playing {
  readonly segments: readonly Segment[];
  /** Seconds since the first segment began; more than the whole when all has played. */
  readonly elapsed: number;
  /** Whether the microphone opens afterwards. */
  readonly listens: boolean;
}

/** A simulated Echo, with a virtual clock: time passes only by what is said and waited. */
export interface Echo {
  /**
   * Works off one line of input: words, or one of the commands of commands.ts.
   * @returns what it brought about; null for a comment or a blank line.
   */
  line(text: string): Promise<Exchange | null>;
  /** The moment on the virtual clock. */
  now(): Date;
  /** What is playing; null when nothing was played yet, or what was has been cut off. */
  playing(): Playing | null;
}

/** Words a second at which people talk to a device. */
const SPEAKING_WORDS_PER_SECOND = 2.5;

/** Sets up an Echo in a household of its own. */
export function createEcho(options: EchoOptions): Echo {
  const { model, database, locale = 'en-US', user = 'demo', timezone = 'UTC', strict = false } = options;
  const clock = createVirtualClock(options.start);
  const household = createHousehold({
    handler: options.handler,
    model,
    facts: DEVICE_FACTS[options.device ?? 'echo'],
    locale,
    user,
    clock,
    nextId: idsFrom(String(options.seed ?? 1)),
    limitSeconds: options.limitSeconds ?? RESPONSE_SECONDS,
  });
  const devices = new Map<string, Device>();
  const deviceNamed = (name: string): Device => {
    const known = devices.get(name.toLowerCase());
    if (known !== undefined) return known;
    const device = newDevice(name, deviceIdOf(user, name.toLowerCase()));
    devices.set(name.toLowerCase(), device);
    household.join(device);
    return device;
  };
  let here = deviceNamed(options.deviceId ?? 'kitchen');
  let enabled = true;

  /** Understands words in the open session and sends the intent. */
  const tell = async (words: string, tape: Tape) => {
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

  const openSkill = async (utterance: string | null, tape: Tape) => {
    if (!enabled) {
      tape.error = "Alexa says that the skill isn't enabled, and offers to enable it.";
      return;
    }
    household.begin(here);
    if (utterance !== null) return tell(utterance, tape);
    tape.heard = { request: 'LaunchRequest', intent: null, slots: {}, match: 'exact' };
    await household.ask(here, { type: 'LaunchRequest' }, tape);
  };

  const bargeIn = async (words: string, tape: Tape) => {
    await household.advanceTo(bargeInAt(here.turn, clock.now()), here, tape);
    if (words === '') {
      tape.error = 'Alexa heard nothing but her name.';
      return;
    }
    const invocation = parseInvocation(invocationNameOf(model), words);
    if (invocation !== null) {
      await openSkill(invocation.kind === 'one-shot' ? invocation.utterance : null, tape);
    } else if (here.session === null) {
      tape.error = 'Alexa answers this herself: the skill is not open.';
    } else {
      await tell(words, tape);
    }
  };

  const answer = async (words: string, tape: Tape) => {
    const { turn } = here;
    if (turn === null || !willListen(here)) return;
    await household.advanceTo(answerBeginsAt(turn, clock.now()), here, tape);
    // From here on the device hears somebody: its window no longer closes.
    here.turn = null;
    const spoken = (countWords(words) / SPEAKING_WORDS_PER_SECOND) * 1000;
    await household.advanceTo(clock.now() + spoken, here, tape);
    await tell(words, tape);
  };

  const keepSilent = async (tape: Tape) => {
    const { turn } = here;
    if (turn === null) return;
    const until = deadlineOf(here) ?? Math.max(clock.now(), audioEndsAt(turn));
    await household.advanceTo(until, here, tape);
    if (here.turn !== null) here.turn.waited = false;
  };

  const wait = async (seconds: number, tape: Tape) => {
    for (const { turn } of devices.values()) if (turn !== null) turn.waited = true;
    await household.advanceTo(clock.now() + seconds * 1000, here, tape);
  };

  const tap = async (id: string, tape: Tape) => {
    if (here.screen === null || here.session === null) {
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

  const disable = async (tape: Tape) => {
    if (!enabled) {
      tape.error = 'The skill is disabled already.';
      return;
    }
    enabled = false;
    household.endAll();
    tape.heard = { request: 'AlexaSkillEvent.SkillDisabled', intent: null, slots: {}, match: 'exact' };
    await household.announce({ type: 'AlexaSkillEvent.SkillDisabled' }, tape);
  };

  const run = async (command: Command, tape: Tape): Promise<void> => {
    switch (command.kind) {
      case 'speech':
        return command.wakeWord ? bargeIn(command.words, tape) : answer(command.words, tape);
      case 'silence':
        return keepSilent(tape);
      case 'wait':
        return wait(command.seconds, tape);
      case 'speaker':
        household.speaker = command.name;
        return;
      case 'device':
        here = deviceNamed(command.name);
        return;
      case 'tap':
        return tap(command.id, tape);
      case 'disable':
        return disable(tape);
      case 'enable':
        enabled = true;
        return;
      case 'fault':
        if (database === undefined) tape.error = 'There is no database here that could fail.';
        database?.fail(command.fault, command.count);
        return;
      case 'unknown':
        tape.error = command.problem;
        return;
      case 'comment':
        return;
    }
  };

  return {
    line: async (text) => {
      const command = parseCommand(text);
      if (command.kind === 'comment') return null;
      const tape = emptyTape();
      await run(command, tape);
      return exchangeOf(text.trim(), tape, here, database?.take() ?? NO_USE);
    },
    now: () => new Date(clock.now()),
    playing: () => {
      const { turn } = here;
      if (turn === null) return null;
      const elapsed = (clock.now() - turn.beganAt) / 1000;
      return { segments: turn.segments, elapsed, listens: willListen(here) };
    },
  };
}

import { createVirtualClock } from '../clock/virtual-clock.ts';
import { createAccount, newRecord } from '../cloud/account.ts';
import { NO_ALEXA_SERVICES } from '../cloud/envelope.ts';
import { deviceIdOf, idsFrom } from '../cloud/identity.ts';
import { RESPONSE_SECONDS } from '../cloud/limits.ts';
import { NO_USE } from '../database/database-meter.ts';
import type { Card } from '../response/card.ts';
import type { Segment } from '../response/timeline.ts';
import { type Command, parseCommand } from './commands.ts';
import { type Device, newDevice, willListen } from './device.ts';
import { DEVICE_FACTS } from './device-kind.ts';
import type { EchoOptions } from './echo-options.ts';
import type { Exchange } from './exchange.ts';
import { emptyTape, exchangeOf, type Tape } from './recorder.ts';
import { createHousehold } from './registered-devices.ts';
import { createTalk } from './user-input.ts';

/** What the device in use is playing at this moment of the virtual clock. */
export interface Playing {
  readonly segments: readonly Segment[];
  /** Seconds since the first segment began; more than the whole when all has played. */
  readonly elapsed: number;
  /** Whether the microphone opens afterwards. */
  readonly listens: boolean;
}

/** A piece of what was heard: from one response or reprompt, from Alexa herself, or a reminder. */
export interface HeardPiece {
  readonly segments: readonly Segment[];
  readonly isReminder: boolean;
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
  /** What was heard because of the last line, in its order. */
  heard(): readonly HeardPiece[];
  /** The card that the last line brought to the Alexa app; null when it brought none. */
  card(): Card | null;
}

/** Sets up an Echo in a household of its own. */
export function createEcho(options: EchoOptions): Echo {
  const {
    model,
    database,
    services,
    locale = 'en-US',
    user = 'demo',
    timezone = 'UTC',
    strict = false,
  } = options;
  const clock = createVirtualClock(options.start);
  const seed = String(options.seed ?? 1);
  const setting = { user, clock, timezone, locale, seed };
  const account = services?.account(setting) ?? createAccount(newRecord(), setting, () => {});
  const household = createHousehold({
    handler: options.handler,
    model,
    facts: DEVICE_FACTS[options.device ?? 'echo'],
    locale,
    user,
    account,
    apiEndpoint: services?.endpoint ?? NO_ALEXA_SERVICES,
    clock,
    nextId: idsFrom(seed),
    limitSeconds: options.limitSeconds ?? RESPONSE_SECONDS,
    permissionKeepsSession: options.permissionKeepsSession ?? true,
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
  let last = emptyTape();
  const talk = createTalk({ household, model, clock, timezone, strict, isEnabled: () => enabled });

  const wait = async (seconds: number, tape: Tape) => {
    for (const { turn } of devices.values()) if (turn !== null) turn.waited = true;
    await household.advanceTo(clock.now() + seconds * 1000, here, tape);
  };

  const disable = async (tape: Tape) => {
    if (!enabled) {
      tape.error = 'The skill is disabled already.';
      return;
    }
    enabled = false;
    household.endAll();
    account.disable();
    tape.heard = { request: 'AlexaSkillEvent.SkillDisabled', intent: null, slots: {}, match: 'exact' };
    await household.announce({ type: 'AlexaSkillEvent.SkillDisabled' }, tape);
  };

  const run = async (command: Command, tape: Tape): Promise<void> => {
    switch (command.kind) {
      case 'speech':
        return command.wakeWord
          ? talk.bargeIn(here, command.words, tape)
          : talk.answer(here, command.words, tape);
      case 'silence':
        return talk.keepSilent(here, tape);
      case 'wait':
        return wait(command.seconds, tape);
      case 'speaker':
        household.speaker = command.name;
        return;
      case 'device':
        here = deviceNamed(command.name);
        return;
      case 'tap':
        return talk.tap(here, command.id, tape);
      case 'disable':
        return disable(tape);
      case 'enable':
        enabled = true;
        return;
      case 'fault':
        if (database === undefined) tape.error = 'There is no database here that could fail.';
        database?.fail(command.fault, command.count);
        return;
      case 'service-fault':
        if (services === undefined) tape.error = 'There are no services of Alexa here that could fail.';
        services?.fail(command.fault, command.count);
        return;
      case 'grant':
      case 'revoke':
        if (!enabled) tape.error = "The skill isn't enabled, so that there is nothing to allow it.";
        else account.decide(command.permission, command.kind === 'grant' ? 'GRANTED' : 'DENIED');
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
      last = tape;
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
    heard: () =>
      last.played.map((audible) => ({
        segments: audible.segments,
        isReminder: last.reminders.includes(audible),
      })),
    card: () => last.card,
  };
}

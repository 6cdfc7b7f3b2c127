import { createVirtualClock } from '../clock/virtual-clock.ts';
import { createAccount, newRecord } from '../cloud/account.ts';
import { NO_ALEXA_SERVICES } from '../cloud/envelope.ts';
import { deviceIdOf, idsFrom } from '../cloud/identity.ts';
import { RESPONSE_SECONDS } from '../cloud/limits.ts';
import { NO_USE } from '../database/database-meter.ts';
import type { JsonRecord } from '../json-value.ts';
import type { Card } from '../response/card.ts';
import type { TimelineSegment } from '../response/timeline.ts';
import { type Command, parseCommand } from './commands.ts';
import { audioEndsAt, type Device, deadlineOf, newDevice, type Turn, willListen } from './device.ts';
import { createDeviceFaults } from './device-fault.ts';
import type { DeviceKind } from './device-kind.ts';
import type { EchoOptions } from './echo-options.ts';
import type { Exchange } from './exchange.ts';
import { exchangeOf, newRecorder, type Recorder } from './recorder.ts';
import { createRegisteredDevices } from './registered-devices.ts';
import { createUserInput } from './user-input.ts';

/** What the device in use is playing at this moment of the virtual clock. */
export interface Playback {
  readonly segments: readonly TimelineSegment[];
  /** Seconds since the first segment began; more than the segments last if all have played. */
  readonly elapsed: number;
  /** Whether the microphone opens afterwards. */
  readonly listens: boolean;
}

/** A part of what was played: a response, a reprompt, something that Alexa said herself, or a reminder. */
export interface PlayedPart {
  readonly segments: readonly TimelineSegment[];
  readonly isReminder: boolean;
}

/** A device as it is at this moment. */
export interface DeviceView {
  readonly name: string;
  readonly kind: DeviceKind;
  /** What it is playing or played last: another object for each turn. Null if it was interrupted or never played. */
  readonly turn: Turn | null;
  /** Whether the microphone is open, or opens after what is playing. */
  readonly listens: boolean;
  readonly session: 'open' | 'ended';
  /** The session attributes; null outside of a session. */
  readonly attributes: JsonRecord | null;
  readonly state: string | null;
  /** The directive whose document is on the screen; null if nothing is. */
  readonly document: JsonRecord | null;
  /** When the audio ends, and when the device acts by itself; milliseconds on the virtual clock, null if never. */
  readonly audioEndsAt: number | null;
  readonly actsAt: number | null;
}

/** The Echo as one front end uses it. */
export interface EchoInUse {
  /**
   * Carries out one line of input: words, or one of the commands in commands.ts.
   *
   * @returns the result; null for a comment or a blank line.
   */
  line(text: string): Promise<Exchange | null>;
  /** The moment on the virtual clock. */
  now(): Date;
  /** What is playing; null if nothing has played yet, or if it was interrupted. */
  playing(): Playback | null;
  /** What was played because of the last line, in order. */
  played(): readonly PlayedPart[];
  /** The card that the last line sent to the Alexa app; null if there was none. */
  card(): Card | null;
  /** The device in use as it is at this moment, which may be in the middle of a line. */
  view(): DeviceView;
  /** The name of the recognised voice; null if none is recognised. */
  speaker(): string | null;
}

/** A simulated Echo with a virtual clock. Time passes only while something is said or waited for. */
export interface Echo extends EchoInUse {
  /**
   * Touches something on the screen of the device in use, as the line `(tap ID)` does.
   *
   * @param token that of the document that was touched. If another one is on the screen by now, the skill is told so by it.
   */
  touch(id: string, token: string): Promise<Exchange>;
  /** The name of the device in use. */
  here(): string;
  /**
   * Goes to a device without a line: the next lines are said there, in this voice.
   *
   * @param speaker the name of the recognised voice; null if none is recognised.
   */
  use(device: string, speaker: string | null): void;
  /** A device as it is now. One that nobody has spoken to yet is added, of the kind of the first device. */
  device(name: string): DeviceView;
  /** Makes a device one of another kind, from the next request on. What was on its screen is gone. */
  become(name: string, kind: DeviceKind): void;
}

/** Sets up an Echo. Its account is its own, unless the options share Alexa's services with another Echo. */
export function createEcho(options: EchoOptions): Echo {
  const {
    model,
    database,
    services,
    locale = 'en-US',
    user = 'demo',
    timezone = 'UTC',
    strict = false,
    noElicit = false,
  } = options;
  const clock = createVirtualClock(options.start);
  const seed = String(options.seed ?? 1);
  const accountOptions = { user, clock, timezone, locale, seed };
  const account = services?.account(accountOptions) ?? createAccount(newRecord(), accountOptions, () => {});
  const faults = createDeviceFaults();
  const observer = options.observer ?? {};
  const devices = createRegisteredDevices({
    handler: options.handler,
    model,
    locale,
    user,
    account,
    faults,
    apiEndpoint: services?.endpoint ?? NO_ALEXA_SERVICES,
    clock,
    nextId: idsFrom(seed),
    limitSeconds: options.limitSeconds ?? RESPONSE_SECONDS,
    permissionKeepsSession: options.permissionKeepsSession ?? true,
    observer,
  });
  const byName = new Map<string, Device>();
  const deviceNamed = (name: string): Device => {
    const known = byName.get(name.toLowerCase());
    if (known !== undefined) return known;
    const device = newDevice(name, deviceIdOf(user, name.toLowerCase()), options.device ?? 'echo');
    byName.set(name.toLowerCase(), device);
    devices.register(device);
    return device;
  };
  let here = deviceNamed(options.deviceId ?? 'kitchen');
  let enabled = true;
  /** Whether the skill answered the event that it is disabled: Alexa sends it again if it did not. */
  let isForgotten = false;
  let lastRecorder = newRecorder();
  const input = createUserInput({
    ...{ devices, faults, model, clock, timezone, strict, noElicit },
    isEnabled: () => enabled,
    observer,
  });

  const wait = async (seconds: number, recorder: Recorder) => {
    for (const { turn } of byName.values()) if (turn !== null) turn.waited = true;
    await devices.advanceTo(clock.now() + seconds * 1000, here, recorder);
  };

  const disable = async (recorder: Recorder) => {
    if (!enabled) {
      recorder.error = 'The skill is disabled already.';
      return;
    }
    enabled = false;
    devices.endAllSessions();
    account.disable();
    recorder.heard = { request: 'AlexaSkillEvent.SkillDisabled', intent: null, slots: {}, match: 'exact' };
    await devices.sendEvent({ type: 'AlexaSkillEvent.SkillDisabled' }, recorder);
    isForgotten = recorder.error === null;
  };

  const run = async (command: Command, recorder: Recorder): Promise<void> => {
    switch (command.kind) {
      case 'speech':
        return command.wakeWord
          ? input.wake(here, command.words, recorder)
          : input.answer(here, command.words, recorder);
      case 'silence':
        return input.keepSilent(here, recorder);
      case 'wait':
        return wait(command.seconds, recorder);
      case 'speaker':
        devices.speaker = command.name;
        return;
      case 'device':
        here = deviceNamed(command.name);
        return;
      case 'tap':
        return input.tap(here, command.id, recorder, command.token);
      case 'disable':
        return disable(recorder);
      case 'enable':
        if (!enabled && isForgotten) account.enable();
        enabled = true;
        return;
      case 'fault':
        if (database === undefined) recorder.error = 'There is no database here that could fail.';
        database?.fail(command.fault, command.count);
        return;
      case 'service-fault':
        if (services === undefined) recorder.error = 'There are no services of Alexa here that could fail.';
        services?.fail(command.fault, command.count);
        return;
      case 'device-fault':
        faults.fail(command.fault, command.count);
        return;
      case 'grant':
      case 'revoke':
        if (!enabled) recorder.error = "The skill isn't enabled, so that there is nothing to allow it.";
        else account.decide(command.scope, command.kind === 'grant' ? 'GRANTED' : 'DENIED');
        return;
      case 'unknown':
        recorder.error = command.problem;
        return;
      case 'comment':
        return;
    }
  };

  const carryOut = async (text: string, command: Command): Promise<Exchange> => {
    const recorder = newRecorder();
    lastRecorder = recorder;
    await run(command, recorder);
    recorder.violations.push(
      ...devices.thrownLate(),
      ...(services?.reports() ?? []),
      ...(database?.reports?.() ?? []),
    );
    return exchangeOf(text.trim(), recorder, here, database?.take() ?? NO_USE);
  };

  return {
    line: async (text) => {
      const command = parseCommand(text);
      return command.kind === 'comment' ? null : carryOut(text, command);
    },
    touch: (id, token) => carryOut(`(tap ${id})`, { kind: 'tap', id, token }),
    now: () => new Date(clock.now()),
    playing: () => {
      const { turn } = here;
      if (turn === null) return null;
      const elapsed = (clock.now() - turn.beganAt) / 1000;
      return { segments: turn.segments, elapsed, listens: willListen(here) };
    },
    played: () =>
      lastRecorder.played.map((output) => ({
        segments: output.segments,
        isReminder: lastRecorder.reminders.includes(output),
      })),
    card: () => lastRecorder.card,
    view: () => viewOf(here),
    here: () => here.name,
    use: (name, speaker) => {
      here = deviceNamed(name);
      devices.speaker = speaker;
    },
    speaker: () => devices.speaker,
    device: (name) => viewOf(deviceNamed(name)),
    become: (name, kind) => {
      const device = deviceNamed(name);
      device.kind = kind;
      device.screen = null;
      device.document = null;
    },
  };
}

const viewOf = (device: Device): DeviceView => ({
  name: device.name,
  kind: device.kind,
  turn: device.turn,
  listens: willListen(device),
  session: device.session === null ? 'ended' : 'open',
  attributes: device.session?.attributes ?? null,
  state: device.state,
  document: device.document,
  audioEndsAt: device.turn === null ? null : audioEndsAt(device.turn),
  actsAt: deadlineOf(device),
});

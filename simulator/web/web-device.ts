import { wokenWords } from '../device/commands.ts';
import type { DeviceView, Echo } from '../device/echo.ts';
import type { Exchange } from '../device/exchange.ts';
import type { SharedEcho } from '../device/shared-echo.ts';
import { createConversationRecorder } from './conversation-recorder.ts';
import {
  type ExchangeMessage,
  type Heard,
  type PageAction,
  type ServerMessage,
  VOICES,
} from './page/messages.ts';
import { createTurnIds, deviceMessage, exchangeMessage } from './told.ts';
import type { WebHousehold } from './web-household.ts';

/** The device of one tab. */
export interface WebDevice {
  readonly name: string;
  /**
   * Does what somebody did on the page, after as much time has passed as they have heard.
   *
   * @returns false if that led to an error, which the page was told.
   */
  act(heard: Heard | null, action: PageAction): Promise<boolean>;
  /** Tells the page how its device is, if that has changed or if it has to be told. */
  tell(always?: boolean): void;
  /** The device as it is at this moment. */
  view(): DeviceView;
  /** The sentences about the skill from the last exchange. */
  violations(): readonly string[];
  /** Forgets them. */
  forget(): void;
}

/** Milliseconds by which the clock may be early at the end of the audio, because the page waits in rounded seconds. */
const ROUNDING = 10;

const ONE_DEVICE = 'Each tab is a device of its own: open another tab to go to another device.';

/**
 * Creates the device of a tab.
 *
 * @param send takes what the page is told.
 */
export function createWebDevice(
  shared: SharedEcho,
  name: string,
  household: WebHousehold,
  send: (message: ServerMessage) => void,
): WebDevice {
  const seat = shared.seat(name);
  const idOf = createTurnIds();
  let lastTold = '';
  let violations: readonly string[] = [];
  seat.speakAs(null);

  const tell: WebDevice['tell'] = (always = false) => {
    const message = deviceMessage(seat.view(), seat.now(), idOf, seat.speaker(), household);
    // The time that has passed is no news: the page has its own clock.
    const news = JSON.stringify({ ...message, turn: message.turn?.id ?? null });
    if (!always && news === lastTold) return;
    lastTold = news;
    send(message);
  };

  /** Carries out a line, and adds it to what is recorded. */
  const line = async (echo: Echo, text: string): Promise<Exchange | null> => {
    const { recorder } = household;
    const { kind } = echo.device(name);
    const exchange = await echo.line(text);
    const speaker = echo.speaker();
    recorder?.note({ device: name, kind, speaker, line: text, waited: 0, acted: false });
    return exchange;
  };

  /** Lets the time pass that people at this device have heard, and adds it to what is recorded. */
  const catchUp = async (echo: Echo, heard: Heard | null): Promise<Exchange | null> => {
    const { recorder } = household;
    const { turn, kind } = echo.device(name);
    const now = echo.now().getTime();
    const until = turn !== null && heard?.turn === idOf(turn) ? turn.beganAt + heard.seconds * 1000 : now;
    const text = `(wait ${(Math.max(0, until - now) / 1000).toFixed(3)}s)`;
    const exchange = await echo.line(text);
    const waited = (echo.now().getTime() - now) / 1000;
    const acted = turn !== null && echo.device(name).turn !== turn;
    const speaker = echo.speaker();
    if (waited > 0) recorder?.note({ device: name, kind, speaker, line: text, waited, acted });
    return exchange;
  };

  /** The line for what is said; null if the microphone is closed. */
  const lineFor = (echo: Echo, words: string, wake: boolean): string | null => {
    const said = words.trim().replace(/^#+/u, '').trim();
    if (said.startsWith('(')) return said;
    const woken = wokenWords(said);
    if (woken !== null) return `alexa, ${woken}`;
    if (wake) return `alexa, ${said}`;
    const { listens, audioEndsAt } = echo.device(name);
    const isOpen = listens && audioEndsAt !== null && echo.now().getTime() >= audioEndsAt - ROUNDING;
    return isOpen ? said : null;
  };

  const say = async (echo: Echo, words: string, wake: boolean): Promise<ExchangeMessage> => {
    const text = lineFor(echo, words, wake);
    if (text === null) return exchangeMessage(words.trim(), null, echo, false);
    if (/^\(\s*on\b/iu.test(text)) return { ...exchangeMessage(text, null, echo), error: ONE_DEVICE };
    return exchangeMessage(text, await line(echo, text), echo);
  };

  const tap = async (echo: Echo, id: string, token: string | null): Promise<ExchangeMessage> => {
    const text = `(tap ${id})`;
    const isCurrent = token === null || token === echo.device(name).document?.token;
    // A transcript has no touch of a document that is not on the screen any more.
    const exchange = await (isCurrent ? line(echo, text) : echo.touch(id, token));
    return exchangeMessage(text, exchange, echo);
  };

  /** Disables and enables the skill. @returns what to tell if that deleted nothing; otherwise null */
  const reset = async (echo: Echo): Promise<ExchangeMessage | null> => {
    echo.use(name, null);
    // If it is disabled already, to disable it deletes nothing.
    await echo.line('(enable)');
    const exchange = await echo.line('(disable)');
    const message = exchangeMessage('(disable)', exchange, echo);
    await echo.line('(enable)');
    if (message.error !== null) return message;
    if (household.recorder !== null) household.recorder = createConversationRecorder();
    return null;
  };

  const perform = async (echo: Echo, action: PageAction): Promise<ExchangeMessage | null> => {
    switch (action.do) {
      case 'say':
        return say(echo, action.words, action.wake);
      case 'tap':
        return tap(echo, action.id, action.token);
      case 'become':
        echo.become(name, action.kind);
        return null;
      case 'voice':
        echo.use(name, VOICES.find((voice) => voice === action.voice) ?? null);
        return null;
      case 'reset':
        return reset(echo);
      case 'advance':
      case 'speed':
      case 'record':
        return null;
    }
  };

  return {
    name,
    tell,
    view: seat.view,
    violations: () => violations,
    forget: () => {
      violations = [];
    },
    act: async (heard, action) => {
      const { meanwhile, performed } = await seat.together(async (echo) => {
        const passed = await catchUp(echo, heard);
        return {
          meanwhile: passed === null ? null : exchangeMessage('', passed, echo),
          performed: await perform(echo, action),
        };
      });
      const told = [meanwhile, performed]
        .filter((message) => message !== null)
        .filter((message) => message.line !== '' || isNews(message));
      for (const message of told) send(message);
      if (told.length > 0) violations = told.flatMap((message) => message.violations);
      tell(action.do !== 'advance');
      return performed === null || performed.error === null;
    },
  };
}

/** Whether there is something in it to tell although nothing was said. */
const isNews = ({ error, violations, reminders, card }: ExchangeMessage): boolean =>
  error !== null || violations.length > 0 || reminders.length > 0 || card !== null;

/** From the Echo to what a page is told of it. */
import type { Turn } from '../device/device.ts';
import type { DeviceView, Echo } from '../device/echo.ts';
import type { Exchange } from '../device/exchange.ts';
import { textOf } from '../response/timeline.ts';
import { type DeviceMessage, type ExchangeMessage, VOICES } from './page/messages.ts';
import type { WebHousehold } from './web-household.ts';

/** Creates a function that gives each turn a number of its own. */
export function createTurnIds(): (turn: Turn) => number {
  const ids = new WeakMap<Turn, number>();
  let last = 0;
  return (turn) => {
    const known = ids.get(turn);
    if (known !== undefined) return known;
    last += 1;
    ids.set(turn, last);
    return last;
  };
}

/** A device as its page shows it. */
export function deviceMessage(
  { name, kind, turn, listens, session, document, audioEndsAt, actsAt }: DeviceView,
  now: Date,
  idOf: (turn: Turn) => number,
  speaker: string | null,
  { speed, recorder }: WebHousehold,
): DeviceMessage {
  const played =
    turn === null
      ? null
      : {
          id: idOf(turn),
          segments: turn.segments,
          elapsed: (now.getTime() - turn.beganAt) / 1000,
          listens,
          window: actsAt === null || audioEndsAt === null ? null : (actsAt - audioEndsAt) / 1000,
        };
  const voice = VOICES.find((it) => it === speaker) ?? null;
  return {
    type: 'device',
    ...{ name, kind, turn: played, session, document, speed, voice },
    recording: recorder !== null,
  };
}

/**
 * What came of a line, once it was carried out.
 *
 * @param heard false if the microphone was closed.
 */
export function exchangeMessage(
  line: string,
  exchange: Exchange | null,
  echo: Echo,
  heard = true,
): ExchangeMessage {
  const mine = exchange !== null;
  return {
    type: 'exchange',
    ...{ line, heard },
    error: exchange?.error ?? null,
    violations: exchange?.violations ?? [],
    reminders: mine
      ? echo.played().flatMap(({ segments, isReminder }) => (isReminder ? [textOf(segments)] : []))
      : [],
    card: mine ? echo.card() : null,
  };
}

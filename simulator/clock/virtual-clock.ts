/** A clock that moves only when told to. */
export interface VirtualClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves on to a moment; a moment in the past changes nothing. */
  moveTo(milliseconds: number): void;
}

/** A clock that begins at the given moment. */
export function createVirtualClock(start: Date): VirtualClock {
  let now = start.getTime();
  return {
    now: () => now,
    moveTo: (milliseconds) => {
      now = Math.max(now, Math.round(milliseconds));
    },
  };
}

/** A moment as Alexa writes timestamps: UTC, to the second. */
export const timestampOf = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

/** Whether the name is a time zone of the IANA database. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/u;

/**
 * Reads a local time such as `2026-11-22T19:00:00` in a time zone. Seconds or the whole time may be left out.
 * A time that a clock change skips is moved by that change.
 * @returns null when it is not a time of the calendar.
 */
export function readLocalTime(text: string, timezone: string): Date | null {
  const parts = LOCAL_TIME.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const iso = new Date(wall).toISOString();
  const [, y, mo, d, h, mi, s] = LOCAL_TIME.exec(iso.slice(0, 19)) ?? [];
  const same = [y, mo, d, h, mi, s].map(Number).join() === [year, month, day, hour, minute, second].join();
  if (!same) return null;
  // Two rounds: the first guess may lie on the other side of a clock change.
  let guess = wall;
  for (let round = 0; round < 2; round += 1) guess = wall - offsetAt(guess, timezone);
  return new Date(guess);
}

function offsetAt(moment: number, timezone: string): number {
  const fields = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(moment));
  const field = (type: string) => Number(fields.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return wall - Math.floor(moment / 1000) * 1000;
}

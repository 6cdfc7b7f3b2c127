import type { Card } from '../response/card.ts';
import type { Echo, EchoInUse, PlayedPart } from './echo.ts';

/** A place at the Echo: its own device, its own voice, and what was played because of its own last line. */
export interface Seat extends EchoInUse {
  /**
   * Does several things in a row that nothing of another seat comes between.
   *
   * @param job what to do. The lines in it are said on the device of this seat.
   */
  together<T>(job: (echo: Echo) => Promise<T>): Promise<T>;
  /** Has what is said from here on said in another voice; null for one that is not recognised. */
  speakAs(name: string | null): void;
}

/** One Echo for several front ends. */
export interface SharedEcho {
  /** Takes a new seat at a device. */
  seat(device: string): Seat;
  /** Does something that the lines of no seat come between, and that is at no device. */
  alone<T>(job: () => Promise<T>): Promise<T>;
  /** Has a function called after whatever was done at a seat. @returns a function that ends this. */
  watch(changed: () => void): () => void;
}

/**
 * Lets several front ends use one Echo. It carries out one line at a time, in the order in which the lines came: they are
 * kept in one queue. All seats have the same clock, so that time that passes at one passes at all.
 */
export function shareEcho(echo: Echo): SharedEcho {
  const watchers = new Set<() => void>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const done = last.then(job);
    last = done.catch(() => {}).then(() => watchers.forEach((changed) => void changed()));
    return done;
  };

  return {
    alone: inTurn,
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    seat: (device) => {
      let name = device;
      let speaker = echo.speaker();
      let played: readonly PlayedPart[] = [];
      let card: Card | null = null;
      const together: Seat['together'] = (job) =>
        inTurn(async () => {
          echo.use(name, speaker);
          try {
            return await job(echo);
          } finally {
            name = echo.here();
            speaker = echo.speaker();
            played = echo.played();
            card = echo.card();
          }
        });
      return {
        together,
        view: () => echo.device(name),
        speaker: () => speaker,
        speakAs: (next) => {
          speaker = next;
        },
        line: (text) => together((it) => it.line(text)),
        now: echo.now,
        playing: () => {
          const { turn, listens } = echo.device(name);
          if (turn === null) return null;
          return { segments: turn.segments, elapsed: (echo.now().getTime() - turn.beganAt) / 1000, listens };
        },
        played: () => played,
        card: () => card,
      };
    },
  };
}

/** A clock that moves only when told to. */
export interface VirtualClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the clock forward to a moment; does nothing if the moment is past. */
  moveTo(milliseconds: number): void;
}

/** Creates a clock that begins at the given moment. */
export function createVirtualClock(start: Date): VirtualClock {
  let now = start.getTime();
  return {
    now: () => now,
    moveTo: (milliseconds) => {
      now = Math.max(now, Math.round(milliseconds));
    },
  };
}

/** A moment, in milliseconds since 1970, as Alexa writes timestamps: UTC, to the second. */
export const timestampOf = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

/**
 * The ways in which a device, or Alexa herself, can be made to fail. Each is from reports of others, named in
 * docs/simulator.md:
 *
 * - `sound`: an APLA document cannot be played. The skill is told by Alexa.Presentation.APLA.RuntimeError.
 * - `sound-mute`: nothing is heard of an APLA document but quiet of its length, and the skill is told nothing.
 * - `launch`: Alexa takes an invocation for something else, and the skill is not called.
 * - `answer`: Alexa takes words in a session for herself. The skill gets nothing but the end of the session.
 */
export const DEVICE_FAULTS = ['sound', 'sound-mute', 'launch', 'answer'] as const;
export type DeviceFault = (typeof DEVICE_FAULTS)[number];

/** The faults that the devices of an account still have before them. */
export interface DeviceFaults {
  /** Makes `count` more of the next occasions fail in this way. */
  fail(fault: DeviceFault, count: number): void;
  /** Whether this occasion fails in this way. If so, it counts as one. */
  take(fault: DeviceFault): boolean;
}

/** Creates the faults of an account, of which there are none at first. */
export function createDeviceFaults(): DeviceFaults {
  const left = new Map<DeviceFault, number>();
  return {
    fail: (fault, count) => {
      left.set(fault, (left.get(fault) ?? 0) + count);
    },
    take: (fault) => {
      const count = left.get(fault) ?? 0;
      if (count > 0) left.set(fault, count - 1);
      return count > 0;
    },
  };
}

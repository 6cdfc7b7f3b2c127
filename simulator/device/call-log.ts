import type { EchoObserver, SkillCall, Understanding } from './echo-observer.ts';

/** The last call of the skill from a device, and the words that led to it. */
export interface LastCall {
  readonly call: SkillCall | null;
  /** Null if no words led to it: somebody touched the screen, or nobody said anything. */
  readonly understanding: Understanding | null;
}

/** What was last asked of the skill, by device. It is in memory alone, and holds one call for each device. */
export interface CallLog {
  readonly observer: EchoObserver;
  /** The last call from a device. */
  last(device: string): LastCall;
  /** Forgets all calls. */
  clear(): void;
}

/** Creates a log in which nothing was asked yet. */
export function createCallLog(): CallLog {
  const calls = new Map<string, LastCall>();
  const pending = new Map<string, Understanding>();
  return {
    observer: {
      understanding: (understanding) => {
        pending.set(understanding.device, understanding);
      },
      called: (call) => {
        if (call.device === null) return;
        calls.set(call.device, { call, understanding: pending.get(call.device) ?? null });
        pending.delete(call.device);
      },
    },
    last: (device) => calls.get(device) ?? { call: null, understanding: null },
    clear: () => {
      calls.clear();
      pending.clear();
    },
  };
}

/** Hands between the skill and the database: faults, the end of a process, and an order that chance decides. */

import { Killed } from './evening.ts';
import type { Chance } from './settings.ts';
import { type Hand, open, type Stage } from './stage.ts';

/** How a call can fail. `lost` is done, and its answer does not arrive in time. */
export const FAULTS = ['throttled', 'timeout', 'lost', 'down'] as const;
export type Fault = (typeof FAULTS)[number];

/** The names of these errors are those of the AWS SDK. */
const NAMES: Readonly<Record<Fault, string>> = {
  throttled: 'ProvisionedThroughputExceededException',
  timeout: 'TimeoutError',
  lost: 'TimeoutError',
  down: 'ECONNREFUSED',
};

/** Lets calls fail from one of them on, counted from now. @param times - how many fail */
export function failing(stage: Stage, fault: Fault, from: number, times: number): Hand {
  const first = stage.calls + from;
  return async (call) => {
    if (stage.calls < first || stage.calls >= first + times) return call();
    if (fault === 'lost') await call();
    throw Object.assign(new Error(fault), { name: NAMES[fault] });
  };
}

/**
 * Ends the process at a call, counted from now: no call is made after it, and nobody hears an answer.
 *
 * @param done - whether the database still does what it was asked for
 */
export function endProcessAt(stage: Stage, at: number, done: boolean): void {
  const last = stage.calls + at;
  const { skill } = stage;
  let end: (error: Killed) => void = () => {};
  const ended = new Promise<never>((_resolve, reject) => {
    end = reject;
  });
  ended.catch(() => {});
  stage.skill = (event, context) => Promise.race([skill(event, context), ended]);
  stage.hand = async (call) => {
    if (stage.calls < last) return call();
    if (done && stage.calls === last) await call();
    end(new Killed());
    return new Promise(() => {});
  };
}

/** Turns of the event loop after which a request that can go on has gone on. */
const TURNS = 4;

/** Makes one call at a time, and chance decides which of those that wait. */
export function oneByOne(chance: Chance): Hand {
  const waiting: (() => Promise<void>)[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const [next] = waiting.splice(chance.below(waiting.length), 1);
      await next?.();
    }
    running = false;
  };
  return (call) =>
    new Promise((resolve, reject) => {
      waiting.push(() => open(call).then(resolve, reject));
      if (!running) void run();
    });
}

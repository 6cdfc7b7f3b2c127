/** When what is heard: enough to know later at which step somebody interrupted. */
import type { Playing } from '../conversation/context.ts';

/** Small, because it travels in the session attributes. All times are seconds from the first word. */
export interface Timeline {
  /** The length of all that is heard. */
  seconds: number;
  steps: { id: string; at: number; quiet: [from: number, to: number][] }[];
}

/** Less than this many seconds before the end, the last question is being asked: it counts as heard. */
const LAST_QUESTION = 4;

/** What was playing after `elapsed` seconds. */
export function playingAt(timeline: Timeline, elapsed: number): Playing {
  const step = timeline.steps.filter(({ at }) => at <= elapsed).at(-1) ?? timeline.steps[0];
  const quietLeft = (step?.quiet ?? []).reduce(
    (sum, [from, to]) => sum + Math.max(0, to - Math.max(from, elapsed)),
    0,
  );
  const quietAfter = timeline.steps.some(({ quiet }) => quiet.some(([, to]) => to > elapsed));
  return {
    step: step?.id ?? null,
    quietLeft: Math.round(quietLeft),
    over: elapsed >= timeline.seconds - LAST_QUESTION || !quietAfter,
  };
}

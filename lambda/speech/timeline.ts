/** How long what is heard takes, and when each step is heard: enough to know later where somebody interrupted. */
import type { Playing } from '../conversation/model/context.ts';

/** Small, because it travels in the session attributes. All times are seconds from the first word. */
export interface Timeline {
  /** The length of all that is heard. */
  seconds: number;
  steps: { id: string; at: number; quiet: [from: number, to: number][] }[];
}

/** Less than this many seconds before the end, the last question is being asked: it counts as heard. */
const LAST_QUESTION = 4;

/** About how long Alexa speaks: words a second, and a short rest after each sentence. */
const WORDS_A_SECOND = 2.5;
const SENTENCE_REST = 0.4;

/** Seconds that a plain text takes to be spoken, estimated. */
export function spokenSeconds(text: string): number {
  const words = text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  const sentences = text.match(/[.!?:;]+(\s|$)/gu)?.length ?? 0;
  return words / WORDS_A_SECOND + sentences * SENTENCE_REST;
}

/** What was playing after this many seconds. */
export function playingAt({ seconds, steps }: Timeline, elapsed: number): Playing {
  let current = steps[0];
  let quietAfter = false;
  for (const step of steps) {
    if (step.at <= elapsed) current = step;
    for (const [, to] of step.quiet) quietAfter ||= to > elapsed;
  }
  let quietLeft = 0;
  for (const [from, to] of current?.quiet ?? []) quietLeft += Math.max(0, to - Math.max(from, elapsed));
  return {
    step: current?.id ?? null,
    quietLeft: Math.round(quietLeft),
    over: elapsed >= seconds - LAST_QUESTION || !quietAfter,
  };
}

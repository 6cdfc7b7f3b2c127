/** Timelines: when each step of a reply is heard. They show later in which step somebody interrupted. */
import type { Playing } from '../conversation/model/context.ts';

/**
 * The timeline of a reply. All times are in seconds from its first word. It is small, because it travels in the session
 * attributes.
 */
export interface Timeline {
  /** The length of the reply. */
  seconds: number;
  /** When each step begins, and when its quiets begin and end. */
  steps: { id: string; at: number; quiet: [from: number, to: number][] }[];
}

/** Seconds before the end from which the question at the end counts as heard. */
const LAST_QUESTION = 4;

/** How many words Alexa speaks in a second, estimated. */
const WORDS_A_SECOND = 2.5;
/** Seconds of rest after a sentence, estimated. */
const SENTENCE_REST = 0.4;

/** How many seconds it takes to speak a plain text, estimated. */
export function spokenSeconds(text: string): number {
  const words = text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  const sentences = text.match(/[.!?:;]+(\s|$)/gu)?.length ?? 0;
  return words / WORDS_A_SECOND + sentences * SENTENCE_REST;
}

/** What was playing this many seconds after the first word. */
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

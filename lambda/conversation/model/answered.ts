/** Looks up what an event means where it is said. */
import type { Answers, Event, EventType } from './event.ts';

/** What an event means by a table of answers; null if it means nothing there. */
export function answered<Here, Result, K extends EventType>(
  answers: Answers<Here, Result>,
  here: Here,
  event: Event<K>,
): Result | null {
  const answer: Answers<Here, Result>[K] = answers[event.type];
  return answer?.(here, event) ?? null;
}

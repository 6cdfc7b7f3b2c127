/** Answers of steps during which the partners may still be talking to each other. */
import { line } from '../../model/act.ts';
import type { Event } from '../../model/event.ts';
import type { StepHere, StepOutcome } from './step-kind.ts';

/** Seconds of quiet for partners who are still talking. */
const STILL_TALKING = 45;
/** Seconds of quiet for partners who are not ready yet. */
const NOT_YET = 40;

/** Gives more quiet to partners who are still talking. */
export function stillTalking(): StepOutcome {
  return { go: 'quiet', lead: line('quiet.more'), seconds: STILL_TALKING };
}

/** Gives a moment of quiet to partners who are not ready yet. */
export function notYet(): StepOutcome {
  return { go: 'quiet', lead: line('quiet.more'), seconds: NOT_YET };
}

/** Gives more quiet if an appreciation was said to the other partner. Null if it was said to the skill. */
export function toEachOther(here: StepHere, event: Event<'appreciation'>): StepOutcome | null {
  return isToEachOther(here, event) ? stillTalking() : null;
}

/**
 * Whether an appreciation was said to the other partner, and heard because the microphone was open. If it interrupted a
 * quiet, or they said that it should be saved, it was said to the skill.
 */
export function isToEachOther(
  { context: { playing } }: StepHere,
  { text, toSave }: Event<'appreciation'>,
): boolean {
  return text !== '' && toSave !== true && (playing === null || playing.over);
}

/** Whether the event interrupted a reply before its question. */
export function isInterrupting({ context: { playing } }: StepHere): boolean {
  return playing !== null && !playing.over;
}

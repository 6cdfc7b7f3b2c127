import { line } from '../../model/act.ts';
import type { Event } from '../../model/event.ts';
import type { StepHere, StepOutcome } from './step-kind.ts';

/** Seconds of quiet for words that were not understood: they are still talking. */
const STILL_TALKING = 45;

/** More quiet for two who are still talking. */
export function stillTalking(): StepOutcome {
  return { go: 'quiet', lead: line('quiet.more'), seconds: STILL_TALKING };
}

/** More quiet, if an appreciation was said to one another; otherwise it was meant for the skill. */
export function toEachOther(here: StepHere, event: Event<'appreciation'>): StepOutcome | null {
  return isToEachOther(here, event) ? stillTalking() : null;
}

/**
 * Whether an appreciation was said to one another while the microphone only happened to be open. Said into the quiet
 * it was meant for the skill: there it hears nothing but its name.
 */
export function isToEachOther({ context: { playing } }: StepHere, { text }: Event<'appreciation'>): boolean {
  return text !== '' && (playing === null || playing.over);
}

/** Whether the quiet of a reply was broken off. */
export function isInterrupting({ context: { playing } }: StepHere): boolean {
  return playing !== null && !playing.over;
}

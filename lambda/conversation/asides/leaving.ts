/** What is said of an aside that is left without an answer: that nothing was done. */
import { type Act, say } from '../act.ts';
import type { Event } from '../event.ts';
import { line } from '../lines.ts';
import type { State } from '../state.ts';

/** The answers that leave a question without doing what it asks about. */
export function declines({ type }: Event): boolean {
  return type === 'no' || type === 'skip' || type === 'rather-not' || type === 'done';
}

/** The words for leaving it; none where nothing is asked in between. */
export function leaving({ scene, household }: State): Act[] {
  switch (scene.id) {
    case 'adding':
      return [say(line('confirm.dropped'))];
    case 'recap':
      return [say(line('recap.left'))];
    case 'remind':
      return [say(noReminder(household.reminder))];
    case 'voice':
      return [say(line('voice.not'))];
    case 'forget':
      return [say(line(scene.failed ? 'forget.unfinished' : 'forget.stays'))];
    case 'take-back':
      return [say(line('retract.stays'))];
    case 'send':
      return [say(line('send.no'))];
    default:
      return [];
  }
}

/** Whether something is asked in between. */
export function isAside(state: State): boolean {
  return leaving(state).length > 0;
}

/** No new reminder: one that is there already stays. */
export function noReminder(reminder: State['household']['reminder']) {
  return reminder === null ? line('remind.dropped') : line('remind.found', { reminder: { reminder } });
}

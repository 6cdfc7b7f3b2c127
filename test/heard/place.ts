/** Whether words that are not for the skill leave everything as it was. */
import { MOMENTS } from '../../interaction-models/costs/examples.ts';
import { questionIn } from '../../lambda/conversation/dialogs/question-in.ts';
import type { Effect } from '../../lambda/conversation/model/effect.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { keptOf, type State } from '../../lambda/conversation/model/state.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { kindOf } from '../../lambda/understanding/kind-of-question.ts';
import { sentAsWords, understoodAs } from './devices.ts';
import { type Situation, situationAt } from './situations.ts';

/** Effects that store what was said, or delete something, or set a reminder. */
const CHANGES: ReadonlySet<Effect['effect']> = new Set(['keep', 'take-back', 'erase', 'forget', 'remind']);

/** A situation for each kind of question: several moments have the same one. */
export const QUESTIONS: readonly Situation[] = [
  ...new Map(
    MOMENTS.map(situationAt).flatMap((situation) => {
      const { question } = situation.heard;
      return question === null ? [] : [[kindOf(question.id), situation] as const];
    }),
  ).values(),
];

/**
 * How many times in a row words can be said at a question, and leave the place in the exercise as it is, whether the
 * session ends or not, take no name, and neither store nor delete anything.
 *
 * @param most - how often they are said
 */
export function timesKept(words: string, situation: Situation, most: number): number {
  const sent = sentAsWords(words);
  let here = situation;
  let event: Event | null = null;
  for (let time = 0; time < most; time += 1) {
    // The same words at the same question mean the same.
    event ??= understoodAs(sent, here).event;
    const { state, effects } = respond(here.state, event, here.context);
    // A session that has ended keeps the place, but not whether it was asked if they are ready for it.
    const open = state.session === 'open';
    const isMoved = whereIn(state, open) !== whereIn(situation.state, open);
    if (isMoved || effects.some(({ effect }) => CHANGES.has(effect))) return time;
    if (!open) return most;
    const question = questionIn(state);
    if (JSON.stringify(question) !== JSON.stringify(here.heard.question)) event = null;
    here = { ...here, state, heard: { ...here.heard, question } };
  }
  return most;
}

/** Where they are, what they are called, and what they agreed to. */
function whereIn(state: State, withPhase: boolean): string {
  const { household, place } = keptOf(state);
  const { names, consent, settings, reminder, voices } = household;
  const at = place && [place.exercise, place.minutes, place.first, place.step, place.question];
  const phase = withPhase ? state.stack.exercise?.phase.at : null;
  return JSON.stringify([at, phase, names, consent, settings, reminder, voices, state.keeping]);
}

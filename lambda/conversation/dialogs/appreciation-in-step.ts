/** What is said at the question whether to keep an appreciation, if a step of an exercise asked for it. */
import { depthOf } from '../exercise/choosing/depth.ts';
import { extraSeconds } from '../exercise/outcomes.ts';
import { chime, hold, line, say } from '../model/act.ts';
import type { Event } from '../model/event.ts';
import type { Outcome } from '../model/outcome.ts';
import { hasExercise, withPlace } from '../model/state.ts';
import { askedAgain, type DialogAnswers, type Here, missed } from './dialog.ts';
import { namedIn } from './which-partner.ts';

type AtAppreciation = Here<'appreciation'>;

/** In a step it is only asked whether to keep it; other things are said to each other there, or to the exercise. */
export const onlyInStep: DialogAnswers<'appreciation'> = {
  names: missed,
  // Left to what it means everywhere: it is about who starts.
  first: () => null,
  another: missed,
  rename: namesPartner,
  'more-time': (here, { seconds }) => moreTime(here, seconds),
  choose: chooseInStep,
  menu: () => askedAgain(line('menu.later')),
  'you-choose': () => askedAgain(line('choose.yours')),
};

/** "No, it's from Bo": in a step it is known whose turn it is. Null if it names neither. */
function namesPartner(here: AtAppreciation, event: Event<'rename'>): Outcome | null {
  return namedIn(here, event, here.dialog.from ?? 'a') === null ? null : missed();
}

/** More quiet before it is asked again. Another speaker can tell by the time of it that the exercise still runs here. */
function moreTime({ state, context }: AtAppreciation, seconds: number | null): Outcome {
  const touched = hasExercise(state) ? withPlace(state, { touched: context.now }) : state;
  return {
    go: 'stay',
    state: touched,
    lead: [say(line('quiet.more-time')), hold(extraSeconds(seconds)), chime],
  };
}

/** "Two minutes", "a light one": more time, or a preference for the next question. Another exercise is left to the commands. */
function chooseInStep(here: AtAppreciation, event: Event<'choose'>): Outcome | null {
  const { state } = here;
  const { exercise, minutes, depth, theme } = event;
  if (exercise !== null || !hasExercise(state)) return null;
  if (minutes !== null) return moreTime(here, minutes * 60);
  const change = {
    ...(depth === undefined ? {} : { depth: depthOf(depth) }),
    ...(theme === undefined ? {} : { theme }),
  };
  return { go: 'stay', state: withPlace(state, change), lead: [say(line('choose.noted'))] };
}

import { chime, hold, line, say } from '../../model/act.ts';
import type { Context } from '../../model/context.ts';
import type { DepthWord, Event } from '../../model/event.ts';
import type { ExerciseId } from '../../model/exercise-id.ts';
import type { Depth, Place, Practice } from '../../model/household.ts';
import type { Line, Param } from '../../model/lines.ts';
import { asAsked, isOwn, nextOwn, OWN, ownIn, placeIdOf, withOwnHeard } from '../../model/own-question.ts';
import { called } from '../../model/partner-names.ts';
import { type ExerciseState, withPlace } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { stepsOf } from '../catalogue/catalogue.ts';
import { chooseQuestion } from '../choosing/choose-question.ts';
import { allowed, depthFrom, depthNow, depthOf, lighterOf } from '../choosing/depth.ts';
import type { Change, StepHere, StepKind, StepOutcome } from './step-kind.ts';

type Question = StepOf<'question'>;
type Here = StepHere<Question>;

/**
 * A reflection question, the same for both partners in turn. The microphone stays closed, because the answer is not for
 * the skill.
 */
export const question: StepKind<Question> = {
  // Resuming says whose question it was, and the question.
  saysMoreAgain: true,
  needsOwn: (step, state) => ownWanted(step, state) !== null,
  prepare(step, state, context) {
    const { place } = state.stack.exercise;
    if (isOwnNow(step, state)) return state;
    const own = withOwnQuestion(step, state, context);
    if (own !== null) return own;
    // If a later release has removed the question, another one is chosen.
    const known = context.questions.some(({ id }) => id === place.question);
    if (known && place.round === step.round) return state;
    const wanted = { practice: place.theme ?? step.practice, depths: allowed(step.depth, state) };
    const chosen = chooseQuestion(state.household.heard, wanted, context);
    // Another one in place of one of their own that was deleted since.
    const isInstead = step.second && ownWanted(step, state) === 'same';
    const heard = {
      ...state,
      own: isInstead ? DELETED : state.own?.unheard ? null : state.own,
      household: { ...state.household, heard: chosen.heard },
    };
    return withPlace(heard, { question: chosen.id, round: step.round });
  },
  enter(step, state, left) {
    const name = called(state, step.who);
    const { own } = state;
    const text = say(line('question.text', { question: textIn(state) }));
    if (left !== null) return [say(line('question.still', { name })), text, hold(left), chime];
    // What was asked in another session has not been said in this one.
    if (step.second && own?.unheard)
      return [say(line('question.still', { name })), text, hold(step.seconds), chime];
    const opening = line(step.second ? `${step.lead}.second` : `${step.lead}.first`, { name });
    return [say(opening), text, hold(step.seconds), chime];
  },
  where(step, state) {
    const { place } = state.stack.exercise;
    // The text of one of their own is known once it was read in this session.
    const known = place.round === step.round && place.question !== null;
    if (!known || (isOwn(place.question) && !isOwnNow(step, state))) return line('question.coming');
    return line('question.where', { question: textIn(state) });
  },
  ready: (step) => line(step.lead === 'share' ? 'ready.share' : 'ready.question'),
  help: () => [line('help.questions'), line('help.anytime')],
  helpsInQuiet: true,
  staysOnScreen: () => 'question.text',
  talking: () => true,
  answers: {
    skip: passed,
    'rather-not': passed,
    another: withWish,
    'you-choose': withWish,
    depth: withWish,
    choose: withWish,
    'own-question': ({ step, place, state, context }) =>
      withOwnOnes(state, context, () => instead(step, place, line('own.lead'), { question: OWN })),
  },
};

/** Asks one of their own questions, if they have any. Null if they have none, or if those cannot be read. */
export function withOwnOnes(
  { household }: ExerciseState,
  context: Context,
  then: () => StepOutcome,
): StepOutcome | null {
  if (context.own === null) return { go: 'recall', own: true };
  const own = ownIn(context, household) ?? [];
  return own.length === 0 ? null : then();
}

const UNHEARD = { unheard: true } as const;
/** In place of one of their own that was deleted. */
const DELETED = { id: '', text: '', left: 0, ...UNHEARD };

/** The question that is asked. */
export function textIn({ own, stack }: ExerciseState): Param {
  const { question } = stack.exercise.place;
  if (isOwn(question) && own !== null) return asAsked(own.text);
  return { question: question ?? '' };
}

/** Whether one of their own is asked in this round, and its text is known. */
function isOwnNow({ round }: Question, { own, stack }: ExerciseState): boolean {
  const { place } = stack.exercise;
  return own !== null && place.round === round && place.question === placeIdOf(own.id);
}

/** Which of their own is to be asked: the next one, the one of the place, or none (null). */
function ownWanted(step: Question, state: ExerciseState): 'next' | 'same' | null {
  const { place } = state.stack.exercise;
  if (!isOwn(place.question) || isOwnNow(step, state)) return null;
  if (place.question === OWN) return 'next';
  if (place.round === step.round) return 'same';
  // After one of their own another one follows, until all were asked.
  return state.own !== null && state.own.left > 0 ? 'next' : null;
}

/** The state with one of their own questions chosen; null if none is to be asked, or there is none. */
function withOwnQuestion(step: Question, state: ExerciseState, context: Context): ExerciseState | null {
  const wanted = ownWanted(step, state);
  if (wanted === null) return null;
  const { household, stack } = state;
  const all = ownIn(context, household) ?? [];
  const chosen =
    wanted === 'next'
      ? nextOwn(household.heard, all)
      : all.find(({ id }) => placeIdOf(id) === stack.exercise.place.question);
  if (chosen === undefined) return null;
  const { id, text } = chosen;
  const left = Math.max(0, (state.own?.left ?? all.length) - 1);
  const asked = {
    ...state,
    own: { id, text, left, ...(wanted === 'same' && step.second ? UNHEARD : {}) },
    household: { ...household, heard: withOwnHeard(household.heard, id) },
  };
  return withPlace(asked, { question: placeIdOf(id), round: step.round });
}

/** Skips the question: with another one, or with the turn of the other partner. */
function passed({ step, place, state }: Here): StepOutcome {
  return step.swap
    ? instead(step, place, line('skip.lead'), sameKind(state))
    : { go: 'on', lead: line('skip.lead'), past: 'prompt' };
}

function withWish({ step, place, state, context }: Here, event: Wishing): StepOutcome | null {
  const wish = otherQuestion(event, state, context);
  return wish === null ? null : instead(step, place, wish.lead, wish.change);
}

/** Asks another question, from the beginning of the round. */
function instead(step: Question, place: Place, lead: Line, change: Change): StepOutcome {
  const first = stepsOf(place).find((one) => 'round' in one && one.round === step.round) ?? step;
  return { go: 'to', step: first.id, lead, change: { question: null, ...change } };
}

/** After one of their own another one is asked, if there is one that was not asked yet in this exercise. */
function sameKind({ own, stack }: ExerciseState): Change {
  return isOwn(stack.exercise.place.question) && own !== null && own.left > 0 ? { question: OWN } : {};
}

/** The events that can ask for another question. */
export type Wishing = Event<'another' | 'you-choose' | 'depth' | 'choose'>;

/** What is said before the other question, and what changes in the place. */
export interface Wished {
  lead: Line;
  change: Change;
}

/**
 * The other question that an event asks for: any, a lighter or a deeper one, or one about something else. Null if it
 * asks for none.
 */
export function otherQuestion(event: Wishing, state: ExerciseState, context: Context): Wished | null {
  switch (event.type) {
    case 'another':
      return { lead: line('question.instead'), change: sameKind(state) };
    case 'you-choose':
      return { lead: line('question.instead'), change: { depth: null, theme: null } };
    case 'depth':
      return depthWished(lighterOf(event.depth, event.other), state, context);
    case 'choose':
      if (event.minutes !== null || !isOfThis(event.exercise, state)) return null;
      return chosenHere(event, state, context);
  }
}

/** Whether the event asks for a question of the present exercise. "A light question" does, in every exercise. */
function isOfThis(exercise: ExerciseId | null, state: ExerciseState): boolean {
  return exercise === null || exercise === 'questions' || exercise === state.stack.exercise.place.exercise;
}

function chosenHere(
  { depth, theme }: { depth?: DepthWord; theme?: Practice },
  state: ExerciseState,
  context: Context,
): Wished {
  const about = theme === undefined ? {} : { theme };
  const deep = depth === undefined ? null : depthWished(depth, state, context);
  if (deep !== null) return { lead: deep.lead, change: { ...deep.change, ...about } };
  return { lead: line('question.instead'), change: about };
}

/** A question of the depth that a word means. */
function depthWished(word: DepthWord, state: ExerciseState, context: Context): Wished {
  const now = depthNow(state, context);
  const depth = now === null ? depthOf(word) : depthFrom(now, word);
  return { lead: line(leadTo(depth, now, state.stack.exercise.place)), change: { depth } };
}

/** The key of what is said before a question of this depth. `now` is the depth of the present one. */
function leadTo(depth: Depth, now: Depth | null, { agreed }: Place) {
  if (depth === 'deepest' && !agreed) return 'question.deepest';
  if (depth === now) return depth === 'light' ? 'question.lightest' : 'question.instead';
  if (depth === 'deepest') return 'question.deeper';
  return depth === 'light' || now === 'deepest' ? 'question.lighter' : 'question.deeper';
}

/** The dialog of the path of four weeks: whether to begin it, and whether to do the exercise of the week today. */
import * as v from 'valibot';
import { wishFor } from '../exercise/lifecycle.ts';
import { exerciseOfWeek, type PathWeek, pathDue, weekAt } from '../exercise/path.ts';
import { type Act, line, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogState, Wish } from '../model/dialog-state.ts';
import type { Household } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { both } from '../model/partner-names.ts';
import { changeHousehold, hasExercise, type State } from '../model/state.ts';
import { aMoment, backAfter, type Dialog, type DialogAnswers, type Here } from './dialog.ts';
import { offerMenu } from './menu.ts';

type AtPath = Here<'path'>;
type Part = DialogState<'path'>['part'];

export const path: Dialog<'path'> = {
  schema: v.object({
    id: v.literal('path'),
    part: v.picklist(['offer', 'week', 'over']),
    number: v.union([v.literal(1), v.literal(2), v.literal(3), v.literal(4)]),
    opens: v.boolean(),
  }),
  stateId: ({ part }) => `path.${part}`,
  begins: true,
  invites: true,
  question({ dialog: { part } }, again) {
    switch (part) {
      case 'offer':
        return line(again ? 'path.offer-again' : 'path.offer');
      case 'week':
        return line(again ? 'path.today-again' : 'path.today');
      case 'over':
        return line(again ? 'path.once-more-again' : 'path.once-more');
    }
  },
  presents: (here) => [
    ...(here.dialog.opens ? [say(line('welcome.back', both(here.state)))] : []),
    ...about(here),
  ],
  answers: ({ part }) => (part === 'week' ? atWeek : atOffer),
  wish: wishOf,
};

/** What the path is, what the week is about, or that it is over. */
function about({ dialog: { part, number } }: AtPath): Act[] {
  if (part === 'offer') return [say(line('path.what'))];
  return [say(part === 'over' ? line('path.over') : ofWeek(number))];
}

/** What begins here: at the question of a week its exercise, as they want it. */
function wishOf({ part, number }: DialogState<'path'>, state: State): Wish {
  const exercise = part === 'week' ? exerciseOfWeek(number) : 'check-in';
  return { ...(state.wish ?? wishFor(exercise)), exercise };
}

/** The line that says what a week is about. */
export function ofWeek(week: PathWeek): ReturnType<typeof line> {
  return line(`path.week-${week}`);
}

const anotherDay = (): Outcome => backAfter(line('path.another-day'));
const declined = ({ dialog: { part } }: AtPath): Outcome =>
  backAfter(line(part === 'offer' ? 'path.no' : 'path.enough'));

const leave = ({ state }: AtPath): Outcome => ({
  ...backAfter(line('path.left')),
  state: withPath(state, false),
});

/** The answers to a question that a yes begins something at. */
function answersOf(
  begin: (here: AtPath) => Outcome,
  decline: (here: AtPath) => Outcome,
  leavePath: (here: AtPath) => Outcome,
): DialogAnswers<'path'> {
  return {
    'leave-path': leavePath,
    yes: begin,
    next: begin,
    resume: begin,
    no: decline,
    skip: decline,
    'rather-not': decline,
    reluctant: decline,
    done: decline,
    'not-quite': aMoment,
    menu: offerMenu,
  };
}

// Once it was offered, it is not offered again.
const atOffer = answersOf(start, declined, declined);
const atWeek = answersOf(beginWeek, anotherDay, leave);

/** Begins the path, and asks whether to do the first week's exercise today. */
function start({ state, context }: AtPath): Outcome {
  return {
    go: 'ask',
    state: withPath(state, { began: context.now, week: 1 }),
    dialog: { id: 'path', part: 'week', number: 1, opens: false },
    lead: [say(line('path.begun'))],
  };
}

/** Begins the exercise of the week. If another one is unfinished, that is asked about first. */
function beginWeek({ dialog, state }: AtPath): Outcome {
  const wish = wishOf(dialog, state);
  if (hasExercise(state)) return { go: 'open', state: { ...state, wish } };
  return { go: 'begin', wish, lead: [say(line('path.go'))] };
}

/** The state with another path. */
export function withPath(state: State, path: Household['path']): State {
  return changeHousehold(state, (household) => ({ ...household, path }));
}

/**
 * What is asked of the path at the beginning of a session, and the state that remembers that it was asked: neither the
 * path nor the exercise of a week is offered twice. Null if nothing is to be asked.
 */
export function pathAtOpening(state: State, context: Context): { state: State; dialog: DialogState } | null {
  const { household, keeping } = state;
  const part = keeping ? pathDue(household, context) : null;
  return part === null ? null : asking(state, context, part, true);
}

/** The question about this part of the path, and the state that remembers that it was asked. */
function asking(
  state: State,
  context: Context,
  part: Part,
  opens: boolean,
): { state: State; dialog: DialogState } {
  const number = weekAt(state.household, context) ?? 1;
  return { state: offered(state, part, number), dialog: { id: 'path', part, number, opens } };
}

function offered(state: State, part: Part, number: PathWeek): State {
  const { path } = state.household;
  return withPath(state, part === 'week' && path ? { ...path, week: number } : false);
}

/** Asks about the path because somebody asked for it. */
export function askAboutPath({ state, context }: Pick<Here, 'state' | 'context'>): Outcome {
  const part = weekAt(state.household, context) === null ? 'offer' : 'week';
  return { go: 'ask', ...asking(state, context, part, false) };
}

/** The dialog of the path of four weeks: whether to begin it, and whether to do the exercise of the week today. */
import * as z from 'zod/mini';
import { wishFor } from '../exercise/lifecycle.ts';
import { exerciseOfWeek, type PathWeek, pathDue, weekAt } from '../exercise/path.ts';
import { type Act, line, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Household } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { both } from '../model/partner-names.ts';
import { changeHousehold, type State } from '../model/state.ts';
import { aMoment, backAfter, type Dialog, type DialogAnswers, type Here } from './dialog.ts';
import { offerMenu } from './menu.ts';

type AtPath = Here<'path'>;
type Part = DialogState<'path'>['part'];

export const path: Dialog<'path'> = {
  schema: z.object({
    id: z.literal('path'),
    part: z.enum(['offer', 'week', 'over']),
    opens: z.boolean(),
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
  brief: about,
  answers: ({ part }) => (part === 'week' ? atWeek : atOffer),
  wish: (_dialog, state) => state.wish ?? wishFor('check-in'),
};

/** What the path is, what the week is about, or that it is over. */
function about({ dialog: { part }, state, context }: AtPath): Act[] {
  if (part === 'offer') return [say(line('path.what'))];
  if (part === 'over') return [say(line('path.over'))];
  const week = weekAt(state.household, context.now);
  return week === null ? [] : [say(ofWeek(week))];
}

/** The line that says what a week is about. */
export function ofWeek(week: PathWeek): ReturnType<typeof line> {
  return line(`path.week-${week}`);
}

const laterThan = (): Outcome => backAfter(line('path.another-day'));
const declined = ({ dialog: { part } }: AtPath): Outcome =>
  backAfter(line(part === 'offer' ? 'path.no' : 'path.enough'));

const atOffer: DialogAnswers<'path'> = {
  yes: start,
  next: start,
  resume: start,
  no: declined,
  skip: declined,
  'rather-not': declined,
  reluctant: declined,
  done: declined,
  'not-quite': aMoment,
  menu: offerMenu,
};

const atWeek: DialogAnswers<'path'> = {
  yes: beginWeek,
  next: beginWeek,
  resume: beginWeek,
  no: laterThan,
  skip: laterThan,
  'rather-not': laterThan,
  reluctant: laterThan,
  done: laterThan,
  'not-quite': aMoment,
  menu: offerMenu,
};

/** Begins the path, and asks whether to do the first week's exercise today. */
function start({ state, context }: AtPath): Outcome {
  return {
    go: 'ask',
    state: withPath(state, { began: context.now, week: 1 }),
    dialog: { id: 'path', part: 'week', opens: false },
    lead: [say(line('path.begun'))],
  };
}

function beginWeek({ state, context }: AtPath): Outcome {
  const week = weekAt(state.household, context.now) ?? 1;
  return { go: 'begin', wish: wishFor(exerciseOfWeek(week)), lead: [say(line('path.go'))] };
}

/** The state with another path. */
export function withPath(state: State, path: Household['path']): State {
  return changeHousehold(state, (household) => ({ ...household, path }));
}

/**
 * What is asked of the path at the beginning of a session, and the state that remembers that it was asked: neither the
 * path nor the exercise of a week is offered twice. Null if nothing is to be asked.
 */
export function pathAtOpening(state: State, { now }: Context): { state: State; dialog: DialogState } | null {
  const { household, keeping } = state;
  const part = keeping ? pathDue(household, now) : null;
  if (part === null) return null;
  return { state: offered(state, part, now), dialog: { id: 'path', part, opens: true } };
}

function offered(state: State, part: Part, now: number): State {
  const { path } = state.household;
  if (part !== 'week' || !path) return withPath(state, false);
  return withPath(state, { ...path, week: weekAt(state.household, now) ?? path.week });
}

/** Asks about the path because somebody asked for it. */
export function askAboutPath({ state, context }: Pick<Here, 'state' | 'context'>): Outcome {
  const part = weekAt(state.household, context.now) === null ? 'offer' : 'week';
  return {
    go: 'ask',
    state: offered(state, part, context.now),
    dialog: { id: 'path', part, opens: false },
  };
}

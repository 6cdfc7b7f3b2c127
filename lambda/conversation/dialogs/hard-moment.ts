/**
 * The dialog for somebody to whom it is too much: what would help. An exercise is suspended for it, and goes on only if
 * they want that.
 */
import * as v from 'valibot';
import { exercises } from '../exercise/catalogue/catalogue.ts';
import { depthOf, lighterOf } from '../exercise/choosing/depth.ts';
import { wishFor } from '../exercise/lifecycle.ts';
import { withPreference } from '../exercise/preference.ts';
import { stepAt } from '../exercise/sequencer.ts';
import { line, say } from '../model/act.ts';
import { type Choice, choice } from '../model/choice.ts';
import type { DialogState, Wish } from '../model/dialog-state.ts';
import { CONCERNS } from '../model/event.ts';
import type { Outcome } from '../model/outcome.ts';
import { type ExerciseState, hasExercise, withoutTop } from '../model/state.ts';
import type { Step } from '../model/step.ts';
import {
  askedAgain,
  type Dialog,
  type DialogAnswers,
  endWith,
  type Here,
  isOnAnother,
  STOP,
} from './dialog.ts';
import { pause } from './paused.ts';

type AtHardMoment = Here<'hard-moment'>;
type Part = DialogState<'hard-moment'>['part'];

/** What is light enough when it is too much: a few light questions. */
export const LIGHT_QUESTIONS: Wish = { ...wishFor('questions'), minutes: 5, depth: 'light' };

/** Steps in which "lighter" brings a lighter question at once. */
const ASKING: ReadonlySet<Step['kind']> = new Set(['question', 'deepest', 'another']);

const resting = ({ state, context }: AtHardMoment, first?: 'interrupted.lead'): Outcome =>
  pause({ state: withoutTop(state), context }, { first, gently: true });
const close = (): Outcome => endWith(line('hard-moment.close'));
const still = (): Outcome => askedAgain(line('hard-moment.lead'));
const stop = (): Outcome => STOP;

export const hardMoment: Dialog<'hard-moment'> = {
  schema: v.object({
    id: v.literal('hard-moment'),
    part: v.picklist(['choices', 'instead', 'on']),
    after: v.optional(v.picklist(CONCERNS)),
  }),
  stateId: ({ part }) => `hard-moment.${part}`,
  question: ({ dialog: { part } }, again) =>
    line(again ? `hard-moment.${part}-again` : `hard-moment.${part}`),
  help: ({ part }) => (part === 'choices' ? [line('help.hard-moment'), line('help.safety')] : null),
  missed({ dialog: { part } }, again) {
    return part === 'choices' ? line(again ? 'missed.hard-moment-again' : 'missed.hard-moment') : null;
  },
  shows: ({ part }) => ({ choices: CHOICES[part] }),
  unlogged: true,
  doesNotResume: true,
  answers: ({ part }) => ANSWERS[part],
};

const CHOICES: Readonly<Record<Part, readonly Choice[]>> = {
  choices: [choice('pause'), choice('lighter'), choice('stop')],
  instead: [choice('yes'), choice('no'), choice('stop')],
  on: [choice('go-on'), choice('stop')],
};

const ANSWERS: Readonly<Record<Part, DialogAnswers<'hard-moment'>>> = {
  choices: {
    // A pause is the first of the three, and takes nothing away.
    yes: (here) => resting(here),
    pause: (here) => resting(here),
    'more-time': (here) => resting(here),
    interrupted: (here) => resting(here, 'interrupted.lead'),
    depth: (here, event) => (depthOf(lighterOf(event.depth, event.other)) === 'light' ? lighter(here) : null),
    choose: (here, { exercise, minutes, depth }) =>
      (exercise === null || exercise === LIGHT_QUESTIONS.exercise) &&
      minutes === null &&
      depth !== undefined &&
      depthOf(depth) === 'light'
        ? lighter(here)
        : null,
    another: lighter,
    menu: lighter,
    done: stop,
    no: goOn,
    next: goOn,
    resume: goOn,
    skip: passed,
    'rather-not': passed,
    reluctant: passed,
    distress: still,
  },
  instead: {
    yes: takeLightQuestions,
    next: takeLightQuestions,
    // "Yes please, a light one."
    depth: (here, { depth }) => (depthOf(depth) === 'light' ? takeLightQuestions(here) : null),
    no: goOn,
    resume: goOn,
    skip: goOn,
    'rather-not': goOn,
    reluctant: stop,
    done: stop,
    distress: still,
  },
  on: {
    // "What was that number?"
    repeat: (here) => helpAgain(here),
    support: (here, { about, byText, details }) => {
      if (about !== 'asked') return null;
      return details ? askedAgain(line('support.details')) : helpAgain(here, byText);
    },
    pause: (here) => (hasExercise(here.state) ? resting(here) : null),
    yes: goOn,
    next: goOn,
    resume: goOn,
    no: close,
    done: close,
    skip: close,
    'rather-not': close,
    reluctant: close,
    distress: still,
  },
};

/** Offers the help again after which they were asked whether to go on; null if it was something else. */
function helpAgain({ dialog: { after }, state }: AtHardMoment, byText?: true): Outcome | null {
  if (after === undefined) return null;
  // Texts are not answered everywhere in an emergency.
  const writes = byText && after !== 'emergency' ? { byText } : {};
  const dialog = { id: 'support', about: after, doubtful: true, ...writes } as const;
  return { go: 'ask', state: withoutTop(state), dialog };
}

/** Says that this is much, and asks what would help. */
export function askWhatHelps(part: Part): Outcome {
  const lead = [say(line('hard-moment.lead'))];
  return { go: 'ask', dialog: { id: 'hard-moment', part }, lead, words: 'question' };
}

/** Goes on with what was under way. */
function goOn({ state }: AtHardMoment): Outcome {
  const lead = [say(line('hard-moment.back'))];
  if (hasExercise(state) && !isOnAnother(state)) return { go: 'resume', lead };
  return { go: 'back', state: withoutTop(state), lead };
}

/** Passes the step they are in. In a tender exercise that is a skip, since there this question is what follows otherwise. */
function passed({ state }: AtHardMoment): Outcome {
  const tender = hasExercise(state) && exercises[state.stack.exercise.place.exercise].tender === true;
  return { go: 'same-step', tries: 0, event: { type: tender ? 'skip' : 'reluctant' } };
}

/** "Lighter": a lighter question, if they are at one. If not, it offers light questions in place of the exercise. */
function lighter({ state, context }: AtHardMoment): Outcome {
  if (!hasExercise(state)) return askedAgain();
  if (isAtQuestion(state)) return { go: 'same-step', tries: 0, event: { type: 'depth', depth: 'light' } };
  return {
    go: 'ask',
    state: withPreference(state, context, { depth: 'light' }),
    dialog: { id: 'hard-moment', part: 'instead' },
    words: 'question',
  };
}

/** Whether they are in a step that asks questions. */
function isAtQuestion({ stack }: ExerciseState): boolean {
  const { place, phase } = stack.exercise;
  return phase.at === 'step' && ASKING.has(stepAt(place).step.kind);
}

function takeLightQuestions({ state }: AtHardMoment): Outcome {
  const first = state.stack.exercise?.place.first ?? null;
  return { go: 'begin', wish: { ...LIGHT_QUESTIONS, first }, lead: [say(line('hard-moment.lighter'))] };
}

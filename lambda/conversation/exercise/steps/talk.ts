import { type Act, ask, chime, hold, line, say } from '../../model/act.ts';
import { type Choice, choice } from '../../model/choice.ts';
import { other } from '../../model/household.ts';
import type { TalkTopic } from '../../model/lines.ts';
import { between, called } from '../../model/partner-names.ts';
import type { ExerciseState, Rest } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import { isKnown } from './known.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';
import { isInterrupting, stillTalking, toEachOther } from './still-talking.ts';

/** In turns of at least this many seconds it is said when half a minute is left. */
const CUE_FROM = 100;
/** Seconds left at that time. */
const CUE_AT = 30;
/** In turns of at least this many seconds the one who talks is told to stop now and then, for the other to say it back. */
const PIECES_FROM = 140;
/** Seconds that are offered at most for what is left of a turn that another session began. */
const LEFT_OVER = 90;
/** Seconds of quiet for a partner who is not finished. */
const ONE_MORE_MINUTE = 60;

const TALKING: readonly Choice[] = [choice('next', 'done'), choice('more-time'), choice('pause')];

/**
 * One partner talks and the other listens. At the end the skill asks whether that was all, and waits as long as they
 * talk.
 */
export const talk: StepKind<StepOf<'talk'>> = {
  shorter: (step, seconds) => ({ ...step, seconds }),
  leftOver: (step) => Math.min(step.seconds, LEFT_OVER),
  enter(step, state, left) {
    if (left === 0) return [];
    const seconds = left ?? step.seconds;
    const opening =
      left === null ? openingOf(step, state) : [say(line('talk.still', { name: called(state, step.who) }))];
    const quiet: Act[] =
      seconds >= CUE_FROM
        ? [hold(seconds - CUE_AT), say(line('talk.half-minute')), hold(CUE_AT)]
        : [hold(seconds)];
    return [...opening, ...quiet, chime];
  },
  prompt: (step) => [say(line(`topic.${step.topic}`))],
  help: ({ topic }) => [line(`topic.${topic}`), line('help.exercise')],
  helpsInQuiet: true,
  where: (step, state) => line('talk.where', between(state, step.who)),
  ready: (step, state) => line('ready.talk', { name: called(state, step.who) }),
  question(step, state, again) {
    const name = called(state, step.who);
    const rest = restOf(state);
    if (rest?.why === 'left') return ask(line(again ? 'talk.left-again' : 'talk.left', { name }));
    if (rest?.why === 'cut') return ask(line(again ? 'talk.rest-again' : 'talk.rest', { name }));
    return ask(line(again ? 'talk.finished-again' : 'talk.finished', { name }));
  },
  shows: (_step, state) => ({
    inQuiet: TALKING,
    choices: restOf(state) === undefined ? TALKING : [choice('yes'), choice('no'), choice('pause')],
  }),
  staysOnScreen: ({ topic }) => `topic.${topic}`,
  talking: () => true,
  answers: {
    another: notFinished,
    resume: notFinished,
    yes: (here) => restGiven(here) ?? finished(),
    no: (here) => (isRestOffered(here) ? finished() : oneMoreMinute()),
    'not-quite': oneMoreMinute,
    skip: passed,
    'rather-not': passed,
    appreciation: toEachOther,
    unclear: stillTalking,
    names: stillTalking,
  },
};

/** The time of the turn that is still to be offered; undefined for none. */
function restOf({ stack: { exercise } }: ExerciseState): Rest | undefined {
  const isGiven = exercise.phase.at === 'step' && exercise.phase.tries > 0;
  return isGiven ? undefined : exercise.rest;
}

/** Whether the rest of the turn was offered to them. */
function isRestOffered({ state }: StepHere): boolean {
  return restOf(state) !== undefined;
}

/** Gives the time that was offered. Null if none was. */
function restGiven(here: StepHere<StepOf<'talk'>>): StepOutcome | null {
  const { step, state, tries } = here;
  const rest = restOf(state);
  if (rest === undefined) return null;
  const finishedNow = ask(line('talk.finished', { name: called(state, step.who) }));
  return {
    go: 'ask',
    acts: [say(line('quiet.more-time')), hold(rest.seconds), chime, finishedNow],
    tries: tries + 1,
  };
}

/** What is said before the talk: whose turn it is, about what, and what the other one listens for. */
function openingOf(step: StepOf<'talk'>, state: ExerciseState): Act[] {
  const time = { name: called(state, step.who), time: { seconds: step.seconds } };
  const names = between(state, step.who);
  const isLonger = state.stack.exercise.longer === other(step.who);
  const longer = isLonger ? [say(line('talk.longer', { name: called(state, step.who) }))] : [];
  if (isKnown(state) && isOpen(step.topic)) return [say(line('talk.known', time)), ...longer];
  const pieces = step.seconds >= PIECES_FROM && isOpen(step.topic) ? [say(line('talk.pieces', names))] : [];
  return [
    say(line('talk.floor', time)),
    say(line(`topic.${step.topic}`)),
    say(line(`listen.${step.topic}`, between(state, other(step.who)))),
    ...pieces,
    ...longer,
  ];
}

/** Whether they may talk about anything. */
function isOpen(topic: TalkTopic): boolean {
  return topic === 'mind' || topic === 'outside';
}

function finished(): StepOutcome {
  return { go: 'on' };
}

function oneMoreMinute(): StepOutcome {
  return { go: 'quiet', lead: line('quiet.minute'), seconds: ONE_MORE_MINUTE };
}

/**
 * Gives one more minute, if it answers the question whether they are finished. Null if it interrupted the quiet, which
 * then goes on.
 */
function notFinished(here: StepHere): StepOutcome | null {
  return isInterrupting(here) ? null : oneMoreMinute();
}

function passed(): StepOutcome {
  return { go: 'part', lead: line('skip.lead') };
}

import { type Act, ask, chime, hold, line, say } from '../../model/act.ts';
import { between, called } from '../../model/partner-names.ts';
import type { StepOf } from '../../model/step.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';
import { isInterrupting, stillTalking, toEachOther } from './still-talking.ts';

/** In turns of at least this many seconds it is said when half a minute is left. */
const CUE_FROM = 100;
/** Seconds left at that time. */
const CUE_AT = 30;
/** Seconds of quiet for a partner who is not finished. */
const ONE_MORE_MINUTE = 60;

/**
 * One partner talks and the other listens. At the end the skill asks whether that was all, and waits as long as they
 * talk.
 */
export const talk: StepKind<StepOf<'talk'>> = {
  quiet: (step) => step.seconds,
  shorter: (step, seconds) => ({ ...step, seconds }),
  enter(step, state, left) {
    if (left === 0) return [];
    const seconds = left ?? step.seconds;
    const opening: Act[] =
      left === null
        ? [
            say(line('talk.floor', { ...between(state, step.who), time: { seconds: step.seconds } })),
            say(line(`topic.${step.topic}`)),
          ]
        : [say(line('talk.still', { name: called(state, step.who) }))];
    const quiet: Act[] =
      seconds >= CUE_FROM
        ? [hold(seconds - CUE_AT), say(line('talk.half-minute')), hold(CUE_AT)]
        : [hold(seconds)];
    return [...opening, ...quiet, chime];
  },
  floor: (step) => step.who,
  where: (step, state) => line('talk.where', between(state, step.who)),
  ready: (step, state) => line('ready.talk', { name: called(state, step.who) }),
  question: (step, state, again) =>
    ask(line(again ? 'talk.finished-again' : 'talk.finished', { name: called(state, step.who) })),
  talking: () => true,
  answers: {
    another: notFinished,
    resume: notFinished,
    yes: finished,
    next: finished,
    no: oneMoreMinute,
    'not-quite': oneMoreMinute,
    skip: passed,
    'rather-not': passed,
    appreciation: toEachOther,
    unclear: stillTalking,
    names: stillTalking,
  },
};

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

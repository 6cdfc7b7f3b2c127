import { ask, chime, hold, line, quietLeft, say } from '../../model/act.ts';
import { type Choice, choice } from '../../model/choice.ts';
import { both } from '../../model/partner-names.ts';
import type { StepOf } from '../../model/step.ts';
import type { StepKind, StepOutcome } from './step-kind.ts';
import { notYet } from './still-talking.ts';

const TO_AGREE: readonly Choice[] = [choice('yes'), choice('no', 'not-today'), choice('more-time')];

const notToday = (): StepOutcome => ({ go: 'leave', lead: line('agree.not-today') });

/** Gives them time to choose what they talk about, and goes on only if both want to. Nothing begins without a yes. */
export const agree: StepKind<StepOf<'agree'>> = {
  enter: (step, _state, left) =>
    left === null ? [say(line('agree.choose')), hold(step.seconds), chime] : quietLeft(left),
  rests: true,
  where: () => line('agree.where'),
  question: (_step, state, again) => ask(line(again ? 'agree.ask-again' : 'agree.ask', both(state))),
  // No "Next": here that is no yes.
  shows: () => ({ choices: TO_AGREE, inQuiet: TO_AGREE }),
  help: () => [line('help.yes-no'), line('help.anytime')],
  asksAgain: true,
  talking: () => true,
  answers: {
    yes: () => ({ go: 'on' }),
    no: notToday,
    skip: notToday,
    'rather-not': notToday,
    reluctant: notToday,
    // Nothing but a yes is one. Alexa takes "skip" for "next".
    next: notToday,
    done: () => ({ go: 'miss' }),
    resume: () => ({ go: 'miss' }),
    'not-quite': notYet,
    unclear: notYet,
  },
};

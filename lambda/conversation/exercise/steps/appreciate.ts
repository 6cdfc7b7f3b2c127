import { type Act, ask, chime, hold, line, say } from '../../model/act.ts';
import { isTooLong, sentenceIn } from '../../model/appreciation.ts';
import { type Choice, choice } from '../../model/choice.ts';
import { between } from '../../model/partner-names.ts';
import type { ExerciseState } from '../../model/state.ts';
import type { StepOf } from '../../model/step.ts';
import type { StepHere, StepKind, StepOutcome } from './step-kind.ts';
import { isInterrupting, stillTalking } from './still-talking.ts';

type Appreciate = StepOf<'appreciate'>;
type Here = StepHere<Appreciate>;

/** How often the sentence is asked for again in words of its own. */
const MOST_TRIES = 2;
/** Seconds of quiet for an appreciation that was not said yet. */
const NOT_SAID_YET = 30;

const TO_SAY: readonly Choice[] = [choice('next'), choice('more-time'), choice('skip')];

const betweenYou = (): StepOutcome => ({ go: 'on', lead: line('appreciate.between-you') });
/** Perhaps none was said. */
const passed = (): StepOutcome => ({ go: 'on', lead: line('reluctant.passed') });

/**
 * An appreciation: what the partner did, and what it shows about them. It is said to the partner first, and kept as one
 * sentence if they want that. If the couple wants nothing kept, it is only said.
 */
export const appreciate: StepKind<Appreciate> = {
  enter(step, state, left) {
    const names = between(state, step.who);
    if (left === null) return [say(line('appreciate.prompt', names)), hold(step.seconds), chime];
    if (left === 0) return [say(line('appreciate.prompt', names))];
    return [say(line('appreciate.still', names)), hold(left), chime];
  },
  where: (step, state) => line('appreciate.where', between(state, step.who)),
  ready: (step, state) => line('ready.appreciate', between(state, step.who)),
  question: askToKeep,
  unanswered: (_step, state) => (state.keeping ? line('appreciate.between-you') : null),
  help: (_step, { keeping }) => (keeping ? [line('help.appreciate')] : null),
  shows: (_step, { keeping }) => (keeping ? { choices: TO_SAY, inQuiet: TO_SAY } : {}),
  talking: ({ keeping }) => !keeping,
  takesAppreciation: true,
  missed: (_step, _state, again) => line(again ? 'missed.sentence-again' : 'missed.sentence'),
  answers: {
    appreciation: (here, { text, barbed }) => {
      if (!here.state.keeping) return { go: 'on' };
      return capture(here, text.trim(), barbed);
    },
    yes: (here) => {
      if (isInterrupting(here)) return askNow(here);
      if (!here.state.keeping) return { go: 'on' };
      // A yes always leads on in the end (docs/decisions/0003).
      return here.tries >= MOST_TRIES ? betweenYou() : sayItAgain(here, 'appreciate.one-sentence');
    },
    // Alexa hears "skip" as her own "next".
    next: (here) => {
      if (isInterrupting(here)) return askNow(here);
      return here.state.keeping ? passed() : { go: 'on' };
    },
    no: ({ state }) =>
      state.keeping ? passed() : { go: 'quiet', lead: line('quiet.more'), seconds: NOT_SAID_YET },
    'not-quite': () => ({ go: 'quiet', lead: line('quiet.more'), seconds: NOT_SAID_YET }),
    // Without anything to keep, they may still be telling each other.
    unclear: ({ state }) => (state.keeping ? null : stillTalking()),
    // Whoever skips it before anything was said skips the partner's answer too.
    skip: (here) => (isInterrupting(here) ? { go: 'part', lead: line('skip.lead') } : passed()),
    'rather-not': passed,
  },
};

/** They are done before the quiet is over: asks now for the sentence to keep. */
function askNow({ step, state }: Here): StepOutcome {
  return { go: 'ask', acts: [askToKeep(step, state, false)] };
}

/** Asks for the sentence to keep, or whether it was said. */
function askToKeep(step: Appreciate, state: ExerciseState, again: boolean): Act {
  const names = between(state, step.who);
  if (!state.keeping) return ask(line(again ? 'appreciate.said-again' : 'appreciate.said', names));
  return ask(line(again ? 'appreciate.keep-again' : 'appreciate.keep', names), 'appreciation');
}

/** Takes the sentence, and asks for a yes to keeping it. */
function capture(here: Here, text: string, barbed: boolean): StepOutcome {
  const { step, context, place, tries } = here;
  if (text === '') return sayItAgain(here, 'appreciate.one-sentence');
  if (isTooLong(text)) return sayItAgain(here, 'appreciate.shorter');
  return {
    go: 'push',
    dialog: {
      id: 'appreciation',
      origin: 'step',
      part: 'confirm',
      text,
      barbed,
      from: step.who,
      voice: null,
      failed: false,
      tries,
      ...sentenceIn(place, step.id, context),
    },
  };
}

/** Asks for the sentence again. After some tries it is no answer any more. */
function sayItAgain(
  { step, state, tries }: Here,
  key: 'appreciate.one-sentence' | 'appreciate.shorter',
): StepOutcome {
  if (tries >= MOST_TRIES) return { go: 'miss' };
  return { go: 'ask', acts: [ask(line(key, between(state, step.who)), 'appreciation')], tries: tries + 1 };
}

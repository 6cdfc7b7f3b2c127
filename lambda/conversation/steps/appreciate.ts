import { type Act, ask, chime, hold, say } from '../act.ts';
import type { Context } from '../context.ts';
import { dayOf, other } from '../household.ts';
import { type Line, line } from '../lines.ts';
import { between } from '../people.ts';
import type { Sentence } from '../scene.ts';
import type { State } from '../state.ts';
import type { Outcome, StepKind, StepOf } from './step.ts';

/** More than this many characters is more than one sentence, and more than a speaker hears without clipping. */
export const LONGEST_APPRECIATION = 300;
/** After this many tries at one sentence the exercise goes on without it. */
const MOST_TRIES = 2;

/**
 * What the partner did and what it shows about them: said to the partner first, and kept as one sentence if they
 * want it. For two who want nothing kept, it is only said.
 */
export const appreciate: StepKind<StepOf<'appreciate'>> = {
  quiet: (step) => step.seconds,
  enter(step, state, left) {
    const names = between(state, step.who);
    if (left === null) return [say(line('appreciate.prompt', names)), hold(step.seconds), chime];
    if (left === 0) return [say(line('appreciate.prompt', names))];
    return [say(line('appreciate.still', names)), hold(left), chime];
  },
  floor: (step) => step.who,
  where: (step, state) => line('appreciate.where', between(state, step.who)),
  ready: (step, state) => line('ready.appreciate', between(state, step.who)),
  question: askToKeep,
  unanswered: (_step, state) => (state.keeping ? line('appreciate.between-you') : null),
  answer(step, state, event, context) {
    if (state.scene.id === 'confirm') return answerConfirmation(step, state, event, context);
    const { playing } = context;
    // Said early enough: what shall be kept is still to be asked.
    const interrupting = playing !== null && !playing.over;
    if (interrupting && (event.type === 'next' || event.type === 'yes'))
      return { go: 'ask', acts: [askToKeep(step, state, false)], scene: state.scene };
    // Passing before anything was said passes on the answer to it, too.
    if (interrupting && event.type === 'skip') return { go: 'part', lead: line('skip.lead') };
    const tries = state.scene.id === 'step' ? state.scene.tries : 0;
    switch (event.type) {
      case 'appreciation':
        if (!state.keeping) return { go: 'on' };
        return capture(step, state, event.text.trim(), event.barbed, tries, context);
      case 'yes':
        if (!state.keeping) return { go: 'on' };
        return tries >= MOST_TRIES ? { go: 'on' } : sayItAgain(step, state, tries, 'appreciate.one-sentence');
      case 'no':
        if (!state.keeping) return { go: 'quiet', lead: line('quiet.more'), seconds: 30 };
        return { go: 'on', lead: line('appreciate.between-you') };
      case 'next':
      case 'skip':
      case 'rather-not':
        return { go: 'on', lead: line('appreciate.between-you') };
      default:
        return null;
    }
  },
};

type Appreciate = StepOf<'appreciate'>;

function askToKeep(step: Appreciate, state: State, again: boolean): Act {
  const names = between(state, step.who);
  if (!state.keeping) return ask(line(again ? 'appreciate.said-again' : 'appreciate.said', names));
  return ask(line(again ? 'appreciate.keep-again' : 'appreciate.keep', names), 'appreciation');
}

function capture(
  step: Appreciate,
  state: State,
  text: string,
  barbed: boolean,
  tries: number,
  context: Context,
): Outcome {
  if (text === '')
    return tries >= MOST_TRIES
      ? { go: 'on', lead: line('appreciate.between-you') }
      : sayItAgain(step, state, tries, 'appreciate.one-sentence');
  if ([...text].length > LONGEST_APPRECIATION)
    return tries >= MOST_TRIES
      ? { go: 'on', lead: line('appreciate.between-you') }
      : sayItAgain(step, state, tries, 'appreciate.shorter');
  return {
    go: 'ask',
    acts: [say(readBack(text)), ask(line(barbed ? 'confirm.barbed' : 'confirm.keep'))],
    scene: { id: 'confirm', text, failed: false, tries, ...sentenceAt(context) },
  };
}

/** Of this request: the same one delivered twice keeps the same item, two devices in one second do not. */
export function sentenceAt({ now, seed }: Context): Sentence {
  return { key: `${now.toString(36)}-${seed.toString(36)}`, at: now };
}

/** The sentence as it will be heard later; the line brings its own full stop. */
export function readBack(text: string): Line {
  return line('confirm.read-back', { text: text.replace(/[.\s]+$/u, '') });
}

function sayItAgain(
  step: Appreciate,
  state: State,
  tries: number,
  key: 'appreciate.one-sentence' | 'appreciate.shorter' | 'appreciate.another-way',
): Outcome {
  return {
    go: 'ask',
    acts: [ask(line(key, between(state, step.who)), 'appreciation')],
    scene: { id: 'step', tries: tries + 1 },
  };
}

function answerConfirmation(
  step: Appreciate,
  state: State,
  event: { type: string; text?: string; barbed?: boolean },
  context: Context,
): Outcome | null {
  const { scene } = state;
  if (scene.id !== 'confirm') return null;
  const dropped = (): Outcome => ({ go: 'on', lead: line('confirm.dropped') });
  switch (event.type) {
    case 'yes':
    case 'next':
      return {
        go: 'do',
        effects: [
          {
            effect: 'keep',
            appreciation: {
              id: scene.key,
              day: dayOf(scene.at),
              at: context.now,
              text: scene.text,
              from: step.who,
              to: other(step.who),
            },
          },
        ],
        lead: line('confirm.kept'),
      };
    case 'no':
    case 'reword':
      if (scene.failed || scene.tries > 0) return dropped();
      return sayItAgain(step, state, scene.tries, 'appreciate.another-way');
    case 'skip':
    case 'rather-not':
    case 'take-back':
      return dropped();
    case 'done':
      // "That's enough" is no yes to keeping it.
      return { go: 'ask', acts: [ask(line('confirm.keep-again'))], scene };
    case 'unclear':
      return state.unclear > MOST_TRIES ? dropped() : null;
    case 'appreciation':
      return capture(
        step,
        state,
        (event.text ?? '').trim(),
        event.barbed ?? false,
        Math.min(scene.tries + 1, MOST_TRIES),
        context,
      );
    case 'not-kept':
      return {
        go: 'ask',
        acts: [say(line('confirm.not-kept')), ask(line('confirm.try-again'))],
        scene: { ...scene, failed: true },
      };
    default:
      return null;
  }
}

import { type Act, ask, hold, quietLeft, say } from '../act.ts';
import type { Context } from '../context.ts';
import type { Appreciation } from '../effect.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import { BEGIN, readingOf } from '../recap.ts';
import type { State } from '../state.ts';
import type { Outcome, StepKind, StepOf } from './step.ts';

/** Seconds of quiet after each appreciation. */
const BETWEEN = 3;
/** In the middle of the weekly, so many are read: the rest is for a recap of its own. */
const MOST_IN_A_STEP = 5;
/** Seconds of quiet for two who want to answer what they heard. */
const ROOM = 40;

/** The week's appreciations, read out after a yes: others may hear. Where there are none it is not mentioned. */
export const recap: StepKind<StepOf<'recap'>> = {
  quiet: () => 0,
  recalls: true,
  enter: (_step, _state, left) => quietLeft(left),
  floor: () => null,
  where: () => line('recap.where'),
  ready: () => line('ready.on'),
  skipped(_step, _household, { recalled }) {
    if (recalled === 'unreachable') return { lead: line('recap.unreachable') };
    if (recalled === null) return null;
    return recalled.page.length === 0 ? { lead: null } : null;
  },
  asksAgain: true,
  question(_step, state, again) {
    if (wasRead(state)) return ask(line(again ? 'ready.again' : 'ready.on'));
    return ask(line(again ? 'recap.ask-again' : 'recap.ask'));
  },
  answer(_step, state, event, context) {
    const read = wasRead(state);
    switch (event.type) {
      case 'yes':
        return read ? { go: 'on' } : readOut(state, context);
      case 'repeat':
        return read ? readOut(state, context) : null;
      case 'no':
        return read
          ? { go: 'quiet', lead: line('quiet.more'), seconds: ROOM }
          : { go: 'on', lead: line('recap.another-time') };
      case 'next':
      case 'skip':
      case 'rather-not':
        return read ? { go: 'on' } : { go: 'on', lead: line('recap.another-time') };
      default:
        return null;
    }
  },
};

/** Whether they have heard them: then it is asked whether to go on. */
function wasRead({ scene, household: { place } }: State): boolean {
  return scene.id === 'step' && scene.tries > 0 && place?.step === 'recap';
}

function readOut(state: State, { recalled }: Context): Outcome {
  if (recalled === null) return { go: 'recall' };
  if (recalled === 'unreachable') return { go: 'on', lead: line('recap.unreachable') };
  const { read, next } = readingOf(recalled, BEGIN, MOST_IN_A_STEP);
  return {
    go: 'ask',
    acts: [
      say(line('recap.lead')),
      ...readAloud(state, read),
      say(line('recap.done')),
      ask(line('ready.on')),
    ],
    scene: { id: 'step', tries: 1 },
    recapped: next === null,
  };
}

/** Each in its author's own words, with a pause after it. */
export function readAloud(state: State, read: readonly Appreciation[]): Act[] {
  return read.flatMap(({ from, text }): Act[] => [
    say(line('recap.item', { name: called(state, from), text: text.replace(/[.\s]+$/u, '') })),
    hold(BETWEEN),
  ]);
}

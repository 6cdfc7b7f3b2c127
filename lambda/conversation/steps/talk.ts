import { type Act, ask, chime, hold, say } from '../act.ts';
import { line } from '../lines.ts';
import { between, called } from '../people.ts';
import type { StepKind, StepOf } from './step.ts';
import { toEachOther } from './to-each-other.ts';

/** Turns of at least this many seconds say when half a minute is left. */
const CUE_FROM = 100;
const CUE_AT = 30;
/** Seconds of quiet for words that were not understood: they are still talking. */
const STILL_TALKING = 45;
const ONE_MORE_MINUTE = 60;

/** One talks, the other listens; at the end the skill asks softly, and waits for as long as they talk. */
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
  answer(_step, _state, event, context) {
    const { playing } = context;
    switch (event.type) {
      case 'another':
      case 'resume':
        // Asked whether they are done, it means that they are not; in the middle of the quiet it just goes on.
        return playing !== null && !playing.over
          ? null
          : { go: 'quiet', lead: line('quiet.minute'), seconds: ONE_MORE_MINUTE };
      case 'yes':
      case 'next':
        return { go: 'on' };
      case 'no':
        return { go: 'quiet', lead: line('quiet.minute'), seconds: ONE_MORE_MINUTE };
      case 'skip':
      case 'rather-not':
        return { go: 'part', lead: line('skip.lead') };
      case 'appreciation':
        if (!toEachOther(event, context)) return null;
        return { go: 'quiet', lead: line('quiet.more'), seconds: STILL_TALKING };
      case 'unclear':
      case 'names':
        return { go: 'quiet', lead: line('quiet.more'), seconds: STILL_TALKING };
      default:
        return null;
    }
  },
};

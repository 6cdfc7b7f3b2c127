import { type Act, ask, hold, quietLeft, say } from '../act.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import { recapOf } from '../recap.ts';
import type { StepKind, StepOf } from './step.ts';

/** Seconds of quiet after each appreciation. */
const BETWEEN = 3;

/** The week's appreciations, read out after a yes: others may hear. Where there are none it is not mentioned. */
export const recap: StepKind<StepOf<'recap'>> = {
  quiet: () => 0,
  recalls: true,
  enter: (_step, _state, left) => quietLeft(left),
  floor: () => null,
  where: () => line('recap.where'),
  ready: () => line('ready.on'),
  skipped(_step, _household, context) {
    const { recalled } = context;
    if (recalled === 'unreachable') return { lead: line('recap.unreachable') };
    return recalled !== null && recapOf(recalled, context).length === 0 ? { lead: null } : null;
  },
  question: (_step, _state, again) => ask(line(again ? 'recap.ask-again' : 'recap.ask')),
  answer(_step, state, event, context) {
    switch (event.type) {
      case 'yes': {
        const { recalled } = context;
        if (recalled === null) return { go: 'recall' };
        if (recalled === 'unreachable') return { go: 'on', lead: line('recap.unreachable') };
        const read = recapOf(recalled, context).flatMap(({ from, text }): Act[] => [
          say(line('recap.item', { name: called(state, from), text: text.replace(/[.\s]+$/u, '') })),
          hold(BETWEEN),
        ]);
        return { go: 'door', acts: [say(line('recap.lead')), ...read, say(line('recap.done'))] };
      }
      case 'no':
      case 'next':
      case 'skip':
      case 'rather-not':
        return { go: 'on', lead: line('recap.another-time') };
      default:
        return null;
    }
  },
};

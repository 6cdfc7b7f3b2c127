/** Where they are in the exercise, and how long it still takes. */
import { type Act, say } from './act.ts';
import type { Context } from './context.ts';
import { minutesOf, wished } from './doing.ts';
import { inExercise, interruptedWith } from './going-on.ts';
import { line } from './lines.ts';
import { called } from './people.ts';
import type { State } from './state.ts';
import { kindOf } from './steps/kinds.ts';
import { stepAt, stepSeconds } from './walk.ts';

export function where(state: State, { playing }: Context): Act[] {
  const { place } = state.household;
  if (place === null) return [say(line('where.beginning'))];
  const { step, kind } = stepAt(place);
  if (state.scene.id === 'door') return [say(line('where.between'))];
  // Going on says the question again: once is enough.
  if (kind.saysMoreAgain && state.scene.id === 'step' && playing !== null && !playing.over) return [];
  return [say(kind.where(step, state))];
}

export function timeLeft(state: State, context: Context): Act[] {
  const { place } = state.household;
  if (place === null || !(inExercise(state) || state.scene.id === 'paused'))
    return [say(line('time-left.length', { time: { seconds: minutesOf(state, wished(state)) * 60 } }))];
  const { steps, index, kind, step } = stepAt(place);
  const here = interruptedWith(state, context).left;
  const waiting = state.scene.id === 'door' ? index : index + 1;
  const after = steps
    .slice(waiting)
    .filter((next) => !kindOf(next).skipped?.(next, state.household, context))
    .reduce((sum, next) => sum + stepSeconds(next, state), 0);
  const whole = line('time-left.whole', { time: { seconds: Math.max(60, after + (here ?? 0)) } });
  const floor = kind.floor(step);
  if (here === null || floor === null) return [say(whole)];
  return [
    say(line('time-left.turn', { name: called(state, floor), time: { seconds: Math.max(10, here) } })),
    say(whole),
  ];
}

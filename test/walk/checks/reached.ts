import { expect, it } from 'vitest';
import { exercises, stepsOf } from '../../../lambda/conversation/exercise/catalogue/catalogue.ts';
import type { DialogId } from '../../../lambda/conversation/model/dialog-state.ts';
import type { EventType } from '../../../lambda/conversation/model/event.ts';
import { EXERCISES } from '../../../lambda/conversation/model/exercise-id.ts';
import { asked } from '../../../lambda/conversation/model/state.ts';
import { typesOfEvents } from '../events.ts';
import { type Check, idOf } from './check.ts';

/** Every dialog there is: one that is missing here, or does not exist, does not compile. */
const dialogs: Record<DialogId, true> = {
  names: true,
  rename: true,
  consent: true,
  length: true,
  welcome: true,
  'carry-on': true,
  fresh: true,
  elsewhere: true,
  menu: true,
  try: true,
  'who-starts': true,
  'start-over': true,
  paused: true,
  support: true,
  'hard-moment': true,
  'short-one': true,
  path: true,
  parting: true,
  appreciation: true,
  recap: true,
  remind: true,
  voice: true,
  forget: true,
  'take-back': true,
  'keep-question': true,
  send: true,
};

const lengths = EXERCISES.flatMap((exercise) =>
  exercises[exercise].lengths.map((minutes) => ({ exercise, minutes })),
);

/** The walk is worth what it reaches: all that there is. */
export function reached(): Check {
  const met = new Set<string>();
  const steps = new Set<string>();
  const happened = new Map<string, Set<EventType>>();
  return {
    name: 'The walk',
    see({ state, event, reply }) {
      const top = asked(reply.state);
      if (top !== null) met.add(top.id);
      // An exercise that is over has left its place.
      const place = (reply.state.stack.exercise ?? state.stack.exercise)?.place;
      if (place !== undefined) {
        const exercise = `${place.exercise} ${place.minutes}`;
        steps.add(`${exercise} ${place.step}`);
        for (const act of reply.acts) if (act.do === 'mark') steps.add(`${exercise} ${act.step}`);
      }
      const id = idOf(state);
      const types = happened.get(id) ?? new Set();
      happened.set(id, types.add(event.type));
    },
    tests() {
      it.each(Object.keys(dialogs))('reaches the dialog %s', (id) => {
        expect([...met]).toContain(id);
      });

      it.each(lengths)('hears every step of $exercise in $minutes minutes', ({ exercise, minutes }) => {
        const all = stepsOf({ exercise, minutes, first: 'a' }).filter(({ kind }) => kind !== 'close');
        expect(all.map(({ id }) => id).filter((id) => !steps.has(`${exercise} ${minutes} ${id}`))).toEqual(
          [],
        );
      });

      it('tries every event in every kind of state', () => {
        const kinds = new Map<string, Set<EventType>>();
        for (const [id, types] of happened) {
          const kind = id.replace(/\.(\d+|[ab])(?=[.@]|$)/g, '');
          kinds.set(kind, new Set([...(kinds.get(kind) ?? []), ...types]));
        }
        expect(kinds.size).toBeGreaterThan(100);
        const untried = [...kinds].flatMap(([kind, types]) =>
          typesOfEvents().flatMap((type) => (types.has(type) ? [] : [`${type} in ${kind}`])),
        );
        expect(untried).toEqual([]);
      });
    },
  };
}

/** Anything that may happen to a conversation, for properties that hold whatever does. */
import * as fc from 'fast-check';
import type { Context, Playing } from '../../lambda/conversation/context.ts';
import type { DepthWord, Event } from '../../lambda/conversation/event.ts';
import { exercises } from '../../lambda/conversation/exercises/all.ts';
import { newHousehold, PRACTICES } from '../../lambda/conversation/household.ts';
import type { ExerciseId } from '../../lambda/conversation/lines.ts';
import type { State } from '../../lambda/conversation/state.ts';
import { stepAt } from '../../lambda/conversation/walk.ts';
import { context, DAY, household, SUNDAY, unfinished } from './couple.ts';
import { plainEvents } from './plain-events.ts';

/** Words that are in nothing but the appreciations below. */
export const MARK = 'zebra';

const oddWords = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'Ana',
    'ana',
    'Bo',
    '<b>&"',
    '{{name}}',
    '$t(welcome.ask)',
    '🦊',
    '\u0000',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const plain = fc.constantFrom<Event>(...plainEvents, { type: 'ended' });

/** What moves an exercise on, so that a long sequence gets somewhere. */
const onward = fc.constantFrom<Event>({ type: 'yes' }, { type: 'next' }, { type: 'resume' });

const households = fc.constantFrom(
  null,
  newHousehold(),
  household(),
  household({ names: { a: null, b: null } }),
  household({ place: unfinished({ step: 'say-back.b' }) }),
  household({ place: unfinished({ step: 'no-such-step', exercise: 'listening', minutes: 5 }) }),
);

const anyDepth = fc.constantFrom<DepthWord>('light', 'deep', 'deepest', 'lighter', 'deeper');

export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: onward },
  { weight: 8, arbitrary: plain },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('more-time' as const),
      seconds: fc.option(fc.integer({ min: -1000, max: 100_000 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        type: fc.constant('choose' as const),
        exercise: fc.option(fc.constantFrom(...(Object.keys(exercises) as ExerciseId[]))),
        minutes: fc.option(fc.integer({ min: -10, max: 10_000 })),
        depth: anyDepth,
        theme: fc.constantFrom(...PRACTICES),
      },
      { requiredKeys: ['type', 'exercise', 'minutes'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      { type: fc.constant('depth' as const), depth: anyDepth, other: anyDepth },
      { requiredKeys: ['type', 'depth'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('first' as const),
      who: fc.oneof(
        fc.constantFrom('a' as const, 'b' as const, 'other' as const, null),
        oddWords.map((name) => ({ name })),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('you-choose' as const),
      what: fc.constantFrom(null, 'exercise' as const, 'length' as const, 'depth' as const, 'first' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('names' as const), name: oddWords, other: fc.option(oddWords) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('rename' as const),
      name: fc.option(oddWords),
      other: fc.option(oddWords),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('appreciation' as const),
      text: fc.oneof(
        fc.constant(''),
        fc.constant(MARK.repeat(90)),
        oddWords.map((words) => `${words} ${MARK}`),
      ),
      barbed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('support' as const),
      about: fc.constantFrom('asked' as const, 'self-harm' as const, 'unsafe' as const, 'emergency' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('conflict' as const),
      household: households,
      elsewhere: fc.boolean(),
    }),
  },
);

/** One thing that happens, and the moment it happens at. The step that plays is picked from those of the place. */
export interface Happening {
  event: Event;
  playing: { pick: number; quietLeft: number; over: boolean } | null;
  later: number;
  seed: number;
  elsewhere: boolean;
  silentBefore: boolean;
}

export const anyHappening: fc.Arbitrary<Happening> = fc.record({
  event: anyEvent,
  playing: fc.option(fc.record({ pick: fc.nat(1000), quietLeft: fc.nat(190), over: fc.boolean() }), {
    freq: 8,
  }),
  later: fc.oneof(fc.nat(600_000), fc.nat(90 * DAY)),
  seed: fc.integer({ min: 0, max: 0xffff_ffff }),
  elsewhere: fc.boolean(),
  silentBefore: fc.boolean(),
});

export const anyBeginning = households;

/** The surroundings of a happening, for a conversation that stands here. */
export function surroundings(state: State, { playing, later, seed, elsewhere }: Happening): Context {
  return context({ now: SUNDAY + later, seed, elsewhere, playing: playing && played(state, playing) });
}

function played(state: State, { pick, quietLeft, over }: NonNullable<Happening['playing']>): Playing {
  const { place } = state.household;
  if (place === null) return { step: pick % 2 === 0 ? null : 'talk.a', quietLeft, over };
  const { steps } = stepAt(place);
  const [ids, other] = [steps.map(({ id }) => id), [null, 'no-such-step']] as const;
  const all: (string | null)[] = [...ids.filter((id) => id !== 'close'), ...other];
  return { step: all[pick % all.length] ?? null, quietLeft, over };
}

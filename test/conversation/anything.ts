/** Generators of anything that can happen in a conversation, for property tests. */
import * as fc from 'fast-check';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import { stepAt } from '../../lambda/conversation/exercise/sequencer.ts';
import type { Context, Playing } from '../../lambda/conversation/model/context.ts';
import type { Appreciation, Reminded } from '../../lambda/conversation/model/effect.ts';
import { CONCERNS, type DepthWord, type Event } from '../../lambda/conversation/model/event.ts';
import type { ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';
import {
  type Household,
  type Kept,
  newHousehold,
  other,
  type Partner,
  PRACTICES,
} from '../../lambda/conversation/model/household.ts';
import type { Reply } from '../../lambda/conversation/model/reply.ts';
import { keptOf, type State } from '../../lambda/conversation/model/state.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { everyEvent } from '../walk/events.ts';
import { context, DAY, household, SUNDAY, unfinished } from './couple.ts';
import { plainEvents } from './plain-events.ts';

/** Words that are only in the appreciations below. */
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

const plain = fc.constantFrom<Event>(...plainEvents);

/** Events with which an exercise goes on, so that long sequences get to its later steps. */
const onward = fc.constantFrom<Event>({ type: 'yes' }, { type: 'next' }, { type: 'resume' });

const alone = (household: Household): Kept => ({ household, place: null });

const anyKept = fc.constantFrom<(Kept | null)[]>(
  null,
  alone(newHousehold()),
  alone(household()),
  alone(household({ names: { a: null, b: null } })),
  { household: household(), place: unfinished({ step: 'say-back.b' }) },
  { household: household(), place: unfinished({ step: 'no-such-step', exercise: 'listening', minutes: 5 }) },
);

const anyDepth = fc.constantFrom<DepthWord>('light', 'deep', 'deepest', 'lighter', 'deeper');

const anyReminderDay = fc.option(fc.constantFrom('sunday' as const, 'every-day' as const));
const anyTime = fc.option(fc.constantFrom('19:00', '07:30'));
const anySomebody = fc.oneof(fc.constantFrom('Ana', 'bo'), oddWords);

/** Events that ask for something in between. */
const anyAside = fc.oneof(
  fc.record({
    type: fc.constant('recap' as const),
    period: fc.constantFrom('week' as const, 'last-week' as const, 'today' as const, 'yesterday' as const),
    whose: fc.oneof(
      fc.constantFrom(null, 'by-me' as const, 'for-me' as const),
      anySomebody.map((name) => ({ by: name })),
      anySomebody.map((name) => ({ for: name })),
    ),
  }),
  fc.record({
    type: fc.constant('forget' as const),
    what: fc.oneof(
      fc.constantFrom(
        'us' as const,
        'me' as const,
        'my-voice' as const,
        'said' as const,
        'said-by-me' as const,
      ),
      anySomebody.map((name) => ({ person: name })),
      anySomebody.map((name) => ({ saidBy: name })),
    ),
  }),
  fc.record({ type: fc.constant('learn-voice' as const), name: fc.option(anySomebody) }),
  fc.record({ type: fc.constant('remind' as const), day: anyReminderDay, time: anyTime }),
  fc.record({
    type: fc.constant('permission' as const),
    granted: fc.constantFrom(true, false, null),
    day: fc.constantFrom('sunday' as const, 'every-day' as const),
    time: fc.constantFrom('19:00', '07:30'),
  }),
  fc.record({
    type: fc.constant('learn' as const),
    about: fc.constantFrom('this' as const, 'trust' as const),
  }),
);

export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: onward },
  { weight: 8, arbitrary: plain },
  { weight: 4, arbitrary: fc.constantFrom(...everyEvent) },
  { weight: 3, arbitrary: anyAside },
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
      about: fc.constantFrom(...CONCERNS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('conflict' as const),
      kept: anyKept,
    }),
  },
);

const kept = (id: string, from: Partner): Appreciation => ({
  id,
  text: `${MARK} ${id}`,
  from,
  to: other(from),
  day: '2026-11-20',
  at: SUNDAY - 2 * DAY,
});

const anyRecalled = fc.constantFrom<NonNullable<Context['recalled']>[]>(
  'unreachable',
  { page: [], next: null },
  { page: [kept('1', 'a')], next: null },
  { page: ['1', '2', '3', '4', '5'].map((id) => kept(id, 'b')), next: { id: '5', day: '2026-11-20' } },
);

const anyReminded = fc.constantFrom<Reminded[]>(
  { outcome: 'set', reminder: { token: 'token', day: 'sunday', time: '19:00' } },
  { outcome: 'found', reminder: { token: 'token', day: 'every-day', time: '07:30' } },
  { outcome: 'found', reminder: { token: 'token', day: ['monday', 'friday'], time: '07:30' } },
  { outcome: 'found', reminder: { token: 'token', day: { every: 'month', date: -1 }, time: '07:30' } },
  ...(['changed', 'none', 'cancelled', 'no-permission', 'unsupported', 'full', 'unreachable'] as const).map(
    (outcome) => ({ outcome }),
  ),
);

const anyOwn: fc.Arbitrary<NonNullable<Context['own']>> = fc.constantFrom(
  'unreachable' as const,
  [],
  [{ id: `${SUNDAY.toString(36)}-1`, text: MARK, from: null, at: SUNDAY }],
  [
    { id: `${SUNDAY.toString(36)}-1`, text: MARK, from: 'a' as const, at: SUNDAY },
    { id: `${SUNDAY.toString(36)}-2`, text: '<b>&"', from: 'b' as const, at: SUNDAY },
  ],
);

/** An event, and when it happens. The step that is playing is chosen from those of the place. */
export interface Happening {
  event: Event;
  playing: { pick: number; quietLeft: number; over: boolean } | null;
  later: number;
  seed: number;
  elsewhere: boolean;
  brokeOff: boolean;
  speaker: string | null;
  /** The results for the context, if the reply needs them. */
  recalled: NonNullable<Context['recalled']>;
  own: NonNullable<Context['own']>;
  reminded: Reminded;
  silentBefore: boolean;
}

/** One of these events, whenever it happens. */
export const happeningOf = (event: fc.Arbitrary<Event>): fc.Arbitrary<Happening> =>
  fc.record({
    event,
    playing: fc.option(fc.record({ pick: fc.nat(1000), quietLeft: fc.nat(190), over: fc.boolean() }), {
      freq: 8,
    }),
    later: fc.oneof(fc.nat(600_000), fc.nat(90 * DAY)),
    seed: fc.integer({ min: 0, max: 0xffff_ffff }),
    elsewhere: fc.boolean(),
    brokeOff: fc.boolean(),
    speaker: fc.constantFrom(null, 'one voice', 'another voice'),
    recalled: anyRecalled,
    own: anyOwn,
    reminded: anyReminded,
    silentBefore: fc.boolean(),
  });

export const anyHappening = happeningOf(anyEvent);

export const anyBeginning = anyKept;

/** The reply to a happening in a state, and the context with everything that the reply needed. */
export function answer(state: State, happening: Happening): { reply: Reply; context: Context } {
  const { event, playing, later, seed, elsewhere, brokeOff, speaker } = happening;
  let surroundings = context({
    now: SUNDAY + later,
    seed,
    elsewhere,
    brokeOff,
    speaker,
    recalled: null,
    own: null,
    playing: playing && played(state, playing),
  });
  let reply = respond(state, event, surroundings);
  for (let asked = 0; asked < 3; asked += 1) {
    if (reply.effects.some(({ effect }) => effect === 'recall'))
      surroundings = { ...surroundings, recalled: happening.recalled };
    else if (reply.effects.some(({ effect }) => effect === 'recall-own'))
      surroundings = { ...surroundings, own: happening.own };
    else if (reply.effects.some(({ effect }) => effect === 'remind'))
      surroundings = { ...surroundings, reminded: happening.reminded };
    else break;
    reply = respond(state, event, surroundings);
  }
  return { reply, context: surroundings };
}

function played(state: State, { pick, quietLeft, over }: NonNullable<Happening['playing']>): Playing {
  const { place } = keptOf(state);
  if (place === null) return { step: pick % 2 === 0 ? null : 'talk.a', quietLeft, over };
  const { steps } = stepAt(place);
  const ids = steps.map(({ id }) => id).filter((id) => id !== 'close');
  const all: (string | null)[] = [...ids, null, 'no-such-step'];
  return { step: all[pick % all.length] ?? null, quietLeft, over };
}

/** Where and when the events of the walk happen. */
import type { Act } from '../../lambda/conversation/model/act.ts';
import type { Context, Playing, Recalled } from '../../lambda/conversation/model/context.ts';
import type { Appreciation, Effect, OwnQuestion, Reminded } from '../../lambda/conversation/model/effect.ts';
import { DAY, other } from '../../lambda/conversation/model/household.ts';
import { NOW, reminder, VOICE } from './households.ts';

export function contextAt(playing: Playing | null, more: Partial<Context> = {}): Context {
  return {
    now: NOW,
    zone: 'UTC',
    seed: 11,
    playing,
    elsewhere: false,
    brokeOff: false,
    speaker: VOICE,
    recalled: null,
    own: null,
    reminded: null,
    questions: [
      { id: 'ol1', practice: 'openness', depth: 'light' },
      { id: 'od1', practice: 'openness', depth: 'deeper' },
      { id: 'ox2', practice: 'openness', depth: 'deepest' },
      { id: 'll1', practice: 'listening', depth: 'light' },
    ],
    ...more,
  };
}

/** How a session may begin. */
export const circumstances: readonly Partial<Context>[] = [
  {},
  { now: NOW + 30 * DAY },
  { elsewhere: true },
  { brokeOff: true },
  { speaker: null },
];

/** Everything was heard, and the microphone is open. */
export const OVER: Playing = { step: null, quietLeft: 0, over: true };

/** When everything was heard, and in the middle of the quiet of each step. */
export function momentsIn(acts: readonly Act[]): Playing[] {
  const all: Playing[] = [OVER];
  let step: string | null = null;
  for (const act of acts) {
    if (act.do === 'mark') step = act.step;
    else if (act.do === 'hold' && act.seconds > 5)
      all.push({ step, quietLeft: Math.round(act.seconds / 2), over: false });
  }
  return all;
}

/** One appreciation from each. */
const page = (['a', 'b'] as const).map(
  (from, index): Appreciation => ({
    id: `r${index}`,
    text: 'You made the tea',
    from,
    to: other(from),
    day: '2026-11-20',
    at: NOW - 2 * DAY + index,
  }),
);

const recalled: readonly (Recalled | 'unreachable')[] = [
  { page, next: null },
  { page, next: { id: 'r1', day: '2026-11-20' } },
  { page: [], next: null },
  'unreachable',
];

/** One of their own questions from each, and one of which it is not known who asked it. */
const own: readonly OwnQuestion[] = (['a', 'b', null] as const).map((from, index) => ({
  id: `${(NOW - DAY).toString(36)}-${index}`,
  text: 'what makes you laugh',
  from,
  at: NOW - DAY,
}));

const reminded: readonly Reminded[] = [
  { outcome: 'set', reminder },
  { outcome: 'found', reminder },
  // Both were changed in the app: the skill can set the first, and not the second.
  { outcome: 'found', reminder: { ...reminder, day: ['saturday', 'sunday'] } },
  { outcome: 'found', reminder: { ...reminder, day: { every: 'weeks', interval: 2, days: ['sunday'] } } },
  ...(['changed', 'none', 'cancelled', 'no-permission', 'unsupported', 'full', 'unreachable'] as const).map(
    (outcome): Reminded => ({ outcome }),
  ),
];

/** What may come of what has to be known before an event can be answered; null if a reply needs to know nothing. */
export function comingOf(effects: readonly Effect[]): Partial<Context>[] | null {
  for (const { effect } of effects) {
    // A card needs both, one after the other.
    if (effect === 'recall')
      return [
        ...recalled.map((one) => ({ recalled: one, own })),
        { recalled: { page: [], next: null }, own: [] },
      ];
    if (effect === 'recall-own') return ([own, [], 'unreachable'] as const).map((one) => ({ own: one }));
    if (effect === 'remind') return reminded.map((one) => ({ reminded: one }));
  }
  return null;
}

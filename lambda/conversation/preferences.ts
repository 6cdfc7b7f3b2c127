/** How deep, about what, who starts, and what is left to the skill. */
import { type Act, ask, say } from './act.ts';
import { leastTried } from './balance.ts';
import { startOver } from './choosing.ts';
import type { Context } from './context.ts';
import { depthOf, lighterOf } from './depth.ts';
import { wished, wishFor } from './doing.ts';
import type { Draft } from './draft.ts';
import type { Choice, DepthWord, Event } from './event.ts';
import { named } from './exercises/exercise.ts';
import { continueWith, inExercise, setAsideAt } from './going-on.ts';
import { other, type Partner, type Place } from './household.ts';
import { type LineKey, line } from './lines.ts';
import { called, partnerCalled } from './people.ts';
import { BEGINNING, type Wish } from './scene.ts';
import type { State } from './state.ts';
import type { Step } from './steps/step.ts';
import { stepAt } from './walk.ts';

type Of<T extends Event['type']> = Extract<Event, { type: T }>;

/** In the middle of an exercise: what is said of the depth or the theme holds from the next question on. */
export function prefer(
  state: State,
  now: State,
  { depth, theme }: { depth?: DepthWord; theme?: Place['theme'] },
  context: Context,
): Draft {
  const change: Partial<Place> = {
    ...(depth === undefined ? {} : { depth: depthOf(depth) }),
    ...(theme === undefined ? {} : { theme }),
  };
  const lead = depth === undefined ? line('choose.noted') : line(keyOf(depth));
  return continueWith(placed(state, now, change), placed(now, now, change), context, [say(lead)]);
}

/** The place with a preference in it. A question that was chosen but not heard yet is chosen anew. */
function placed(state: State, now: State, change: Partial<Place>): State {
  const { place } = state.household;
  const heard = now.household.place === null ? null : stepAt(now.household.place).step;
  if (place === null || heard === null) return state;
  const about = change.depth !== undefined || change.theme !== undefined;
  const question = about && !isAsking(heard) ? null : place.question;
  return { ...state, household: { ...state.household, place: { ...place, ...change, question } } };
}

/** Whether the question of its round was heard by then. */
function isAsking(step: Step): boolean {
  if (step.kind === 'prompt') return step.topic === 'thank';
  return step.kind === 'question' || step.kind === 'deepest' || step.kind === 'another';
}

/** Scenes in which an exercise is set aside: what is wished for is wished of it. */
const SET_ASIDE: ReadonlySet<State['scene']['id']> = new Set(['carry-on', 'paused', 'support']);

function isSetAside({ scene, household }: Pick<State, 'scene' | 'household'>): boolean {
  const aside = scene.id !== 'start-over' && setAsideAt({ scene, household }) !== null;
  return household.place !== null && (aside || SET_ASIDE.has(scene.id));
}

function keyOf(depth: DepthWord): LineKey & `choose.${'light' | 'deeper' | 'deepest'}` {
  return `choose.${depthOf(depth)}`;
}

/** "Lighter", "something deep", "she wants light, I want deep". */
export function chooseDepth(state: State, now: State, event: Of<'depth'>, context: Context): Draft {
  const depth = lighterOf(event.depth, event.other);
  const differ = event.other !== undefined && event.other !== event.depth;
  const lead = say(line(differ ? 'choose.lighter-of-two' : keyOf(depth)));
  if (inExercise(now) || isSetAside(now)) {
    const change = { depth: depthOf(depth) };
    return continueWith(placed(state, now, change), placed(now, now, change), context, [lead]);
  }
  return wishing(state, { depth: depthOf(depth) }, context, [lead]);
}

/** "Bo starts", "the other one first". */
export function chooseFirst(state: State, now: State, event: Of<'first'>, context: Context): Draft {
  const { place, next } = now.household;
  const planned = inExercise(now) && place !== null ? place.first : (wished(now).first ?? next);
  const first = partnerOf(event, state, planned);
  if (event.who === null && BEGINNING.has(now.scene.id) && !isSetAside(now)) return askWhoStarts(state);
  if (first === null) return continueWith(state, now, context, [say(line('choose.first-how'))], false);
  if (isSetAside(now)) return continueWith(state, now, context, [say(line('choose.first-later'))]);
  const lead = [say(line('choose.first', { name: called(state, first) }))];
  if (!inExercise(now) || place === null) return wishing(state, { first }, context, lead);
  if (stepAt(place).step.kind !== 'arrive')
    return continueWith(state, now, context, [say(line('choose.first-later'))]);
  return continueWith(placed(state, now, { first }), placed(now, now, { first }), context, lead);
}

/** A bare name is listened for: what it was asked for is told by the name alone. */
function askWhoStarts(state: State): Draft {
  const names = { a: called(state, 'a'), b: called(state, 'b') };
  return { state, acts: [ask(line('choose.first-who', names), 'name')] };
}

function partnerOf({ who }: Of<'first'>, { household }: State, planned: Partner): Partner | null {
  if (who === null || who === 'a' || who === 'b') return who;
  if (who === 'other') return other(planned);
  return partnerCalled(household, who.name);
}

const LEFT_OPEN: Readonly<Partial<Record<Choice, Partial<Wish>>>> = {
  length: { minutes: null },
  depth: { depth: null },
  theme: { theme: null },
  first: { first: null },
};

/** "You choose": an exercise they have had less of, or whatever else is left to the skill. */
export function leaveChoice(state: State, now: State, event: Of<'you-choose'>, context: Context): Draft {
  const open = event.what === null ? undefined : LEFT_OPEN[event.what];
  if (open !== undefined) {
    const lead = [say(line('choose.yours'))];
    if (!inExercise(now) && !isSetAside(now)) return wishing(state, open, context, lead);
    const { depth, theme } = open;
    const change = { ...(depth === undefined ? {} : { depth }), ...(theme === undefined ? {} : { theme }) };
    return continueWith(placed(state, now, change), placed(now, now, change), context, lead);
  }
  if (inExercise(now)) return continueWith(state, now, context, [say(line('choose.yours'))]);
  // With another one unfinished, "whatever you like" is no yes to leaving it.
  const asking = now.scene.id;
  if (now.household.place !== null && asking !== 'menu' && asking !== 'try' && asking !== 'closed')
    return continueWith(state, now, context, [say(line('unclear.once'))]);
  if (asking === 'try') return startOver({ ...now, scene: { id: 'closed' } }, wished(now), context);
  const exercise = leastTried(state.household, context);
  const picked = say(line('choose.picked', { exercise: named(exercise) }));
  return startOver(now, { ...wished(now), exercise, minutes: null }, context, false, [picked]);
}

/** What they wish for is remembered until they begin; said out of the blue, it begins. */
function wishing(state: State, change: Partial<Wish>, context: Context, lead: Act[]): Draft {
  const wish = { ...wished(state), ...change };
  if (state.scene.id === 'closed') {
    const questions = change.depth !== undefined && state.wish === null;
    return startOver(state, questions ? { ...wishFor('questions'), ...change } : wish, context);
  }
  return continueWith({ ...state, wish }, { ...state, wish }, context, lead, false);
}

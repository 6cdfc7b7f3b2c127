/** Another exercise, another length, how deep, about what, who starts, other names. */
import { type Act, say } from './act.ts';
import { leastTried } from './balance.ts';
import type { Context } from './context.ts';
import { depthOf, lighterOf } from './depth.ts';
import { begin, minutesOf, wished, wishFor } from './doing.ts';
import type { Draft } from './draft.ts';
import type { Choice, DepthWord, Event } from './event.ts';
import { nearestLength } from './exercises/all.ts';
import { named } from './exercises/exercise.ts';
import { againOf, continueWith, inExercise, interruptedWith } from './going-on.ts';
import { type LineKey, line } from './lines.ts';
import { called } from './people.ts';
import { asName, meetAgain, sameName } from './scenes/onboarding.ts';
import { launch } from './scenes/returning.ts';
import { sceneQuestion } from './scenes/scenes.ts';
import { bothAgreed, other, type Partner, type Place, type State, type Wish } from './state.ts';
import { stepAt } from './walk.ts';

type Of<T extends Event['type']> = Extract<Event, { type: T }>;

/**
 * Begins what they wish for; asks first where that would leave an exercise behind. `sure`: they have said that they
 * want it from the beginning.
 */
export function startOver(state: State, wish: Wish, context: Context, sure = false, lead: Act[] = []): Draft {
  if (!bothAgreed(state.household) && state.household.place === null) {
    if (state.scene.id === 'closed') return launch({ ...state, wish }, context);
    return { state: { ...state, wish }, acts: [say(line('choose.noted')), ...againOf(state)] };
  }
  if (state.scene.id === 'elsewhere') return { state, acts: againOf(state) };
  if (inExercise(state) || state.scene.id === 'paused' || state.scene.id === 'support') {
    const back = state.scene.id === 'paused' ? state.scene.back : interruptedWith(state, context);
    const asked: State = { ...state, scene: { id: 'start-over', wish, back } };
    return { state: asked, acts: [sceneQuestion(asked, false)] };
  }
  const known = bothAgreed(state.household) && !context.elsewhere;
  if (state.scene.id === 'closed' && !(sure && known)) return launch({ ...state, wish }, context, lead);
  const fresh = state.household.place === null ? [] : [say(line('fresh.go'))];
  return begin(state, wish, context, [...fresh, ...lead]);
}

/** "Ten minutes", "just listening", "a light question about appreciation". */
export function choose(state: State, now: State, event: Of<'choose'>, context: Context): Draft {
  if (event.exercise === null && event.minutes === null && inExercise(now))
    return preferring(state, now, event, context);
  // A length alone, while the exercise is set aside, does not mean another one.
  if (event.exercise === null && (now.scene.id === 'paused' || now.scene.id === 'support'))
    return { state: now, acts: [say(line('unclear.once')), ...againOf(now)] };
  const usual = wished(now);
  const about = event.theme !== undefined || event.depth !== undefined;
  const exercise = event.exercise ?? (about && event.minutes === null ? 'questions' : usual.exercise);
  const wish: Wish = {
    exercise,
    minutes: event.minutes === null ? usual.minutes : nearestLength(exercise, event.minutes),
    depth: event.depth === undefined ? usual.depth : depthOf(event.depth),
    theme: event.theme ?? usual.theme,
    first: usual.first,
  };
  const draft = startOver(now, wish, context);
  // Two who are new hear the length when they begin.
  const meeting = draft.state.scene.id === 'names';
  if (event.minutes === null || event.minutes === wish.minutes || meeting) return draft;
  const nearest = say(line('choose.nearest', { time: { seconds: minutesOf(now, wish) * 60 } }));
  return { ...draft, acts: [nearest, ...draft.acts] };
}

/** In the middle of an exercise: what is said of the depth or the theme holds from the next question on. */
function preferring(
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
  return continueWith(placed(state, change), placed(now, change), context, [say(lead)]);
}

function placed(state: State, change: Partial<Place>): State {
  const { place } = state.household;
  if (place === null) return state;
  return { ...state, household: { ...state.household, place: { ...place, ...change } } };
}

function keyOf(depth: DepthWord): LineKey & `choose.${'light' | 'deeper' | 'deepest'}` {
  return `choose.${depthOf(depth)}`;
}

/** "Lighter", "something deep", "she wants light, I want deep". */
export function chooseDepth(state: State, now: State, event: Of<'depth'>, context: Context): Draft {
  const depth = lighterOf(event.depth, event.other);
  const differ = event.other !== undefined && event.other !== event.depth;
  const lead = say(line(differ ? 'choose.lighter-of-two' : keyOf(depth)));
  if (inExercise(now)) {
    const change = { depth: depthOf(depth) };
    return continueWith(placed(state, change), placed(now, change), context, [lead]);
  }
  return wishing(state, { depth: depthOf(depth) }, context, [lead]);
}

/** "Bo starts", "the other one first". */
export function chooseFirst(state: State, now: State, event: Of<'first'>, context: Context): Draft {
  const { place, next } = now.household;
  const planned = inExercise(now) && place !== null ? place.first : (wished(now).first ?? next);
  const first = partnerOf(event, state, planned);
  if (first === null) return continueWith(state, now, context, [say(line('choose.first-how'))], false);
  const lead = [say(line('choose.first', { name: called(state, first) }))];
  if (!inExercise(now) || place === null) return wishing(state, { first }, context, lead);
  if (stepAt(place).step.kind !== 'arrive')
    return continueWith(state, now, context, [say(line('choose.first-later'))]);
  return continueWith(placed(state, { first }), placed(now, { first }), context, lead);
}

function partnerOf({ who }: Of<'first'>, { household }: State, planned: Partner): Partner | null {
  if (who === null || who === 'a' || who === 'b') return who;
  if (who === 'other') return other(planned);
  return (['a', 'b'] as const).find((partner) => sameName(household.names[partner] ?? '', who.name)) ?? null;
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
    if (!inExercise(now)) return wishing(state, open, context, lead);
    const { depth, theme } = open;
    const change = { ...(depth === undefined ? {} : { depth }), ...(theme === undefined ? {} : { theme }) };
    return continueWith(placed(state, change), placed(now, change), context, lead);
  }
  if (inExercise(now)) return continueWith(state, now, context, [say(line('choose.yours'))]);
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

/** "Change Bo to Bob", or all over again for "change our names". */
export function rename(state: State, now: State, event: Of<'rename'>, context: Context): Draft {
  const { names } = state.household;
  const renamed = event.other === null ? null : asName(event.other);
  const who = (['a', 'b'] as Partner[]).find(
    (partner) => event.name !== null && names[partner] !== null && sameName(names[partner] ?? '', event.name),
  );
  if (who !== undefined && renamed !== null) {
    const taken = names[other(who)];
    if (taken !== null && sameName(taken, renamed))
      return continueWith(state, now, context, [say(line('names.same', { name: taken }))]);
    const change = (from: State): State => ({
      ...from,
      household: { ...from.household, names: { ...from.household.names, [who]: renamed } },
    });
    return continueWith(change(state), change(now), context, [
      say(line('rename.one', { name: called(change(state), who) })),
    ]);
  }
  return meetAgain(now);
}

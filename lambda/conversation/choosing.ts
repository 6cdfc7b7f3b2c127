/** Another exercise, another length, a fresh start. */
import { type Act, say } from './act.ts';
import type { Context } from './context.ts';
import { depthOf } from './depth.ts';
import { begin, minutesOf, wished } from './doing.ts';
import type { Draft } from './draft.ts';
import type { Event } from './event.ts';
import { nearestLength } from './exercises/all.ts';
import { againOf, inExercise, interruptedWith, setAsideAt } from './going-on.ts';
import { bothAgreed } from './household.ts';
import { line } from './lines.ts';
import type { Wish } from './scene.ts';
import { launch } from './scenes/returning.ts';
import { sceneQuestion } from './scenes/scenes.ts';
import type { State } from './state.ts';

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
  if (state.scene.id === 'start-over')
    return { state: { ...state, scene: { ...state.scene, wish } }, acts: againOf(state) };
  const setAside = setAsideAt(state);
  if (inExercise(state) || setAside !== null || state.scene.id === 'support') {
    const back = setAside ?? interruptedWith(state, context);
    const asked: State = { ...state, scene: { id: 'start-over', wish, back } };
    return { state: asked, acts: [sceneQuestion(asked, false)] };
  }
  const known = bothAgreed(state.household) && !context.elsewhere;
  if (state.scene.id === 'closed' && !(sure && known)) return launch({ ...state, wish }, context, lead);
  const fresh = state.household.place === null ? [] : [say(line('fresh.go'))];
  return begin(state, wish, context, [...fresh, ...lead]);
}

/** "Ten minutes", "just listening", "a light question about appreciation". */
export function choose(now: State, event: Extract<Event, { type: 'choose' }>, context: Context): Draft {
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

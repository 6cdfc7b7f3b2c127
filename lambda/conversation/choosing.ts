/** Another exercise, another length, a fresh start, other names. */
import { say } from './act.ts';
import type { Context } from './context.ts';
import { begin, wished } from './doing.ts';
import type { Draft } from './draft.ts';
import { type Event, nearestMinutes } from './event.ts';
import { againOf, continueWith, inExercise, interruptedWith } from './going-on.ts';
import { line } from './lines.ts';
import { called } from './people.ts';
import { asName, meetAgain, sameName } from './scenes/onboarding.ts';
import { launch } from './scenes/returning.ts';
import { sceneQuestion } from './scenes/scenes.ts';
import { bothAgreed, other, type Partner, type State, type Wish } from './state.ts';

/**
 * Begins what they wish for; asks first where that would leave an exercise behind. `sure`: they have said that they
 * want it from the beginning.
 */
export function startOver(state: State, { exercise, minutes }: Wish, context: Context, sure = false): Draft {
  const wish: Wish = { exercise, minutes };
  if (!bothAgreed(state.household) && state.household.place === null) {
    if (state.scene.id === 'closed') return launch({ ...state, wish }, context);
    return { state: { ...state, wish }, acts: [say(line('choose.noted')), ...againOf(state)] };
  }
  if (state.scene.id === 'elsewhere') return { state, acts: againOf(state) };
  if (inExercise(state) || state.scene.id === 'paused' || state.scene.id === 'support') {
    const back = state.scene.id === 'paused' ? state.scene.back : interruptedWith(state, context);
    const asked: State = { ...state, scene: { id: 'start-over', ...wish, back } };
    return { state: asked, acts: [sceneQuestion(asked, false)] };
  }
  const known = bothAgreed(state.household) && !context.elsewhere;
  if (state.scene.id === 'closed' && !(sure && known)) return launch({ ...state, wish }, context);
  return begin(state, wish, context, [say(line('fresh.go'))]);
}

/** "Ten minutes", "just listening". */
export function choose(now: State, event: Extract<Event, { type: 'choose' }>, context: Context): Draft {
  // A length alone, while the exercise is set aside, does not mean another one.
  if (event.exercise === null && (now.scene.id === 'paused' || now.scene.id === 'support'))
    return { state: now, acts: [say(line('unclear.once')), ...againOf(now)] };
  const wish = {
    exercise: event.exercise ?? wished(now).exercise,
    minutes: event.minutes === null ? wished(now).minutes : nearestMinutes(event.minutes),
  };
  const draft = startOver(now, wish, context);
  if (event.minutes === null || event.minutes === wish.minutes) return draft;
  const nearest = say(line('choose.nearest', { time: { seconds: wish.minutes * 60 } }));
  return { ...draft, acts: [nearest, ...draft.acts] };
}

/** "Change Bo to Bob", or all over again for "change our names". */
export function rename(
  state: State,
  now: State,
  event: Extract<Event, { type: 'rename' }>,
  context: Context,
): Draft {
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

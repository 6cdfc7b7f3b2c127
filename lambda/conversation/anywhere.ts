/** What works in every state: stop, help, repeat, where are we, how long left, pause, support, other names. */
import { type Act, hold, say } from './act.ts';
import type { Context } from './context.ts';
import { begin, questionAgain, rest, wished } from './doing.ts';
import { closing, type Draft } from './draft.ts';
import { type Event, nearestMinutes } from './event.ts';
import { line } from './lines.ts';
import { called } from './people.ts';
import { offerSupport, pause } from './scenes/interruptions.ts';
import { asName, meetAgain, sameName } from './scenes/onboarding.ts';
import { launch } from './scenes/returning.ts';
import { present, sceneQuestion } from './scenes/scenes.ts';
import { bothAgreed, type Interrupted, other, type Partner, type State, type Wish } from './state.ts';
import { readBack } from './steps/appreciate.ts';
import { stepAt, stepSeconds } from './walk.ts';

/** Seconds of quiet when somebody asks for a moment where no exercise runs. */
const A_MOMENT = 45;

/** What can open a session without a word of welcome first. */
const COLD: ReadonlySet<Event['type']> = new Set([
  'stop',
  'help',
  'support',
  'choose',
  'start-over',
  'appreciation',
  'sound-failed',
  'ended',
  'disabled',
  'conflict',
]);

/** True while a step of an exercise is what was asked about last. */
export function inExercise(state: State): boolean {
  const { id } = state.scene;
  return state.household.place !== null && (id === 'step' || id === 'door' || id === 'confirm');
}

/**
 * Answers what no scene and no step had an answer of its own for.
 *
 * @param state - as the last reply left it
 * @param now - the same, moved back to the step that was being heard when somebody interrupted
 */
export function anywhere(state: State, now: State, event: Event, context: Context): Draft {
  const goOn = (lead: Act[]): Draft => continueWith(state, now, context, lead);
  if (state.scene.id === 'closed' && !COLD.has(event.type)) return launch(fresh(state), context);
  switch (event.type) {
    case 'launch':
      return launch(fresh(state), context);
    case 'stop':
      return stop(over(now, context));
    case 'help':
      return help(state, now, context);
    case 'repeat':
      return repeat(state, now, context);
    case 'resume':
      return goOn([say(line('carry-on.go'))]);
    case 'where':
      return goOn(where(now));
    case 'time-left':
      return goOn(timeLeft(now, context));
    case 'pause':
      return inExercise(now) && now.scene.id !== 'confirm'
        ? pause(now, interruptedWith(now, context))
        : { state, acts: [say(line('pause.moment')), hold(A_MOMENT), ...againOf(state)] };
    case 'more-time':
      return { state, acts: [say(line('quiet.more-time')), hold(A_MOMENT), ...againOf(state)] };
    case 'support':
      return offerSupport(now, event.about);
    case 'start-over':
      return startOver(now, now.household.place ?? wished(now), context);
    case 'choose':
      return choose(now, event, context);
    case 'rename':
      return rename(state, now, event, context);
    case 'sound-failed':
      return closing(now, [say(line(keepsPlace(now) ? 'sound.failed' : 'sound.failed-unkept'))]);
    case 'ended':
      return closing(over(now, context), []);
    case 'disabled':
      return closing(now, []);
    case 'conflict':
      return closing({ ...now, household: event.household ?? now.household }, [
        say(line(event.household === null ? 'conflict.gone' : 'conflict.elsewhere')),
      ]);
    case 'appreciation':
      if (state.scene.id === 'closed') return launch(state, context, [say(line('appreciate.later'))]);
      return notUnderstood(state);
    default:
      return notUnderstood(state);
  }
}

/** Outside of an exercise: the question in other words, then with an example, then a kind goodbye. */
function notUnderstood(state: State): Draft {
  if (state.unclear <= 1) return { state, acts: [say(line('unclear.once')), ...againOf(state)] };
  if (state.unclear === 2) return { state, acts: [say(line('unclear.example')), ...againOf(state)] };
  return closing(state, [say(line('unclear.close'))]);
}

function againOf(state: State): Act[] {
  return inExercise(state) ? questionAgain(state) : [sceneQuestion(state, true)];
}

function continueWith(state: State, now: State, context: Context, lead: Act[]): Draft {
  if (state.scene.id === 'closed') return launch(state, context, lead);
  if (inExercise(state)) return rest(state, now, context, lead);
  return { state, acts: [...lead, sceneQuestion(state, true)] };
}

/** Where the exercise is set aside when it is interrupted now. */
function interruptedWith(now: State, { playing }: Context): Interrupted {
  const left = playing === null || playing.over ? null : playing.quietLeft;
  const tries = now.scene.id === 'step' ? now.scene.tries : 0;
  return { left, door: left === null && now.scene.id === 'door', tries };
}

function fresh(state: State): State {
  return { ...state, unclear: 0 };
}

/** Two who leave at the last question, whether to close, have finished. */
function over(state: State, context: Context): State {
  const { place } = state.household;
  if (place === null || state.scene.id !== 'door') return state;
  const { step, kind } = stepAt(place);
  if (kind.closes !== true || kind.prepare === undefined) return state;
  return { ...state, household: kind.prepare(step, state.household, context) };
}

/** Whether there is a place, and it is kept. */
function keepsPlace({ household, keeping }: State): boolean {
  return household.place !== null && keeping && bothAgreed(household);
}

function stop(state: State): Draft {
  const { place } = state.household;
  if (place === null || !keepsPlace(state)) return closing(state, [say(line('stop.bye'))]);
  const here: State = { ...state, household: { ...state.household, place: { ...place, from: place.step } } };
  return closing(here, [say(line('stop.saved'))]);
}

function help(state: State, now: State, context: Context): Draft {
  const { scene } = state;
  if (scene.id === 'closed')
    return launch(state, context, [say(line('help.what')), say(line('help.safety'))]);
  const lead = ((): Act[] => {
    switch (scene.id) {
      case 'names':
        return [say(line('help.names'))];
      case 'consent':
      case 'without-keeping':
        return [say(line('help.consent'))];
      case 'confirm':
        return [say(line('help.confirm'))];
      case 'paused':
        return [say(line('help.paused'))];
      case 'support':
        return [say(line('help.support'))];
      case 'step':
        if (asksForAppreciation(state, context)) return [say(line('help.appreciate'))];
        return [say(line('help.exercise')), say(line('help.anytime'))];
      case 'door':
        return [say(line('help.exercise')), say(line('help.anytime'))];
      case 'welcome':
        return [say(line('help.welcome')), say(line('help.safety'))];
      default:
        return [say(line('help.yes-no')), say(line('help.safety'))];
    }
  })();
  return continueWith(state, now, context, lead);
}

/** True while the one thing to say is a sentence to keep. */
function asksForAppreciation(state: State, { playing }: Context): boolean {
  const { place } = state.household;
  const asked = playing === null || playing.over;
  return place !== null && asked && state.keeping && stepAt(place).step.kind === 'appreciate';
}

/** Says again what was said, and does nothing again. */
function repeat(state: State, now: State, context: Context): Draft {
  const lead = say(line('repeat.lead'));
  if (state.scene.id === 'closed') return launch(state, context);
  if (!inExercise(state)) return { state, acts: [lead, ...present(state, context)] };
  const { place } = now.household;
  if (state.scene.id === 'confirm') {
    const read = say(readBack(state.scene.text));
    return { state, acts: [lead, read, ...questionAgain(state)] };
  }
  if (place !== null && (context.playing === null || context.playing.over)) {
    const { step, kind } = stepAt(place);
    const words = state.scene.id === 'step' ? kind.enter(step, state, 0) : [];
    return { state, acts: [lead, ...words, ...questionAgain(state)] };
  }
  return rest(state, now, context, [lead], true);
}

function where(state: State): Act[] {
  const { place } = state.household;
  if (place === null) return [say(line('where.beginning'))];
  const { step, kind } = stepAt(place);
  return [say(kind.where(step, state))];
}

function timeLeft(state: State, context: Context): Act[] {
  const { place } = state.household;
  if (place === null || !(inExercise(state) || state.scene.id === 'paused'))
    return [say(line('time-left.length', { time: { seconds: state.household.settings.minutes * 60 } }))];
  const { steps, index, kind, step } = stepAt(place);
  const here = interruptedWith(state, context).left;
  const waiting = state.scene.id === 'door' ? index : index + 1;
  const after = steps.slice(waiting).reduce((sum, next) => sum + stepSeconds(next, state), 0);
  const whole = line('time-left.whole', { time: { seconds: Math.max(60, after + (here ?? 0)) } });
  const floor = kind.floor(step);
  if (here === null || floor === null) return [say(whole)];
  return [
    say(line('time-left.turn', { name: called(state, floor), time: { seconds: Math.max(10, here) } })),
    say(whole),
  ];
}

function startOver(state: State, wish: Wish, context: Context): Draft {
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
  if (state.scene.id === 'closed') return launch({ ...state, wish }, context);
  return begin(state, wish, context, [say(line('fresh.go'))]);
}

function choose(now: State, event: Extract<Event, { type: 'choose' }>, context: Context): Draft {
  const wish = {
    exercise: event.exercise ?? wished(now).exercise,
    minutes: event.minutes === null ? wished(now).minutes : nearestMinutes(event.minutes),
  };
  return startOver(now, wish, context);
}

/** "Change Bo to Bob", or all over again for "change our names". */
function rename(
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

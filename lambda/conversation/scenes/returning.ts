/** The beginning of a session for two who are known: a welcome, or the place they left. */
import { type Act, say } from '../act.ts';
import type { Context } from '../context.ts';
import { begin, carryOn, goBack, wished } from '../doing.ts';
import { type Answer, closing, type Draft } from '../draft.ts';
import { bothAgreed, DAY, type Household, type Place } from '../household.ts';
import { line } from '../lines.ts';
import { BEGIN, isRecapDue, recalling } from '../recap.ts';
import { newState, type State } from '../state.ts';
import { stepAt } from '../walk.ts';
import { meet } from './onboarding.ts';
import { present, sceneQuestion, whereTheyWere } from './scenes.ts';

/** After more than this many days a fresh one is offered before the old place. */
const STALE_AFTER = 3 * DAY;

/** "Alexa, start our check-in". */
export function launch(state: State, context: Context, lead: Act[] = []): Draft {
  if (!bothAgreed(state.household)) return meet(state, context, lead);
  const { place } = state.household;
  if (place === null) {
    if (state.wish !== null) return begin(state, state.wish, context, lead);
    const welcome: State = { ...state, scene: { id: 'welcome' } };
    return offerRecap(welcome, 'welcome', context, lead) ?? enter(welcome, context, lead);
  }
  if (context.elsewhere) return enter({ ...state, scene: { id: 'elsewhere' } }, context, lead);
  const id = context.now - place.touched > STALE_AFTER ? 'fresh' : 'carry-on';
  const asked: State = { ...state, scene: { id, last: false } };
  return (id === 'fresh' ? offerRecap(asked, 'fresh', context, lead) : null) ?? enter(asked, context, lead);
}

/** Once a week what they appreciated is offered first, where there is something to hear. */
function offerRecap(state: State, then: 'welcome' | 'fresh', context: Context, lead: Act[]): Draft | null {
  const { household } = state;
  const { now, recalled } = context;
  if (!isRecapDue(household, context)) return null;
  if (recalled === null)
    return {
      ...enter(state, context, lead),
      effects: [{ effect: 'recall', ...recalling('week', household, context) }],
    };
  if (recalled === 'unreachable' || recalled.page.length === 0) return null;
  const offered: State = {
    ...state,
    household: { ...household, recap: { ...household.recap, offered: now } },
    scene: {
      id: 'recap',
      part: 'offer',
      period: 'week',
      by: null,
      mine: null,
      last: { ...BEGIN, read: 0 },
      next: BEGIN,
      back: { to: 'scene', id: then, who: 'a' },
    },
  };
  return enter(offered, context, lead);
}

function enter(state: State, context: Context, lead: Act[]): Draft {
  return { state, acts: [...lead, ...present(state, context)] };
}

/**
 * The beginning of a session, for a household from the store: its place is moved to where it can be taken up.
 *
 * @param now - milliseconds since 1970: they may have asked not to save until later
 * @param heard - the step that was being heard when the last session broke off, where that is known
 */
export function openSession(household: Household | null, now: number, heard: string | null = null): State {
  const fresh = newState(household);
  const { place, unsavedUntil } = fresh.household;
  const state: State =
    unsavedUntil !== null && now < unsavedUntil
      ? { ...fresh, keeping: false, frozen: fresh.household }
      : fresh;
  if (place === null) return state;
  return {
    ...state,
    household: { ...state.household, place: resumeFrom(heard === null ? place : { ...place, from: heard }) },
  };
}

/**
 * Where to go on when nobody knows how much of the last reply was heard: at its beginning. Arriving is not worth
 * coming back to: who had the floor is.
 */
function resumeFrom(place: Place): Place {
  const { steps, index, step } = stepAt({ ...place, step: place.from });
  const target = step.kind === 'arrive' ? (steps[index + 1] ?? step) : step;
  return { ...place, step: target.id, from: target.id };
}

export const answerReturning: Answer = (state, event, context) => {
  switch (state.scene.id) {
    case 'welcome':
      if (event.type === 'yes' || event.type === 'next' || event.type === 'resume')
        return begin(state, wished(state), context, [say(line('welcome.go'))]);
      if (event.type === 'no' || event.type === 'skip') return closing(state, [say(line('welcome.no'))]);
      return null;
    case 'carry-on':
      if (event.type === 'yes' || event.type === 'next' || event.type === 'resume')
        return carryOn(state, context, [say(line('carry-on.go'))]);
      if (event.type !== 'no' && event.type !== 'skip') return null;
      if (state.scene.last) return closing(state, [say(line('welcome.no'))]);
      if (state.wish !== null) return begin(state, state.wish, context, [say(line('fresh.go'))]);
      return offer({ ...state, scene: { id: 'fresh', last: true } }, [say(line('carry-on.no'))]);
    case 'fresh':
      if (event.type === 'yes' || event.type === 'next')
        return begin(state, wished(state), context, [say(line('fresh.go'))]);
      if (event.type === 'resume')
        return carryOn(state, context, [say(line('carry-on.go')), ...questionOf(state)]);
      if (event.type !== 'no' && event.type !== 'skip') return null;
      if (state.scene.last) return closing(state, [say(line('welcome.no'))]);
      return offer({ ...state, scene: { id: 'carry-on', last: true } }, [
        say(line('fresh.no')),
        ...whereTheyWere(state),
      ]);
    case 'elsewhere':
      if (event.type === 'yes' || event.type === 'next' || event.type === 'resume')
        return carryOn(state, context, [say(line('elsewhere.go')), ...questionOf(state)]);
      if (event.type === 'no' || event.type === 'skip') return closing(state, [say(line('elsewhere.no'))]);
      return null;
    default:
      return null;
  }
};

/** The question they were on: the turn of the second one to answer it does not say it again. */
function questionOf(state: State): Act[] {
  const { place } = state.household;
  return place !== null && stepAt(place).step.kind === 'question' ? whereTheyWere(state) : [];
}

function offer(state: State, lead: Act[]): Draft {
  return { state, acts: [...lead, sceneQuestion(state, false)] };
}

/** "Start again from the beginning?" */
export const answerStartOver: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'start-over') return null;
  switch (event.type) {
    case 'yes':
    case 'next':
    case 'start-over':
      return begin(state, scene.wish, context, [say(line('fresh.go'))]);
    case 'no':
    case 'skip':
    case 'resume':
      return goBack(state, scene.back, context);
    default:
      return null;
  }
};

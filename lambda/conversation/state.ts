/** What the conversation remembers from one event to the next, as small plain JSON. */
import { type AppreciationKey, type Household, newHousehold, type Partner, SCHEMA } from './household.ts';
import type { Scene, Wish } from './scene.ts';

export interface State {
  schema: typeof SCHEMA;
  /** Goes up with each accepted event. */
  counter: number;
  household: Household;
  scene: Scene;
  /** False for two people who said no to keeping: nothing is saved then. */
  keeping: boolean;
  /** True while something that should be saved could not be. */
  unsaved: boolean;
  /** True once this session has led an exercise: only then may it say that none runs any more. */
  leading: boolean;
  /** How many times in a row nothing was understood. */
  unclear: number;
  wish: Wish | null;
  /** The appreciation kept last in this session, and whose it is: what "take that back" means. */
  last: (AppreciationKey & { from: Partner }) | null;
  /** The household as it was when they asked not to save: what is changed on purpose since is in it, nothing else. */
  frozen: Household | null;
}

/** A state in which nothing was asked yet, for a household as it is kept (null: none is). */
export function newState(household: Household | null): State {
  return {
    schema: SCHEMA,
    counter: 0,
    household: household ?? newHousehold(),
    scene: { id: 'closed' },
    keeping: true,
    unsaved: false,
    leading: false,
    unclear: 0,
    wish: null,
    last: null,
    frozen: null,
  };
}

/**
 * A readable id of what was asked last, such as `check-in/talk.a`. Where a slot is elicited it ends with
 * `@Intent.slot`, so that a program that sees only the id knows what the next words are listened to as.
 */
export function stateId(state: State): string {
  const { scene } = state;
  const place = state.household.place;
  const at = place === null ? '' : `${place.exercise}/${place.step}`;
  switch (scene.id) {
    case 'names':
      return `names.${scene.who}@NamesIntent.name`;
    case 'consent':
      return `consent.${scene.who}`;
    case 'step':
      return place?.step.startsWith('appreciate.') && state.keeping
        ? `${at}@AppreciationIntent.appreciation`
        : at;
    case 'door':
      return `${at}.ready`;
    case 'confirm':
      return `${at}.confirm`;
    case 'adding':
      return `adding.${scene.part}${{ text: '@AppreciationIntent.appreciation', who: '@NamesIntent.name', confirm: '' }[scene.part]}`;
    case 'recap':
      return scene.part === 'who' || scene.part === 'by'
        ? `recap.${scene.part}@NamesIntent.name`
        : `recap.${scene.part}`;
    case 'remind': {
      const known = [scene.day !== null, scene.time !== null];
      if (scene.part !== 'when' || known[0] === known[1]) return `remind.${scene.part}`;
      return known[0] ? 'remind.time@RemindIntent.time' : 'remind.day@RemindIntent.day';
    }
    case 'forget':
      return scene.what !== 'us' && scene.who === null
        ? `forget.${scene.what}.who@NamesIntent.name`
        : `forget.${scene.what}`;
    default:
      return scene.id;
  }
}

/** Changes the household on purpose: where nothing is being saved, what was saved before is changed too. */
export function changeHousehold(state: State, change: (household: Household) => Household): State {
  return {
    ...state,
    household: change(state.household),
    frozen: state.frozen === null ? null : change(state.frozen),
  };
}

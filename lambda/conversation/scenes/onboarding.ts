/** A first visit: what to call them, and a yes from each to keeping it. Four replies, and the first one talks. */
import { type Act, say } from '../act.ts';
import type { Context } from '../context.ts';
import { begin, minutesOf, wished } from '../doing.ts';
import { type Answer, closing, type Draft } from '../draft.ts';
import type { Event } from '../event.ts';
import { bothAgreed, other, type Partner } from '../household.ts';
import { type Line, line } from '../lines.ts';
import { called, sameName } from '../people.ts';
import type { State } from '../state.ts';
import { present, sceneQuestion } from './scenes.ts';

/** Longer than this is not a nickname, but words that were taken for one. */
export const LONGEST_NAME = 24;

/** A first hello, from the question for the first name. */
export function meet(state: State, context: Context, lead: Act[] = []): Draft {
  const next: State = { ...state, scene: { id: 'names', who: 'a', tries: 0, renaming: false } };
  return { state: next, acts: [...lead, ...present(next, context)] };
}

/** Other names for two who are known: the rest goes on as it was. */
export function meetAgain(state: State): Draft {
  const renaming = bothAgreed(state.household) || !state.keeping;
  const next: State = { ...state, scene: { id: 'names', who: 'a', tries: 0, renaming } };
  return { state: next, acts: [say(line('rename.both')), sceneQuestion(next, false)] };
}

export const answerNames: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'names') return null;
  switch (event.type) {
    case 'names':
      return takeNames(state, scene, event, context);
    case 'rather-not':
      return named(state, scene.who, null, context);
    case 'skip':
    case 'no':
    case 'next':
      return unnamed(state, scene, context);
    case 'rename': {
      // "No, it's Anna", at the second question: the first name was not heard right.
      const corrected = event.name === null ? asName(event.other ?? '') : null;
      if (corrected === null) return null;
      if (scene.who === 'a')
        return takeNames(state, scene, { type: 'names', name: corrected, other: null }, context);
      const next = setName(state, 'a', corrected);
      return {
        state: next,
        acts: [say(line('names.corrected', { name: called(next, 'a') })), sceneQuestion(next, false)],
      };
    }
    case 'yes':
    case 'appreciation':
    case 'unclear':
      return askOnceMore(state, scene, context, line('names.not-heard'));
    default:
      return null;
  }
};

type Names = Extract<State['scene'], { id: 'names' }>;

function takeNames(
  state: State,
  scene: Names,
  event: Extract<Event, { type: 'names' }>,
  context: Context,
): Draft {
  const { who } = scene;
  const name = asName(event.name);
  if (name === null) return askOnceMore(state, scene, context, line('names.not-a-name'));
  const second = event.other === null ? null : asName(event.other);
  if (who === 'a')
    return second !== null && !sameName(name, second)
      ? named(setName(state, 'a', name), 'b', second, context)
      : named(state, 'a', name, context);
  const taken = state.household.names.a;
  // Both at once, at the second question: the first is known already.
  if (taken !== null && second !== null && sameName(taken, name) && !sameName(name, second))
    return named(state, 'b', second, context);
  return taken !== null && sameName(taken, name)
    ? askOnceMore(state, scene, context, line('names.same', { name: taken }), false)
    : named(state, 'b', name, context);
}

/** No new name: one that is there already stays as it was, unless both would be called the same. */
function unnamed(state: State, scene: Names, context: Context): Draft {
  const { a, b } = state.household.names;
  const same = a !== null && b !== null && sameName(a, b);
  const present = scene.renaming && !(scene.who === 'b' && same) ? state.household.names[scene.who] : null;
  return named(state, scene.who, present, context);
}

/** Both names are asked for once more; then "first partner" and "second partner" will do. */
function askOnceMore(state: State, scene: Names, context: Context, why: Line, inOtherWords = true): Draft {
  if (scene.tries > 0) return unnamed(state, scene, context);
  const again: State = { ...state, scene: { ...scene, tries: 1 } };
  return { state: again, acts: [say(why), sceneQuestion(again, inOtherWords)] };
}

function named(state: State, who: Partner, name: string | null, context: Context): Draft {
  const next = setName(state, who, name);
  if (who === 'a') {
    const renaming = state.scene.id === 'names' && state.scene.renaming;
    const second: State = { ...next, scene: { id: 'names', who: 'b', tries: 0, renaming } };
    const lead =
      name === null ? line('names.thanks-unnamed') : line('names.thanks', { name: called(next, 'a') });
    return { state: second, acts: [say(lead), sceneQuestion(second, false)] };
  }
  if (state.scene.id === 'names' && state.scene.renaming) return welcomeRenamed(next, context);
  const consent: State = { ...next, scene: { id: 'consent', who: 'a' } };
  return { state: consent, acts: present(consent, context) };
}

/** Names that were changed later: nothing else is asked again. */
function welcomeRenamed(state: State, context: Context): Draft {
  const scene: State['scene'] =
    state.household.place === null ? { id: 'welcome' } : { id: 'carry-on', last: false };
  const next: State = { ...state, scene };
  return { state: next, acts: [say(line('rename.done')), ...present(next, context).slice(1)] };
}

export const answerConsent: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'consent') return null;
  switch (event.type) {
    case 'yes':
      return agreed(state, scene.who, context);
    case 'no':
    case 'rather-not':
    case 'skip':
      return declined(state);
    case 'names':
    case 'rename': {
      // "Call me Ana", "no, it's Ana": the one who is asked corrects the nickname.
      if (event.type === 'rename' && event.name !== null) return null;
      const name = asName((event.type === 'names' ? event.name : event.other) ?? '');
      if (name === null || sameName(name, state.household.names[other(scene.who)] ?? '')) return null;
      const next = setName(state, scene.who, name);
      return {
        state: next,
        acts: [say(line('names.corrected', { name: called(next, scene.who) })), sceneQuestion(next, true)],
      };
    }
    default:
      return null;
  }
};

function agreed(state: State, who: Partner, context: Context): Draft {
  const next: State = {
    ...state,
    household: {
      ...state.household,
      consent: { ...state.household.consent, [who]: context.today },
      since: state.household.since ?? context.now,
    },
  };
  if (who === 'a') {
    const second: State = { ...next, scene: { id: 'consent', who: 'b' } };
    return {
      state: second,
      acts: [say(line('consent.thanks', { name: called(next, 'a') })), sceneQuestion(second, false)],
    };
  }
  return begin({ ...next, keeping: true }, wished(next), context, [
    say(line('consent.done', { time: { seconds: minutesOf(next, wished(next)) * 60 } })),
  ]);
}

function declined(state: State): Draft {
  const next: State = {
    ...state,
    keeping: false,
    household: { ...state.household, consent: { a: null, b: null } },
    scene: { id: 'without-keeping' },
  };
  return { state: next, acts: [say(line('without-keeping.lead')), sceneQuestion(next, false)] };
}

/** A check-in that leaves nothing behind, for two who would rather not have anything kept. */
export const answerWithoutKeeping: Answer = (state, event, context) => {
  if (state.scene.id !== 'without-keeping') return null;
  switch (event.type) {
    case 'yes':
    case 'next':
      return begin(state, wished(state), context, [say(line('without-keeping.done'))]);
    case 'no':
    case 'skip':
    case 'rather-not':
      return closing(state, [say(line('without-keeping.close'))]);
    default:
      return null;
  }
};

function setName(state: State, who: Partner, name: string | null): State {
  return {
    ...state,
    household: { ...state.household, names: { ...state.household.names, [who]: name } },
  };
}

/** The nickname in what was heard, or null when it cannot be one. Nothing in it is changed but outer spaces. */
export function asName(heard: string): string | null {
  const name = heard.replace(/\s+/gu, ' ').trim();
  if (name === '' || [...name].length > LONGEST_NAME) return null;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)) return null;
  return name.split(' ').length > 3 ? null : name;
}

/** Deleting: what somebody said, somebody, or everything. Asked once, done, and said. */
import { type Act, say } from '../act.ts';
import type { Context } from '../context.ts';
import { type Answer, closing, type Draft } from '../draft.ts';
import type { Event } from '../event.ts';
import { continueWith } from '../going-on.ts';
import { bothAgreed, type Partner } from '../household.ts';
import { line } from '../lines.ts';
import { both, partnerCalled, speaking } from '../people.ts';
import type { Forgetting } from '../scene.ts';
import { sceneQuestion } from '../scenes/scenes.ts';
import { changeHousehold, newState, type State } from '../state.ts';
import { backFrom, goBackTo } from './back.ts';
import { declines, leaving } from './leaving.ts';
import { forgetVoice } from './voice.ts';
import { whoIn } from './who.ts';

type Forget = Extract<Event, { type: 'forget' }>;

/** "Forget us", "forget Bo", "forget what Bo said". */
export function forget(state: State, { what }: Forget, context: Context): Draft {
  // Something may be left of a deletion that broke off: everything can be forgotten twice.
  if (what !== 'us' && !bothAgreed(state.household)) {
    const lead = [say(line('kept.nothing'))];
    return state.scene.id === 'closed' ? closing(state, lead) : continueWith(state, state, context, lead);
  }
  if (what === 'my-voice') return forgetVoice(state, context);
  const scene: Forgetting = {
    id: 'forget',
    what: what === 'us' ? 'us' : what === 'me' || isPerson(what) ? 'person' : 'words',
    who: what === 'us' ? null : whoseOf(what, state, context),
    failed: false,
    back: backFrom(state, context),
  };
  const unknown = typeof what === 'object' && scene.who === null;
  return asking(state, scene, unknown ? [say(line('names.known', both(state)))] : []);
}

function isPerson(what: Forget['what']): what is { person: string } {
  return typeof what === 'object' && 'person' in what;
}

function whoseOf(what: Forget['what'], state: State, context: Context): Partner | null {
  if (typeof what !== 'object') return speaking(state, context);
  return partnerCalled(state.household, 'person' in what ? what.person : what.saidBy);
}

function asking(state: State, scene: Forgetting, lead: Act[] = []): Draft {
  const asked: State = { ...state, scene };
  return { state: asked, acts: [...lead, sceneQuestion(asked, false)] };
}

export const answerForget: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'forget') return null;
  const { what, who, back } = scene;
  if (what !== 'us' && who === null) return answerWho(state, scene, event, context);
  switch (event.type) {
    case 'yes':
    case 'forget':
      // Another thing to forget, in place of this one, is asked about like the first.
      if (event.type === 'forget' && (what !== 'us' || event.what !== 'us')) return null;
      if (what === 'us') return everything(state);
      return who === null ? null : erase(state, scene, who, context);
    case 'not-forgotten': {
      const failed: State = { ...state, scene: { ...scene, failed: true } };
      return { state: failed, acts: [say(line('forget.failed')), sceneQuestion(failed, false)] };
    }
    default:
      return declines(event) ? goBackTo(state, back, context, leaving(state)) : null;
  }
};

/** "Do you mean Ana?" */
function answerWho(state: State, scene: Forgetting, event: Event, context: Context): Draft | null {
  const who = whoIn(event, state, 'a');
  if (who !== null) return asking(state, { ...scene, who });
  return declines(event) ? goBackTo(state, scene.back, context, leaving(state)) : null;
}

/** All of it. They are strangers again, and nothing of this session is saved any more. */
function everything(state: State): Draft {
  return {
    ...closing({ ...newState(null), counter: state.counter }, [say(line('forget.us-done'))]),
    effects: [{ effect: 'forget' }],
  };
}

/**
 * One person's words, and for a person the nickname and the voice too. What the other one said stays, and the other
 * is never told.
 */
function erase(state: State, { what, back }: Forgetting, who: Partner, context: Context): Draft {
  const { now } = context;
  const erased = changeHousehold(state, (household) => ({
    ...household,
    erased: { ...household.erased, [who]: now },
    ...(what === 'person'
      ? {
          names: { ...household.names, [who]: null },
          voices: { ...household.voices, [who]: null },
        }
      : {}),
  }));
  const mine = erased.last?.from === who;
  const next: State = { ...erased, last: mine ? null : erased.last };
  const done = say(line(what === 'person' ? 'forget.person-done' : 'forget.words-done'));
  return {
    ...goBackTo(next, back, context, [done]),
    // First the mark, so that what cannot be deleted at once is not heard any more; then the words.
    effects: [{ effect: 'save' }, { effect: 'erase', from: who, until: now }],
  };
}

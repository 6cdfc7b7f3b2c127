/** Two voices: whose it is is learnt once, with a yes, and used only while it speaks. */
import { type Act, say } from '../act.ts';
import type { Context } from '../context.ts';
import type { Answer, Draft } from '../draft.ts';
import type { Event } from '../event.ts';
import { bothAgreed, other, type Partner } from '../household.ts';
import { line } from '../lines.ts';
import { both, called, partnerCalled, speaking } from '../people.ts';
import type { Back } from '../scene.ts';
import { sceneQuestion } from '../scenes/scenes.ts';
import { changeHousehold, type State } from '../state.ts';
import { backFrom, goBackTo } from './back.ts';
import { notYet } from './not-yet.ts';

/** Offers to know a voice from now on; null where there is none, or nothing new to know. Asked of each one once. */
export function offerVoice(
  state: State,
  who: Partner,
  mark: string | null,
  back: Back,
  lead: Act[],
): Draft | null {
  const { voices } = state.household;
  if (mark === null || voices[who] !== null || voices[other(who)] === mark) return null;
  const asked: State = { ...state, scene: { id: 'voice', who, mark, sure: false, back } };
  return { state: asked, acts: [...lead, sceneQuestion(asked, false)] };
}

/** "Remember my voice", "this is Ana's voice". */
export function learnVoice(
  state: State,
  event: Extract<Event, { type: 'learn-voice' }>,
  context: Context,
): Draft {
  if (!bothAgreed(state.household)) return notYet(state, context, line('kept.nothing'));
  const back = backFrom(state, context);
  if (context.speaker === null) return goBackTo(state, back, context, [say(line('voice.unrecognised'))]);
  const named = event.name === null ? null : partnerCalled(state.household, event.name);
  const known = speaking(state, context);
  if (known !== null && (named ?? known) === known)
    return goBackTo(state, back, context, [say(line('voice.learnt', { name: called(state, known) }))]);
  // Without a name it is likely to be the one whose voice is not known yet.
  const { a } = state.household.voices;
  const who = named ?? (typeof a === 'string' ? 'b' : 'a');
  const asked: State = {
    ...state,
    scene: { id: 'voice', who, mark: context.speaker, sure: named === null, back },
  };
  const lead = event.name !== null && named === null ? [say(line('names.known', both(state)))] : [];
  return { state: asked, acts: [...lead, sceneQuestion(asked, false)] };
}

/** "Forget my voice": at once. Where it is not known whose it is, both are forgotten. */
export function forgetVoice(state: State, context: Context): Draft {
  const who = speaking(state, context);
  const back = backFrom(state, context);
  if (context.speaker !== null && who === null)
    return goBackTo(state, back, context, [say(line('voice.unknown'))]);
  const forgotten = (from: State): State =>
    changeHousehold(from, (household) => ({
      ...household,
      voices: who === null ? { a: null, b: null } : { ...household.voices, [who]: null },
    }));
  return goBackTo(forgotten(state), back, context, [say(line('voice.forgotten'))]);
}

export const answerVoice: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'voice') return null;
  const { who, mark, back } = scene;
  switch (event.type) {
    case 'yes': {
      // The yes has to come from the voice itself, as far as that can be told.
      if (context.speaker !== null && context.speaker !== mark)
        return { state, acts: [sceneQuestion(state, true)] };
      const learnt = changeHousehold(state, (household) => ({
        ...household,
        voices: {
          ...household.voices,
          // One voice is one of them, never both.
          ...(household.voices[other(who)] === mark ? { [other(who)]: null } : {}),
          [who]: mark,
        },
      }));
      const lead = [say(line('voice.learnt', { name: called(state, who) }))];
      return goBackTo(learnt, back, context, lead);
    }
    case 'no':
      // Asked for by themselves, the other one may be meant.
      if (scene.sure) {
        const asked: State = { ...state, scene: { ...scene, who: other(who), sure: false } };
        return { state: asked, acts: [sceneQuestion(asked, false)] };
      }
      return declined(state, who, back, context);
    case 'skip':
    case 'rather-not':
      return declined(state, who, back, context);
    case 'done':
    case 'next':
      return goBackTo(state, back, context, [say(line('voice.not'))]);
    default:
      return null;
  }
};

function declined(state: State, who: Partner, back: Back, context: Context): Draft {
  const left = changeHousehold(state, (household) => ({
    ...household,
    voices: { ...household.voices, [who]: household.voices[who] ?? false },
  }));
  return goBackTo(left, back, context, [say(line('voice.not'))]);
}

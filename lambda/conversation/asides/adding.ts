/** An appreciation said at any moment: whose it is, read back, and kept on a yes. */
import { ask, say } from '../act.ts';
import type { Context } from '../context.ts';
import type { Answer, Draft } from '../draft.ts';
import type { Effect } from '../effect.ts';
import type { Event } from '../event.ts';
import { inExercise } from '../going-on.ts';
import { bothAgreed, dayOf, other, type Partner } from '../household.ts';
import { line } from '../lines.ts';
import { called, partnerCalled, speaking } from '../people.ts';
import type { Adding, Back } from '../scene.ts';
import { present, sceneQuestion } from '../scenes/scenes.ts';
import type { State } from '../state.ts';
import { LONGEST_APPRECIATION, sentenceAt } from '../steps/appreciate.ts';
import { stepAt } from '../walk.ts';
import { backFrom, goBackTo } from './back.ts';
import { notYet } from './not-yet.ts';
import { offerVoice } from './voice.ts';
import { namedIn, whoIn } from './who.ts';

/** After this many tries at one sentence it is let go. */
const MOST_TRIES = 2;

/** "I appreciate how you made dinner", or only the wish to say something like it. */
export function add(state: State, event: Extract<Event, { type: 'appreciation' }>, context: Context): Draft {
  if (!bothAgreed(state.household)) return notYet(state, context, line('adding.not-yet'));
  if (!state.keeping) {
    const lead = [say(line('adding.not-saving'))];
    return goBackTo(state, backFrom(state, context), context, lead);
  }
  return begin(state, backFrom(state, context), authorOf(event, state, context), event, context);
}

/** Asks for a sentence, or takes the one that was said. */
export function begin(
  state: State,
  back: Back,
  author: { from: Partner | null; sure: boolean },
  event: Extract<Event, { type: 'appreciation' }>,
  context: Context,
): Draft {
  const empty: Adding = {
    id: 'adding',
    part: 'text',
    text: '',
    barbed: false,
    from: author.sure ? author.from : null,
    voice: null,
    key: '',
    at: context.now,
    failed: false,
    tries: 0,
    back,
  };
  return take({ ...state, scene: empty }, empty, event, context, author.from);
}

/** Whose it is: by a name they said, by the voice, or else by whose turn it is, which has to be asked. */
function authorOf(
  { from, to }: Extract<Event, { type: 'appreciation' }>,
  state: State,
  context: Context,
): { from: Partner | null; sure: boolean } {
  const author = from === undefined ? null : partnerCalled(state.household, from);
  if (author !== null) return { from: author, sure: true };
  const receiver = to === undefined ? null : partnerCalled(state.household, to);
  if (receiver !== null) return { from: other(receiver), sure: true };
  const voice = speaking(state, context);
  if (voice !== null) return { from: voice, sure: true };
  const { place } = state.household;
  // A voice that is not the one that is known is likely to be the other's.
  const { voices } = state.household;
  const known = (['a', 'b'] as const).find((partner) => typeof voices[partner] === 'string');
  if (context.speaker !== null && known !== undefined) return { from: other(known), sure: false };
  const floor = inExercise(state) && place !== null ? stepAt(place).kind.floor(stepAt(place).step) : null;
  return { from: floor, sure: false };
}

function oneMore({ tries }: Adding): number {
  return Math.min(tries + 1, MOST_TRIES + 1);
}

/** Takes the sentence: asks for it, for a shorter one, whose it is, or whether to keep it. */
function take(
  state: State,
  scene: Adding,
  { text: said, barbed }: Extract<Event, { type: 'appreciation' }>,
  context: Context,
  likely: Partner | null,
): Draft {
  const text = said.trim();
  const tooLong = [...text].length > LONGEST_APPRECIATION;
  if (text === '' || tooLong) {
    if (scene.tries > MOST_TRIES) return letGo(state, scene, context);
    const asked: State = {
      ...state,
      scene: { ...scene, part: 'text', text: '', failed: false, tries: oneMore(scene) },
    };
    const question = tooLong
      ? ask(line('adding.shorter'), 'appreciation')
      : sceneQuestion(asked, scene.tries > 0);
    return { state: asked, acts: [question] };
  }
  const known = scene.from ?? speaking(state, context);
  const next: Adding = {
    ...scene,
    text,
    barbed,
    part: known === null ? 'who' : 'confirm',
    from: known ?? likely ?? 'a',
    voice: context.speaker,
    ...sentenceAt(context),
    failed: false,
  };
  const asked: State = { ...state, scene: next };
  return { state: asked, acts: present(asked, context) };
}

export const answerAdding: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'adding') return null;
  if (event.type === 'appreciation') {
    // While it is asked whose it is, that is only a guess.
    const known = scene.part === 'who' ? null : scene.from;
    return take(state, { ...scene, from: known, tries: oneMore(scene) }, event, context, scene.from);
  }
  if (event.type === 'skip' || event.type === 'rather-not') return letGo(state, scene, context);
  switch (scene.part) {
    case 'text':
      if (event.type === 'no' || event.type === 'next') return letGo(state, scene, context);
      if (event.type !== 'yes' && event.type !== 'unclear') return null;
      return take(state, scene, { type: 'appreciation', text: '', barbed: false }, context, null);
    case 'who':
      return answerWho(state, scene, event, context);
    case 'confirm':
      return answerConfirm(state, scene, event, context);
  }
};

/** "Is that from Ana?" */
function answerWho(state: State, scene: Adding, event: Event, context: Context): Draft | null {
  const asked = scene.from ?? 'a';
  const from = (who: Partner): Draft => confirm(state, { ...scene, from: who }, context);
  if (event.type === 'next') return from(asked);
  if (event.type === 'unclear' || event.type === 'it-is-me') {
    if (state.unclear > MOST_TRIES) return letGo(state, scene, context);
    return { state, acts: [sceneQuestion(state, true)] };
  }
  const who = whoIn(event, state, asked);
  return who === null ? null : from(who);
}

function confirm(state: State, scene: Adding, context: Context): Draft {
  const asked: State = { ...state, scene: { ...scene, part: 'confirm' } };
  return { state: asked, acts: present(asked, context) };
}

/** "Shall I keep it?" */
function answerConfirm(state: State, scene: Adding, event: Event, context: Context): Draft | null {
  switch (event.type) {
    case 'yes':
    case 'next':
      return kept(state, scene, context);
    case 'no':
    case 'reword':
      if (scene.failed || scene.tries > MOST_TRIES) return letGo(state, scene, context);
      return {
        state: { ...state, scene: { ...scene, part: 'text', text: '', tries: oneMore(scene) } },
        acts: [ask(line('adding.another-way'), 'appreciation')],
      };
    case 'done':
      return { state, acts: [ask(line('confirm.keep-again'))] };
    case 'unclear':
      if (state.unclear > MOST_TRIES) return letGo(state, scene, context);
      return { state, acts: [say(line('confirm.yes-no')), sceneQuestion(state, true)] };
    case 'take-back':
      return letGo(state, scene, context);
    case 'not-kept': {
      const failed: State = { ...state, scene: { ...scene, failed: true } };
      return { state: failed, acts: [say(line('confirm.not-kept')), sceneQuestion(failed, false)] };
    }
    default: {
      const named = namedIn(event, state, scene.from ?? 'a');
      return named === null ? null : confirm(state, { ...scene, from: named }, context);
    }
  }
}

function kept(state: State, scene: Adding, context: Context): Draft {
  if (!state.keeping) return goBackTo(state, scene.back, context, [say(line('adding.not-saving'))]);
  const from = scene.from ?? 'a';
  const { key: id, at, text } = scene;
  const effects: Effect[] = [
    {
      effect: 'keep',
      appreciation: { id, day: dayOf(at), at: context.now, text, from, to: other(from) },
    },
  ];
  const lead = [say(line('adding.kept', { name: called(state, other(from)) }))];
  const draft =
    offerVoice(state, from, scene.voice, scene.back, lead) ?? goBackTo(state, scene.back, context, lead);
  return { ...draft, effects: [...effects, ...(draft.effects ?? [])] };
}

/** It is not kept. */
function letGo(state: State, scene: Adding, context: Context): Draft {
  return goBackTo(state, scene.back, context, [say(line('confirm.dropped'))]);
}

/** Two voices: whose it is is learnt once, with a yes, and used only while it speaks. */
import * as z from 'zod/mini';
import { line, say } from '../model/act.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Event } from '../model/event.ts';
import { other, type Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { both, called, partnerCalled, speaking } from '../model/partner-names.ts';
import { partner } from '../model/schema.ts';
import { changeHousehold, type State } from '../model/state.ts';
import { backAfter, type Dialog, type Here } from './dialog.ts';

type AtVoice = Here<'voice'>;

const notNow = (): Outcome => backAfter(line('voice.not'));

export const voice: Dialog<'voice'> = {
  schema: z.object({ id: z.literal('voice'), who: partner, mark: z.string(), sure: z.boolean() }),
  question: ({ dialog: { who }, state }, again) =>
    line(again ? 'voice.again' : 'voice.ask', { name: called(state, who) }),
  leaving: () => [say(line('voice.not'))],
  answers: () => ({
    yes: learnt,
    no: (here) => {
      const { dialog } = here;
      if (!dialog.sure) return declined(here);
      // Asked for by themselves, the other one may be meant.
      const meant = { ...dialog, who: other(dialog.who), sure: false };
      return { go: 'ask', dialog: meant, words: 'question' };
    },
    skip: declined,
    'rather-not': declined,
    done: notNow,
    next: notNow,
  }),
};

function learnt({ dialog: { who, mark }, state, context }: AtVoice): Outcome {
  // The yes has to come from the voice itself, as far as that can be told.
  if (context.speaker !== null && context.speaker !== mark) return { go: 'stay' };
  const next = changeHousehold(state, (household) => ({
    ...household,
    voices: {
      ...household.voices,
      // One voice is one of them, never both.
      ...(household.voices[other(who)] === mark ? { [other(who)]: null } : {}),
      [who]: mark,
    },
  }));
  return { go: 'back', state: next, lead: [say(line('voice.learnt', { name: called(state, who) }))] };
}

function declined({ dialog: { who }, state }: AtVoice): Outcome {
  const next = changeHousehold(state, (household) => ({
    ...household,
    voices: { ...household.voices, [who]: household.voices[who] ?? false },
  }));
  return { go: 'back', state: next, lead: [say(line('voice.not'))] };
}

/** The offer to know a voice from now on; null if there is none, or nothing new to know. Asked of each one once. */
export function offerVoice(state: State, who: Partner, mark: string | null): DialogState<'voice'> | null {
  const { voices } = state.household;
  if (mark === null || voices[who] !== null || voices[other(who)] === mark) return null;
  return { id: 'voice', who, mark, sure: false };
}

/** "Remember my voice", "this is Ana's voice". */
export function learnVoice(
  { state, context }: Pick<Here, 'state' | 'context'>,
  { name }: Event<'learn-voice'>,
): Outcome {
  if (context.speaker === null) return backAfter(line('voice.unrecognised'));
  const named = name === null ? null : partnerCalled(state.household, name);
  const known = speaking(state, context);
  if (known !== null && (named ?? known) === known)
    return backAfter(line('voice.learnt', { name: called(state, known) }));
  // Without a name it is likely to be the one whose voice is not known yet.
  const who = named ?? (typeof state.household.voices.a === 'string' ? 'b' : 'a');
  const lead = name !== null && named === null ? [say(line('names.known', both(state)))] : [];
  const dialog: DialogState<'voice'> = { id: 'voice', who, mark: context.speaker, sure: named === null };
  return { go: 'ask', dialog, lead, words: 'question' };
}

/** "Forget my voice": at once. If it is not known whose it is, both are forgotten. */
export function forgetVoice({ state, context }: Pick<Here, 'state' | 'context'>): Outcome {
  const who = speaking(state, context);
  if (context.speaker !== null && who === null) return backAfter(line('voice.unknown'));
  const next = changeHousehold(state, (household) => ({
    ...household,
    voices: who === null ? { a: null, b: null } : { ...household.voices, [who]: null },
  }));
  return { go: 'back', state: next, lead: [say(line('voice.forgotten'))] };
}

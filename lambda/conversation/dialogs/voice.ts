/** The dialog about remembering a voice: whose it is, with a yes from that partner. Also forgets voices. */
import * as v from 'valibot';
import { line, say } from '../model/act.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Event } from '../model/event.ts';
import { other, type Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { both, called, partnerCalled, speaking } from '../model/partner-names.ts';
import { partner } from '../model/schema.ts';
import { changeHousehold, type State } from '../model/state.ts';
import { backAfter, type Dialog, type Here, missed } from './dialog.ts';

type AtVoice = Here<'voice'>;

const notNow = (): Outcome => backAfter(line('voice.not'));

export const voice: Dialog<'voice'> = {
  schema: v.object({
    id: v.literal('voice'),
    who: partner,
    mark: v.string(),
    guess: v.optional(v.picklist(['first', 'second'])),
  }),
  yes: 'allows',
  question: ({ dialog: { who }, state }, again) =>
    line(again ? 'voice.again' : 'voice.ask', { name: called(state, who) }),
  leaving: () => [say(line('voice.not'))],
  keeps: () => true,
  answers: () => ({
    // Nobody agrees for the other one.
    yes: (here, { reported }) => (reported ? missed() : learnt(here)),
    'keep-it': learnt,
    'delete-it': declined,
    no: (here) => {
      const { dialog } = here;
      if (dialog.guess !== 'first') return declined(here);
      // They asked without a name, so it may be the voice of the other partner.
      const meant = { ...dialog, who: other(dialog.who), guess: 'second' } as const;
      return { go: 'ask', dialog: meant, words: 'question' };
    },
    skip: declined,
    'rather-not': declined,
    done: notNow,
    next: notNow,
  }),
};

function learnt({ dialog: { who, mark }, state, context }: AtVoice): Outcome {
  // The yes has to be said by the same voice, if Alexa recognises it.
  if (context.speaker !== null && context.speaker !== mark) return { go: 'stay' };
  const next = changeHousehold(state, (household) => ({
    ...household,
    voices: {
      ...household.voices,
      // A voice belongs to one partner alone.
      ...(household.voices[other(who)] === mark ? { [other(who)]: null } : {}),
      [who]: mark,
    },
  }));
  return { go: 'back', state: next, lead: [say(line('voice.learnt', { name: called(state, who) }))] };
}

function declined({ dialog: { who, guess }, state }: AtVoice): Outcome {
  // Nobody was offered it, so it can be offered later.
  if (guess !== undefined) return notNow();
  const next = changeHousehold(state, (household) => ({
    ...household,
    voices: { ...household.voices, [who]: household.voices[who] ?? false },
  }));
  return { go: 'back', state: next, lead: [say(line('voice.not'))] };
}

/** The offer to remember a voice. Null if none was recognised, if it is known, or if this partner was asked before. */
export function offerVoice(state: State, who: Partner, mark: string | null): DialogState<'voice'> | null {
  const { voices } = state.household;
  if (mark === null || voices[who] !== null || voices[other(who)] === mark) return null;
  return { id: 'voice', who, mark };
}

/** "Remember my voice", "this is Ana's voice": asks whose it is. */
export function learnVoice(
  { state, context }: Pick<Here, 'state' | 'context'>,
  { name }: Event<'learn-voice'>,
): Outcome {
  if (context.speaker === null) return backAfter(line('voice.unrecognised'));
  const named = name === null ? null : partnerCalled(state.household, name);
  const known = speaking(state, context);
  if (known !== null && (named ?? known) === known)
    return backAfter(line('voice.learnt', { name: called(state, known) }));
  // Without a name it is probably the partner whose voice is not known yet.
  const who = named ?? (typeof state.household.voices.a === 'string' ? 'b' : 'a');
  const lead = name !== null && named === null ? [say(line('names.known', both(state)))] : [];
  const guess = named === null ? 'first' : undefined;
  return { go: 'ask', dialog: { id: 'voice', who, mark: context.speaker, guess }, lead, words: 'question' };
}

/** "Forget my voice": at once. If Alexa recognises no voice, both are forgotten. */
export function forgetVoice({ state, context }: Pick<Here, 'state' | 'context'>): Outcome {
  const who = speaking(state, context);
  if (context.speaker !== null && who === null) return backAfter(line('voice.unknown'));
  const next = changeHousehold(state, (household) => ({
    ...household,
    voices: who === null ? { a: null, b: null } : { ...household.voices, [who]: null },
  }));
  return { go: 'back', state: next, lead: [say(line('voice.forgotten'))] };
}

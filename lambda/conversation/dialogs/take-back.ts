/** The dialog about deleting the appreciation that was kept last ("take that back"). It says first which one that is. */
import * as z from 'zod/mini';
import { confirmedFrom } from '../exercise/choosing/reading.ts';
import { type Act, line, say } from '../model/act.ts';
import { asSpoken } from '../model/appreciation.ts';
import type { Appreciation, Recalling } from '../model/effect.ts';
import { type AppreciationKey, bothAgreed, DAY } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { called } from '../model/partner-names.ts';
import { appreciationKey } from '../model/schema.ts';
import type { State } from '../model/state.ts';
import { addAppreciation } from './appreciation.ts';
import { backAfter, type Dialog, type Here, missed } from './dialog.ts';
import { withRecalled } from './recalled.ts';

/** In a new session, the newest appreciation of this many days can be meant. */
const RECENT = 8;

type AtTakeBack = Here<'take-back'>;

const stays = (): Outcome => backAfter(line('retract.stays'));
const goes = ({ dialog, state }: AtTakeBack): Outcome => gone(state, dialog.key);

export const takeBack: Dialog<'take-back'> = {
  schema: z.object({ id: z.literal('take-back'), key: appreciationKey }),
  yes: 'deletes',
  question: (_here, again) => line(again ? 'retract.ask-again' : 'retract.ask'),
  leaving: () => [say(line('retract.stays'))],
  announces: true,
  unlogged: true,
  missed: (_here, again) => line(again ? 'missed.delete-again' : 'missed.delete'),
  answers: () => ({
    yes: goes,
    'delete-it': goes,
    'take-back': missed,
    next: missed,
    repeat: sayItAgain,
    no: stays,
    'keep-it': stays,
    resume: stays,
    skip: stays,
    'rather-not': stays,
    done: stays,
  }),
};

/**
 * Asks whether to delete the appreciation that was kept last in this session or, without one, the newest of these days.
 * Its words are said first, and are in no state.
 */
export function takeLastBack({ state, context }: Pick<Here, 'state' | 'context'>): Outcome {
  const { last, household } = state;
  if (last === null && !bothAgreed(household)) return backAfter(line('retract.nothing'));
  // It was asked for, and cannot be read: it is deleted as soon as that is possible.
  if (last !== null && context.recalled === 'unreachable') return { ...gone(state, last), read: true };
  return withRecalled(context, newest(state, context.now), ({ page: [found] }) => {
    if (last !== null && last.id !== found?.id) {
      // The store does not list yet what was kept a moment ago.
      const lead = [say(line('retract.last', { name: called(state, last.from) }))];
      return asking(last, lead);
    }
    return found === undefined ? backAfter(line('retract.nothing')) : asking(found, [sentence(state, found)]);
  });
}

function asking({ id, day }: AppreciationKey, lead: Act[]): Outcome {
  return { go: 'ask', dialog: { id: 'take-back', key: { id, day } }, lead, words: 'question' };
}

/** Whose sentence it is, and its words. */
function sentence(state: State, { from, text }: Appreciation): Act {
  return say(line('retract.sentence', { name: called(state, from), text: asSpoken(text) }));
}

/** "Repeat": the sentence once more, if the store still has it, and the question. */
function sayItAgain({ dialog, state, context }: AtTakeBack): Outcome {
  return withRecalled(context, newest(state, context.now), ({ page }) => {
    const found = page.find(({ id }) => id === dialog.key.id);
    return { go: 'stay', lead: found === undefined ? [] : [sentence(state, found)] };
  });
}

/**
 * "Say it differently": deletes the appreciation that was kept last in this session, and asks for another one. Null if
 * there is none.
 */
export function rewordLast({ state, context }: Pick<Here, 'state' | 'context'>): Outcome | null {
  const { last } = state;
  if (last === null || !state.keeping) return null;
  const { id, day, from } = last;
  const anew = { ...state, last: null };
  return {
    ...addAppreciation({ state: anew, context }, { from, sure: true }),
    state: anew,
    effects: [{ effect: 'take-back', appreciation: { id, day } }],
  };
}

/** A request for the newest appreciation. */
function newest({ household }: State, now: number): Recalling {
  return {
    from: now - RECENT * DAY,
    to: now,
    confirmedFrom: confirmedFrom(household),
    after: null,
    limit: 1,
    newest: true,
    now,
  };
}

/** Deletes an appreciation, and says so. */
function gone(state: State, { id, day }: AppreciationKey): Outcome {
  return {
    go: 'back',
    state: { ...state, last: null },
    lead: [say(line('retract.done'))],
    effects: [{ effect: 'take-back', appreciation: { id, day } }],
  };
}

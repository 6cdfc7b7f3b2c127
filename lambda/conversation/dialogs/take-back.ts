/** The dialog about deleting the appreciation that was kept last ("take that back"). */
import * as z from 'zod/mini';
import { confirmedFrom } from '../exercise/choosing/reading.ts';
import { line, say } from '../model/act.ts';
import { dayIn } from '../model/calendar.ts';
import type { Recalling } from '../model/effect.ts';
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
    no: stays,
    'keep-it': stays,
    resume: stays,
    skip: stays,
    'rather-not': stays,
    done: stays,
  }),
};

/**
 * Deletes at once the appreciation that was kept last in this session. Without one, it names the newest, without its
 * words, and asks.
 */
export function takeLastBack({ state, context }: Pick<Here, 'state' | 'context'>): Outcome {
  const { last, household } = state;
  if (last !== null) return gone(state, last);
  if (!bothAgreed(household)) return backAfter(line('retract.nothing'));
  return withRecalled(context, newest(state, context.now), ({ page: [found] }) => {
    if (found === undefined) return backAfter(line('retract.nothing'));
    const { id, day, from, at } = found;
    const date = { date: dayIn(at, context.zone) };
    const lead = [say(line('retract.newest', { name: called(state, from), date }))];
    return { go: 'ask', dialog: { id: 'take-back', key: { id, day } }, lead, words: 'question' };
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
  };
}

/** Deletes an appreciation, and says so. */
function gone(state: State, { id, day }: AppreciationKey): Outcome {
  return {
    go: 'back',
    state: { ...state, last: null },
    lead: [say(line('confirm.dropped'))],
    effects: [{ effect: 'take-back', appreciation: { id, day } }],
  };
}

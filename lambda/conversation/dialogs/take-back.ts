/** The dialog about deleting the appreciation or the question that was kept last ("take that back"). */
import * as z from 'zod/mini';
import { confirmedFrom } from '../exercise/choosing/reading.ts';
import { type Act, line, say } from '../model/act.ts';
import { dayIn } from '../model/calendar.ts';
import type { Recalling } from '../model/effect.ts';
import { bothAgreed, DAY, type KeptKey } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { asAsked } from '../model/own-question.ts';
import { called } from '../model/partner-names.ts';
import { appreciationKey, questionKey } from '../model/schema.ts';
import type { State } from '../model/state.ts';
import { addAppreciation } from './appreciation.ts';
import { backAfter, type Dialog, type Here, missed } from './dialog.ts';
import { withOwn, withRecalled } from './recalled.ts';

/** In a new session, the newest appreciation of this many days can be meant. */
const RECENT = 8;

type AtTakeBack = Here<'take-back'>;

const stays = (): Outcome => backAfter(line('retract.stays'));
const goes = ({ dialog, state }: AtTakeBack): Outcome => gone(state, dialog.key);

export const takeBack: Dialog<'take-back'> = {
  schema: z.object({ id: z.literal('take-back'), key: z.union([appreciationKey, questionKey]) }),
  yes: 'deletes',
  question: (_here, again) => line(again ? 'retract.ask-again' : 'retract.ask'),
  leaving: () => [say(line('retract.stays'))],
  announces: true,
  missed: (_here, again) => line(again ? 'missed.delete-again' : 'missed.delete'),
  answers: () => ({
    yes: goes,
    'delete-it': goes,
    'take-back': missed,
    'take-question-back': missed,
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
export function takeLastBack(here: Pick<Here, 'state' | 'context'>): Outcome {
  const { state, context } = here;
  const { last, household } = state;
  if (last !== null) return 'day' in last ? gone(state, last) : takeQuestionBack(here);
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
 * "Take that question back": says which of their questions is the newest, and asks whether to delete it. If it was kept
 * in this session, it is deleted at once.
 */
export function takeQuestionBack(here: Pick<Here, 'state' | 'context'>): Outcome {
  const { state } = here;
  const { last, household } = state;
  if (!bothAgreed(household)) return backAfter(line('own.none'));
  return withOwn(here, (own) => {
    const newest = own.toSorted((one, two) => (one.id < two.id ? 1 : -1))[0];
    if (newest === undefined) return backAfter(line('own.none'));
    const lead = [say(line('own.newest', { text: asAsked(newest.text) }))];
    const key: KeptKey = { id: newest.id, kind: 'question' };
    if (last?.id !== newest.id)
      return { go: 'ask', dialog: { id: 'take-back', key }, lead, words: 'question' };
    return gone(state, key, lead);
  });
}

/**
 * "Say it differently": deletes the appreciation that was kept last in this session, and asks for another one. Null if
 * there is none.
 */
export function rewordLast({ state, context }: Pick<Here, 'state' | 'context'>): Outcome | null {
  const { last } = state;
  if (last === null || !('day' in last) || last.from === null || !state.keeping) return null;
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

/** Deletes an appreciation or a question, and says so. */
function gone(state: State, key: KeptKey, lead: readonly Act[] = []): Outcome {
  const { id } = key;
  const appreciation: KeptKey = 'day' in key ? { id, day: key.day } : { id, kind: 'question' };
  return {
    go: 'back',
    state: { ...state, last: null },
    lead: [...lead, say(line('confirm.dropped'))],
    effects: [{ effect: 'take-back', appreciation }],
  };
}

/** The dialog about deleting what was kept last ("take that back"). It says first which appreciation or question that is. */
import * as v from 'valibot';
import { type Act, line, say } from '../model/act.ts';
import { asSpoken } from '../model/appreciation.ts';
import type { Appreciation, OwnQuestion } from '../model/effect.ts';
import type { Event } from '../model/event.ts';
import { bothAgreed, type KeptKey, type Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { asAsked } from '../model/own-question.ts';
import { called, partnerCalled } from '../model/partner-names.ts';
import { appreciationKey, questionKey } from '../model/schema.ts';
import type { State } from '../model/state.ts';
import { addAppreciation } from './appreciation.ts';
import { backAfter, DELETE_OR_KEEP, type Dialog, type Here, missed } from './dialog.ts';
import { newestOf, withOwn, withRecalled } from './recalled.ts';

/** In a new session, the newest appreciation of this many days can be meant. */
const RECENT = 8;
/** How many are read: the order of their keys is not exactly the order in which they were confirmed. */
const PAGE = 8;

type AtTakeBack = Here<'take-back'>;

const keepIt = (): Outcome => backAfter(line('retract.stays'));
const deleteIt = ({ dialog, state }: AtTakeBack): Outcome => deleted(state, dialog.key);

export const takeBack: Dialog<'take-back'> = {
  schema: v.object({ id: v.literal('take-back'), key: v.union([appreciationKey, questionKey]) }),
  yes: 'deletes',
  question: (_here, again) => line(again ? 'retract.ask-again' : 'retract.ask'),
  shows: () => ({ choices: DELETE_OR_KEEP }),
  leaving: () => [say(line('retract.stays'))],
  announces: true,
  unlogged: true,
  missed: (_here, again) => line(again ? 'missed.delete-again' : 'missed.delete'),
  answers: () => ({
    yes: deleteIt,
    'delete-it': deleteIt,
    'take-back': missed,
    'take-question-back': missed,
    next: missed,
    repeat: sayItAgain,
    another: theOneBefore,
    no: keepIt,
    'keep-it': keepIt,
    resume: keepIt,
    skip: keepIt,
    'rather-not': keepIt,
    done: keepIt,
  }),
};

/**
 * Asks whether to delete the appreciation that their words are about ("the coffee one"), if there is one. Otherwise it is
 * what was kept last in this session, an appreciation or a question, or without that the newest appreciation of these
 * days. Its words are said first, and are in no state.
 */
export function takeLastBack(
  here: Pick<Here, 'state' | 'context'>,
  { about = [], from }: Event<'take-back' | 'delete-it'>,
): Outcome {
  const author = from === undefined ? null : partnerCalled(here.state.household, from);
  return about.length === 0 && author === null && wasQuestion(here.state)
    ? takeQuestionBack(here)
    : askAboutLast(here, 'retract.sentence', about, author);
}

/** Whether what was kept last in this session is a question of theirs. */
function wasQuestion({ last }: State): boolean {
  return last !== null && !('day' in last);
}

function askAboutLast(
  here: Pick<Here, 'state' | 'context'>,
  key: 'retract.sentence' | 'retract.to-reword',
  about: readonly string[] = [],
  author: Partner | null = null,
): Outcome {
  const { state, context } = here;
  const { last: kept } = state;
  const isMeant = kept !== null && 'day' in kept && (author === null || kept.from === author);
  const last = isMeant ? kept : null;
  if (last === null && !bothAgreed(state.household)) return backAfter(line('retract.nothing'));
  // It was asked for, and cannot be read: it is deleted as soon as that is possible.
  if (about.length === 0 && last !== null && context.recalled === 'unreachable')
    return { ...deleted(state, last), read: true };
  return withRecalled(context, newestOf(state, context, RECENT, PAGE, author), ({ page }) => {
    // "Delete the tea one" after they have kept a question about tea.
    if (about.length > 0 && author === null && wasQuestion(state) && likest(page, about) === undefined)
      return takeQuestionBack(here, false);
    const meant = about.length === 0 ? undefined : likest(page, about);
    if (meant !== undefined) return asking(meant, [sentence(state, meant, 'retract.found')]);
    const found = page.find(({ id }) => id === last?.id) ?? newestFirst(page)[0];
    if (last !== null && last.id !== found?.id) {
      // The store does not list yet what was kept a moment ago.
      const lead = [say(line('retract.last', { name: called(state, last.from) }))];
      return asking(last, lead);
    }
    return found === undefined
      ? backAfter(line('retract.nothing'))
      : asking(found, [sentence(state, found, key)]);
  });
}

/**
 * "Take that question back": says which of their questions is the newest, and asks whether to delete it. If it was kept
 * in this session, it is deleted at once, if they said so (`sure`).
 */
export function takeQuestionBack(here: Pick<Here, 'state' | 'context'>, sure = true): Outcome {
  const { state } = here;
  const { last, household } = state;
  if (!bothAgreed(household)) return backAfter(line('own.none'));
  return withOwn(here, (own) => {
    const [newest] = newestFirst(own);
    if (newest === undefined) return backAfter(line('own.none'));
    const key: KeptKey = { id: newest.id, kind: 'question' };
    const lead = [itsWords(newest)];
    return sure && last?.id === newest.id ? deleted(state, key, lead) : asking(key, lead);
  });
}

/** The appreciation that has most of these words, the newest of them; undefined if none has any. */
function likest(page: readonly Appreciation[], about: readonly string[]): Appreciation | undefined {
  const shared = ({ text }: Appreciation): number => {
    const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}']+/u));
    return about.filter((word) => words.has(word)).length;
  };
  const [first] = page.toSorted((one, two) => shared(two) - shared(one) || two.at - one.at);
  return first !== undefined && shared(first) > 0 ? first : undefined;
}

function asking(key: KeptKey, lead: Act[]): Outcome {
  return { go: 'ask', dialog: { id: 'take-back', key: bare(key) }, lead, words: 'question' };
}

/** The key alone, without what else is known. */
function bare(key: KeptKey): KeptKey {
  return 'day' in key ? { id: key.id, day: key.day } : { id: key.id, kind: 'question' };
}

/** Which question of theirs it is. */
function itsWords({ text }: OwnQuestion): Act {
  return say(line('own.newest', { text: asAsked(text) }));
}

/** Whose sentence it is, and its words. */
function sentence(
  state: State,
  { from, text }: Appreciation,
  key: 'retract.sentence' | 'retract.found' | 'retract.to-reword' | 'retract.before' = 'retract.sentence',
): Act {
  return say(line(key, { name: called(state, from), text: asSpoken(text) }));
}

/** "Not that one, the other one": asks about the one that was kept before it. Nothing is deleted if there is none. */
function theOneBefore(here: AtTakeBack): Outcome {
  const { dialog, state, context } = here;
  const { key } = dialog;
  if (!('day' in key))
    return withOwn(here, (own) => {
      const [before] = earlierThan(key.id, own);
      if (before === undefined) return backAfter(line('retract.no-other'));
      return asking({ id: before.id, kind: 'question' }, [
        say(line('own.before', { text: asAsked(before.text) })),
      ]);
    });
  return withRecalled(context, newestOf(state, context, RECENT, PAGE), ({ page }) => {
    const [before] = earlierThan(key.id, page);
    if (before === undefined) return backAfter(line('retract.no-other'));
    return asking(before, [sentence(state, before, 'retract.before')]);
  });
}

/** Those that were kept before the one with this id, the newest first. */
function earlierThan<T extends { id: string; at: number }>(id: string, all: readonly T[]): T[] {
  const sorted = newestFirst(all);
  return sorted.slice(sorted.findIndex((one) => one.id === id) + 1);
}

function newestFirst<T extends { id: string; at: number }>(all: readonly T[]): T[] {
  return all.toSorted((one, two) => two.at - one.at || (one.id < two.id ? 1 : -1));
}

/** "Repeat": the sentence or the question once more, if the store still has it, and what was asked. */
function sayItAgain(here: AtTakeBack): Outcome {
  const { dialog, state, context } = here;
  const { key } = dialog;
  if (!('day' in key))
    return withOwn(here, (own) => ({
      go: 'stay',
      lead: own.filter(({ id }) => id === key.id).map(itsWords),
    }));
  return withRecalled(context, newestOf(state, context, RECENT, PAGE), ({ page }) => {
    const found = page.find(({ id }) => id === key.id);
    return { go: 'stay', lead: found === undefined ? [] : [sentence(state, found)] };
  });
}

/**
 * "Say it differently": asks for another appreciation in place of the one that was kept last in this session, which stays
 * until then. Null if there is none.
 */
export function rewordLast({ state, context }: Pick<Here, 'state' | 'context'>): Outcome | null {
  const { last } = state;
  if (last === null || !('day' in last) || !state.keeping) return null;
  const { id, day, from } = last;
  return addAppreciation({ state, context }, { from, sure: true }, undefined, { id, day });
}

/** The same for a question, or for one of an earlier session: they are asked whether to delete it. */
export function offerToReword(here: Pick<Here, 'state' | 'context'>): Outcome {
  return wasQuestion(here.state) ? takeQuestionBack(here, false) : askAboutLast(here, 'retract.to-reword');
}

/** Deletes an appreciation or a question, and says so. */
function deleted(state: State, key: KeptKey, lead: readonly Act[] = []): Outcome {
  return {
    go: 'back',
    state: { ...state, last: null },
    lead: [...lead, say(line('retract.done'))],
    effects: [{ effect: 'take-back', appreciation: bare(key) }],
  };
}

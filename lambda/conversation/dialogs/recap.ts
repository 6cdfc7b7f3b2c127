/** The dialog of the recap: appreciations are read out after a yes, with some quiet to answer them. */
import * as v from 'valibot';
import {
  BEGIN,
  isOld,
  MOST,
  oldOnesOf,
  QUIET_AFTER,
  readAloud,
  readingOf,
  recalling,
  wasHeard,
} from '../exercise/choosing/reading.ts';
import { type Act, chime, hold, line, say } from '../model/act.ts';
import type { Context } from '../model/context.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Recalling } from '../model/effect.ts';
import type { Event, Whose } from '../model/event.ts';
import { other, type Partner, PERIODS, type Period } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { both, called, partnerCalled, speaking } from '../model/partner-names.ts';
import { appreciationKey, number, partner } from '../model/schema.ts';
import { hasExercise, type State, withFrame } from '../model/state.ts';
import { addAppreciation } from './appreciation.ts';
import { aMoment, backAfter, type Dialog, type DialogAnswers, type Here } from './dialog.ts';
import { offerMenu } from './menu.ts';
import { withRecalled } from './recalled.ts';
import { afterRecap } from './welcome.ts';
import { eitherPartner, whichPartner } from './which-partner.ts';

/** How long ago the week was read out, at most, if they have just heard it, in milliseconds. */
const JUST_HEARD = 15 * 60_000;

type AtRecap = Here<'recap'>;
type RecapState = DialogState<'recap'>;

const cursor = { after: v.nullable(appreciationKey), done: number };

export const recap: Dialog<'recap'> = {
  schema: v.object({
    id: v.literal('recap'),
    part: v.picklist(['who', 'by', 'ask', 'offer', 'more', 'none']),
    period: v.picklist(PERIODS),
    by: v.nullable(partner),
    mine: v.nullable(v.picklist(['by-me', 'for-me'])),
    last: v.object({ ...cursor, read: number }),
    next: v.object(cursor),
  }),
  stateId: ({ part }) => `recap.${part}`,
  question({ dialog: { part }, state }, again) {
    const name = called(state, 'a');
    switch (part) {
      case 'who':
        return line(again ? 'recap.who-again' : 'recap.who', { name });
      case 'by':
        return line(again ? 'recap.by-again' : 'recap.by', { name });
      case 'ask':
        return line(again ? 'recap.hear-again' : 'recap.hear');
      case 'offer':
        return line(again ? 'recap.offer-again' : 'recap.offer');
      case 'more':
        return line(again ? 'recap.more-again' : 'recap.more');
      case 'none':
        return line(again ? 'recap.invite-again' : 'recap.invite');
    }
  },
  listensFor: ({ part }) => (part === 'who' || part === 'by' ? 'name' : null),
  presents: ({ dialog, state }) => (dialog.part === 'offer' ? [say(line('welcome.back', both(state)))] : []),
  shows: ({ part }, state) => (part === 'who' || part === 'by' ? { choices: eitherPartner(state) } : {}),
  help: () => [line('help.recap')],
  leaving: () => [say(line('recap.left'))],
  missed({ dialog: { part } }, again) {
    return part === 'who' || part === 'by' ? line(again ? 'missed.name-again' : 'missed.name') : null;
  },
  answers: ({ part }) => ANSWERS[part],
};

const left = (): Outcome => backAfter(line('recap.left'));
const anotherTime = (): Outcome => backAfter(line('recap.another-time'));

const atWhose: DialogAnswers<'recap'> = {
  ...whichPartner(
    () => 'a',
    (here, who) => {
      const { dialog } = here;
      return offer({
        ...here,
        dialog: { ...dialog, by: dialog.mine === 'for-me' ? other(who) : who, mine: null },
      });
    },
  ),
  skip: left,
  'rather-not': left,
  done: left,
};

const atAsking: DialogAnswers<'recap'> = {
  recap: onlySome,
  yes: (here) => readOut(here, MOST),
  // "Next" before anything was read means that they want to go on without the recap.
  next: anotherTime,
  another: (here) => readOut(here, 1),
  'not-quite': aMoment,
  no: anotherTime,
  skip: anotherTime,
  'rather-not': anotherTime,
  done: anotherTime,
  resume: (here) => readOut(here, MOST),
};

const ANSWERS: Readonly<Record<RecapState['part'], DialogAnswers<'recap'>>> = {
  who: atWhose,
  by: atWhose,
  ask: atAsking,
  offer: { ...atAsking, menu: offerMenu },
  more: {
    recap: onlySome,
    yes: (here) => readOut(here, MOST),
    next: (here) => readOut(here, MOST),
    // The question is "shall I go on?", so "go on" is a yes.
    resume: (here) => readOut(here, MOST),
    another: (here) => readOut(here, 1),
    'more-time': (here) => readOut(here, 1),
    repeat: readAgain,
    'not-quite': aMoment,
    no: left,
    skip: left,
    'rather-not': left,
    done: left,
  },
  none: {
    yes: (here) => addAppreciation(here, { from: null, sure: false }),
    next: (here) => addAppreciation(here, { from: null, sure: false }),
    appreciation: (here, event) => addAppreciation(here, { from: null, sure: false }, event),
    no: left,
    skip: left,
    'rather-not': left,
    done: left,
  },
};

/** The state of a recap that begins with this question. The period is the week unless another one is given. */
export function recapOf(part: RecapState['part'], period: Period = 'week'): RecapState {
  return { id: 'recap', part, period, by: null, mine: null, last: { ...BEGIN, read: 0 }, next: BEGIN };
}

/** "Play our weekly recap", "what did Bo say about me": asks what is not known, then whether it is a good time. */
export function playRecap(state: State, event: Event<'recap'>, context: Context): Outcome {
  return withAuthor({ state, context }, event, offer);
}

/** Goes on with those of one partner, if only they are meant; asks first whose they are, if that is not known. */
function withAuthor(
  { state, context }: Pick<Here, 'state' | 'context'>,
  { period, whose }: Pick<Event<'recap'>, 'period' | 'whose'>,
  then: (here: AtRecap) => Outcome,
): Outcome {
  const speaker = speaking(state, context);
  if ((whose === 'by-me' || whose === 'for-me') && speaker === null)
    return { go: 'ask', dialog: { ...recapOf('who', period), mine: whose }, words: 'question' };
  const by = authorOf(whose, state, speaker);
  if (whose !== null && by === null) {
    const lead = [say(line('names.known', both(state)))];
    return { go: 'ask', dialog: recapOf('by', period), lead, words: 'question' };
  }
  return then({ dialog: { ...recapOf('ask', period), by }, state, context });
}

/** "Just Bo's", when a recap was offered: reads only these, from the first one. Any other recap begins by itself. */
function onlySome(here: AtRecap, { whose, only, period }: Event<'recap'>): Outcome | null {
  const { dialog } = here;
  // A week is what is meant if no period is said.
  if (!only || (period !== 'week' && period !== dialog.period)) return null;
  return withAuthor(here, { period: dialog.period, whose }, (one) => readOut(one, MOST));
}

/** The partner whose appreciations are meant; null for both, or if it is not known. */
function authorOf(whose: Whose | null, { household }: State, speaker: Partner | null): Partner | null {
  if (whose === null) return null;
  if (whose === 'by-me') return speaker;
  if (whose === 'for-me') return speaker === null ? null : other(speaker);
  if ('by' in whose) return partnerCalled(household, whose.by);
  const receiver = partnerCalled(household, whose.for);
  return receiver === null ? null : other(receiver);
}

/** Asks whether it is a good time, if there is something to read out. Who has just heard the week is not asked again. */
function offer(here: AtRecap): Outcome {
  const { dialog, state, context } = here;
  const { heard } = state.household.recap;
  const isAgain = state.session === 'open' && dialog.period === 'week' && heard !== null;
  if (isAgain && context.now - heard < JUST_HEARD) return readOut(here, MOST);
  return withRecalled(here.context, wanted(here, here.dialog.next), ({ page }) =>
    page.length > 0
      ? { go: 'ask', dialog: { ...here.dialog, part: 'ask' }, words: 'question' }
      : nothing(here),
  );
}

/** Says that there is nothing, and invites them to add one, unless only one partner's were asked for. */
function nothing({ dialog, state }: AtRecap): Outcome {
  if (isOld(dialog.period)) return backAfter(line('recap.none-old'));
  const isOlder = dialog.period === 'week' && state.household.appreciated !== null;
  const none = line(isOlder ? 'recap.none-week' : 'recap.none');
  if (dialog.by !== null || !state.keeping) return backAfter(none);
  const lead = [say(none)];
  return { go: 'ask', dialog: { ...dialog, part: 'none' }, lead, words: 'question' };
}

/** The appreciations to ask the store for. */
function wanted({ dialog, state, context }: AtRecap, from: RecapState['next']): Recalling {
  return recalling(dialog.period, state.household, context, from, dialog.by);
}

/** Reads at most this many appreciations out, and asks whether to go on if there are more. */
function readOut(here: AtRecap, most: number): Outcome {
  const { dialog, state, context } = here;
  const { by, part, period, next: from } = dialog;
  if (isOld(period)) return readOldOnes(here, most);
  return withRecalled(context, wanted(here, from), (recalled) => {
    const { read, next } = readingOf(recalled, from, most);
    if (read.length === 0 && next === null)
      return part === 'more' ? backAfter(line('recap.all')) : nothing(here);
    const whole = period === 'week' && by === null && next === null;
    const heard = whole ? wasHeard(state, context) : state;
    const lead: Act[] = [
      ...(part === 'more' ? [] : [say(line('recap.lead'))]),
      ...readAloud(state, read),
      // After the last one there is one line, and then only quiet.
      say(line(next !== null ? 'recap.room' : whole ? 'recap.week' : 'recap.all')),
      hold(QUIET_AFTER),
      chime,
    ];
    if (next === null) return { go: 'back', state: afterReading(heard, period), lead };
    const last = { ...from, read: read.length };
    return {
      go: 'ask',
      state: heard,
      dialog: { ...dialog, part: 'more', last, next },
      lead,
      words: 'question',
    };
  });
}

/** Reads a few old ones out, other ones than those before. After that there is nothing to go on with. */
function readOldOnes(here: AtRecap, most: number): Outcome {
  const { dialog, state, context } = here;
  return withRecalled(context, wanted(here, BEGIN), (recalled) => {
    const read = oldOnesOf(recalled, dialog.period, { seed: context.seed, last: state.reread, most });
    const reread = read.map(({ id }) => id);
    if (read.length === 0)
      return { go: 'back', state: { ...state, reread }, lead: [say(line('recap.old-all'))] };
    const lead: Act[] = [
      say(line('recap.old-lead')),
      ...readAloud(state, read),
      say(line('recap.old-done')),
      hold(QUIET_AFTER),
      chime,
    ];
    return { go: 'back', state: afterReading({ ...state, reread }, dialog.period), lead };
  });
}

/**
 * The state after a reading. An exercise goes on with its question, since the rest of its quiet would make the reply too
 * long.
 */
function afterReading(read: State, period: Period): State {
  const state = { ...read, stack: { ...read.stack, dialogs: afterRecap(read.stack.dialogs, period) } };
  if (!hasExercise(state) || state.stack.exercise.suspended?.on !== 'quiet') return state;
  return withFrame(state, { suspended: { on: 'question' } });
}

/** Reads the last reading again. The position does not change. */
function readAgain(here: AtRecap): Outcome {
  const { state, dialog, context } = here;
  return withRecalled(context, wanted(here, dialog.last), (recalled) => {
    const { read } = readingOf(recalled, dialog.last, dialog.last.read);
    return { go: 'stay', lead: [say(line('repeat.lead')), ...readAloud(state, read)] };
  });
}

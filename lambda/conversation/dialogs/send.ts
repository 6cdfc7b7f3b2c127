/** The dialog about a card with the appreciations in the Alexa app. */
import * as z from 'zod/mini';
import { confirmedFrom, KEPT } from '../exercise/choosing/reading.ts';
import { type Act, line, say } from '../model/act.ts';
import { dayIn } from '../model/calendar.ts';
import type { Appreciation, Recalling } from '../model/effect.ts';
import { bothAgreed, DAY } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { called } from '../model/partner-names.ts';
import type { State } from '../model/state.ts';
import { backAfter, type Dialog, type Here } from './dialog.ts';
import { withRecalled } from './recalled.ts';

/** How many appreciations a card shows at most. */
const MOST = 40;
/** Characters that the items of a card may have. Amazon allows 8000 for the whole card (Amazon: response format). */
const CARD = 7_000;
/** Characters of an item besides its text: a name, a day, and the words between them. */
const AROUND = 60;

const no = (): Outcome => backAfter(line('send.no'));

export const send: Dialog<'send'> = {
  schema: z.object({ id: z.literal('send') }),
  question: (_here, again) => line(again ? 'send.again' : 'send.ask'),
  leaving: () => [say(line('send.no'))],
  answers: () => ({ yes: sendThem, send: sendThem, no, skip: no, 'rather-not': no, done: no }),
};

/** "Send us our appreciations": asks first, because everybody who uses the app can read the card. */
export function askToSend({ state, context }: Pick<Here, 'state' | 'context'>): Outcome {
  if (!bothAgreed(state.household)) return backAfter(line('send.none'));
  return withRecalled(context, newest(state, context.now), ({ page }) =>
    page.length === 0
      ? backAfter(line('send.none'))
      : { go: 'ask', dialog: { id: 'send' }, words: 'question' },
  );
}

/** A request for the newest appreciations. */
function newest({ household }: State, now: number): Recalling {
  return {
    from: now - KEPT * DAY,
    to: now,
    confirmedFrom: confirmedFrom(household),
    after: null,
    limit: MOST,
    newest: true,
    now,
  };
}

/** After a yes: makes the card, with the oldest first. */
function sendThem({ state, context }: Here<'send'>): Outcome {
  return withRecalled(context, newest(state, context.now), ({ page, next }) => {
    const fitting = fittingOnCard(page);
    if (fitting.length === 0) return backAfter(line('send.none'));
    const items = fitting
      .toReversed()
      .map(({ from, at, text }) =>
        line('card.item', { name: called(state, from), date: { date: dayIn(at, context.zone) }, text }),
      );
    const card: Act = { do: 'card', title: line('card.title'), items };
    const whole = next === null && fitting.length === page.length;
    return { go: 'back', lead: [card, say(line(whole ? 'send.done' : 'send.some'))] };
  });
}

/** Those that a card has room for, in the given order. */
function fittingOnCard(all: readonly Appreciation[]): Appreciation[] {
  let room = CARD;
  return all.filter(({ text }) => {
    room -= text.length + AROUND;
    return room >= 0;
  });
}

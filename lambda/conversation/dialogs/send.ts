/** The dialog about a card with the appreciations and their own questions in the Alexa app. */
import * as v from 'valibot';
import { KEPT } from '../exercise/choosing/reading.ts';
import { type Act, line, say } from '../model/act.ts';
import { dayIn } from '../model/calendar.ts';
import type { Appreciation, OwnQuestion } from '../model/effect.ts';
import { bothAgreed } from '../model/household.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import { asAsked } from '../model/own-question.ts';
import { called } from '../model/partner-names.ts';
import { backAfter, type Dialog, type Here } from './dialog.ts';
import { newestOf, withOwn, withRecalled } from './recalled.ts';

/** How many appreciations a card shows at most. */
const MOST = 40;
/** Characters that the items of a card may have. Amazon allows 8000 for the whole card (Amazon: response format). */
const CARD = 7_000;
/** Characters of an item besides its text: a name, a day, and the words between them. */
const AROUND = 60;

const no = (): Outcome => backAfter(line('send.no'));

export const send: Dialog<'send'> = {
  schema: v.object({ id: v.literal('send') }),
  question: (_here, again) => line(again ? 'send.again' : 'send.ask'),
  yes: 'allows',
  leaving: () => [say(line('send.no'))],
  answers: () => ({ yes: sendThem, send: sendThem, no, skip: no, 'rather-not': no, done: no }),
};

/** "Send us our appreciations": asks first, because everybody who uses the app can read the card. */
export function askToSend(here: Pick<Here, 'state' | 'context'>): Outcome {
  const { state, context } = here;
  if (!bothAgreed(state.household)) return backAfter(line('send.none'));
  return withRecalled(context, newestOf(state, context, KEPT, MOST), ({ page }) =>
    withOwn(here, (own) =>
      page.length === 0 && own.length === 0
        ? backAfter(line('send.none'))
        : { go: 'ask', dialog: { id: 'send' }, words: 'question' },
    ),
  );
}

/** After a yes: makes the card, with the oldest first, and their own questions at the end. */
function sendThem(here: Here<'send'>): Outcome {
  const { state, context } = here;
  const itemOf = ({ from, at, text }: Appreciation): Line =>
    line('card.item', { name: called(state, from), date: { date: dayIn(at, context.zone) }, text });
  return withRecalled(context, newestOf(state, context, KEPT, MOST), ({ page, next }) =>
    withOwn(here, (own) => {
      const latest = own.toSorted((one, two) => two.at - one.at);
      const fitting = fittingOnCard<Appreciation | OwnQuestion>([...page, ...latest]);
      if (fitting.length === 0) return backAfter(line('send.none'));
      const items = [
        ...page
          .filter((one) => fitting.includes(one))
          .toReversed()
          .map(itemOf),
        ...latest
          .filter((one) => fitting.includes(one))
          .toReversed()
          .map(({ text }) => line('card.question', { text: asAsked(text) })),
      ];
      const card: Act = { do: 'card', title: line('card.title'), items };
      const whole = next === null && fitting.length === page.length + own.length;
      return { go: 'back', lead: [card, say(line(whole ? 'send.done' : 'send.some'))] };
    }),
  );
}

/** Those that a card has room for, in the given order. */
function fittingOnCard<T extends { text: string }>(all: readonly T[]): T[] {
  let room = CARD;
  return all.filter(({ text }) => {
    room -= text.length + AROUND;
    return room >= 0;
  });
}

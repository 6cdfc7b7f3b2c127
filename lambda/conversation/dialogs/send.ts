/** The appreciations on a card in the Alexa app, for two who want to have them. */
import * as z from 'zod/mini';
import { confirmedFrom } from '../exercise/choosing/reading.ts';
import { type Act, line, say } from '../model/act.ts';
import { dayIn } from '../model/calendar.ts';
import type { Appreciation, Recalling } from '../model/effect.ts';
import { bothAgreed, DAY } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { called } from '../model/partner-names.ts';
import type { State } from '../model/state.ts';
import { backAfter, type Dialog, type Here } from './dialog.ts';
import { withRecalled } from './recalled.ts';

/** As long as appreciations are kept, in days. */
const KEPT = 400;
/** The newest, this many. A card holds 8000 characters (Amazon: response format). */
const MOST = 40;
const CARD = 7_000;
/** Characters that an item takes besides its words: a name, a day, and what joins them. */
const AROUND = 60;

const no = (): Outcome => backAfter(line('send.no'));

export const send: Dialog<'send'> = {
  schema: z.object({ id: z.literal('send') }),
  question: (_here, again) => line(again ? 'send.again' : 'send.ask'),
  leaving: () => [say(line('send.no'))],
  answers: () => ({ yes: sendThem, send: sendThem, no, skip: no, 'rather-not': no, done: no }),
};

/** "Send us our appreciations": asked first, for whoever uses that app can read them. */
export function askToSend({ state, context }: Pick<Here, 'state' | 'context'>): Outcome {
  if (!bothAgreed(state.household)) return backAfter(line('send.none'));
  return withRecalled(context, newest(state, context.now), ({ page }) =>
    page.length === 0
      ? backAfter(line('send.none'))
      : { go: 'ask', dialog: { id: 'send' }, words: 'question' },
  );
}

function newest({ household }: State, now: number): Recalling {
  return {
    from: now - KEPT * DAY,
    to: now,
    confirmedFrom: confirmedFrom(household),
    after: null,
    limit: MOST,
    newest: true,
  };
}

function sendThem({ state, context }: Here<'send'>): Outcome {
  return withRecalled(context, newest(state, context.now), ({ page, next }) => {
    const fitting = withRoom(page);
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

/** The newest of them that a card has room for. */
function withRoom(all: readonly Appreciation[]): Appreciation[] {
  let room = CARD;
  return all.filter(({ text }) => {
    room -= text.length + AROUND;
    return room >= 0;
  });
}

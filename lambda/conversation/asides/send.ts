/** The appreciations on a card in the Alexa app, for two who want to have them. */
import { type Act, say } from '../act.ts';
import { dayIn } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Answer, Draft } from '../draft.ts';
import type { Appreciation, Recalling } from '../effect.ts';
import { bothAgreed, DAY } from '../household.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import { confirmedFrom } from '../recap.ts';
import type { Back } from '../scene.ts';
import { sceneQuestion } from '../scenes/scenes.ts';
import type { State } from '../state.ts';
import { backFrom, goBackTo } from './back.ts';
import { declines, leaving } from './leaving.ts';
import { withRecalled } from './recalled.ts';

/** As long as appreciations are kept, in days. */
const KEPT = 400;
/** The newest so many. A card holds 8000 characters (Amazon: response format). */
const MOST = 40;
const CARD = 7_000;
/** Characters that an item takes besides its words: a name, a day, and what joins them. */
const AROUND = 60;

/** "Send us our appreciations": asked first, for whoever uses that app can read them. */
export function send(state: State, context: Context): Draft {
  const back = backFrom(state, context);
  if (!bothAgreed(state.household)) return goBackTo(state, back, context, [say(line('send.none'))]);
  return withRecalled(state, back, context, newest(state, context), ({ page }) => {
    if (page.length === 0) return goBackTo(state, back, context, [say(line('send.none'))]);
    const asked: State = { ...state, scene: { id: 'send', back } };
    return { state: asked, acts: [sceneQuestion(asked, false)] };
  });
}

export const answerSend: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'send') return null;
  const { back } = scene;
  if (event.type === 'yes' || event.type === 'send')
    return withRecalled(state, back, context, newest(state, context), ({ page, next }) =>
      sent(state, page, next !== null, back, context),
    );
  return declines(event) ? goBackTo(state, back, context, leaving(state)) : null;
};

function newest({ household }: State, { now }: Context): Recalling {
  const from = now - KEPT * DAY;
  return { from, to: now, confirmedFrom: confirmedFrom(household), after: null, limit: MOST, newest: true };
}

function sent(
  state: State,
  all: readonly Appreciation[],
  more: boolean,
  back: Back,
  context: Context,
): Draft {
  const fitting = withRoom(all);
  if (fitting.length === 0) return goBackTo(state, back, context, [say(line('send.none'))]);
  const items = fitting
    .toReversed()
    .map(({ from, at, text }) =>
      line('card.item', { name: called(state, from), date: { date: dayIn(at, context.zone) }, text }),
    );
  const card: Act = { do: 'card', title: line('card.title'), items };
  const whole = !more && fitting.length === all.length;
  return goBackTo(state, back, context, [card, say(line(whole ? 'send.done' : 'send.some'))]);
}

/** The newest of them that a card has room for. */
function withRoom(all: readonly Appreciation[]): Appreciation[] {
  let room = CARD;
  return all.filter(({ text }) => {
    room -= text.length + AROUND;
    return room >= 0;
  });
}

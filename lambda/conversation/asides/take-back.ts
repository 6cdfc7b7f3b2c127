/** "Take that back": the appreciation that was kept last. */
import { type Act, say } from '../act.ts';
import { dayIn } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Answer, Draft } from '../draft.ts';
import type { Appreciation, Recalling } from '../effect.ts';
import { type AppreciationKey, bothAgreed, DAY } from '../household.ts';
import { line } from '../lines.ts';
import { called } from '../people.ts';
import { confirmedFrom } from '../recap.ts';
import type { Back } from '../scene.ts';
import { sceneQuestion } from '../scenes/scenes.ts';
import type { State } from '../state.ts';
import { begin } from './adding.ts';
import { backFrom, goBackTo } from './back.ts';
import { declines, leaving } from './leaving.ts';
import { withRecalled } from './recalled.ts';

/** Out of the blue, what was kept within so many days can be meant. */
const RECENT = 8;

/** At once for what was kept in this session; else the newest is named, without its words, and asked about. */
export function takeBack(state: State, context: Context): Draft {
  const back = backFrom(state, context);
  const nothing = (): Draft => goBackTo(state, back, context, [say(line('retract.nothing'))]);
  if (state.last !== null) return gone(state, state.last, back, context);
  if (!bothAgreed(state.household)) return nothing();
  return withRecalled(state, back, context, newest(state, context), ({ page: [last] }) => {
    if (last === undefined) return nothing();
    const asked: State = { ...state, scene: { id: 'take-back', key: { id: last.id, day: last.day }, back } };
    return { state: asked, acts: [say(named(state, last, context)), sceneQuestion(asked, false)] };
  });
}

/** "Say it differently": the one kept last goes, and another sentence is asked for. */
export function reword(state: State, context: Context): Draft | null {
  const { last } = state;
  if (last === null || !state.keeping) return null;
  const { id, day, from } = last;
  const anew = begin(
    { ...state, last: null },
    backFrom(state, context),
    { from, sure: true },
    { type: 'appreciation', text: '', barbed: false },
    context,
  );
  return { ...anew, effects: [{ effect: 'take-back', appreciation: { id, day } }] };
}

function newest({ household }: State, { now }: Context): Recalling {
  const from = now - RECENT * DAY;
  return { from, to: now, confirmedFrom: confirmedFrom(household), after: null, limit: 1, newest: true };
}

function named(state: State, { from, at }: Appreciation, { zone }: Context) {
  return line('retract.newest', { name: called(state, from), date: { date: dayIn(at, zone) } });
}

function gone(state: State, { id, day }: AppreciationKey, back: Back, context: Context): Draft {
  const lead: Act[] = [say(line('confirm.dropped'))];
  return {
    ...goBackTo({ ...state, last: null }, back, context, lead),
    effects: [{ effect: 'take-back', appreciation: { id, day } }],
  };
}

export const answerTakeBack: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'take-back') return null;
  if (event.type === 'yes' || event.type === 'take-back') return gone(state, scene.key, scene.back, context);
  return declines(event) ? goBackTo(state, scene.back, context, leaving(state)) : null;
};

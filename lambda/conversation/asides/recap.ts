/** The recap: what they appreciated, read out after a yes, with room to answer. */
import { type Act, chime, hold, say } from '../act.ts';
import type { Context } from '../context.ts';
import type { Answer, Draft } from '../draft.ts';
import type { Recalling } from '../effect.ts';
import type { Event, Whose } from '../event.ts';
import { bothAgreed, other, type Partner } from '../household.ts';
import { line } from '../lines.ts';
import { both, partnerCalled, speaking } from '../people.ts';
import { BEGIN, MOST, readingOf, recalling, wasHeard } from '../recap.ts';
import type { Back, Recap } from '../scene.ts';
import { offerMenu } from '../scenes/menu.ts';
import { sceneQuestion } from '../scenes/scenes.ts';
import type { State } from '../state.ts';
import { readAloud } from '../steps/recap.ts';
import { begin } from './adding.ts';
import { backFrom, goBackTo } from './back.ts';
import { declines, leaving } from './leaving.ts';
import { notYet } from './not-yet.ts';
import { withRecalled } from './recalled.ts';
import { whoIn } from './who.ts';

/** Seconds of quiet to answer in, after some were read. */
const ROOM = 20;

/** "Play our weekly recap", "what did Bo say about me". */
export function playRecap(
  state: State,
  { period, whose }: Extract<Event, { type: 'recap' }>,
  context: Context,
): Draft {
  if (!bothAgreed(state.household)) return notYet(state, context, line('recap.nothing-yet'));
  const back = backFrom(state, context);
  const recap: Recap = {
    id: 'recap',
    part: 'ask',
    period,
    by: null,
    mine: null,
    last: { ...BEGIN, read: 0 },
    next: BEGIN,
    back,
  };
  const speaker = speaking(state, context);
  if ((whose === 'by-me' || whose === 'for-me') && speaker === null) {
    const asked: State = { ...state, scene: { ...recap, part: 'who', mine: whose } };
    return { state: asked, acts: [sceneQuestion(asked, false)] };
  }
  const by = authorOf(whose, state, speaker);
  if (whose !== null && by === null) {
    const asked: State = { ...state, scene: { ...recap, part: 'by' } };
    return { state: asked, acts: [say(line('names.known', both(state))), sceneQuestion(asked, false)] };
  }
  return offer(state, { ...recap, by }, context);
}

function authorOf(whose: Whose | null, { household }: State, speaker: Partner | null): Partner | null {
  if (whose === null) return null;
  if (whose === 'by-me') return speaker;
  if (whose === 'for-me') return speaker === null ? null : other(speaker);
  if ('by' in whose) return partnerCalled(household, whose.by);
  const receiver = partnerCalled(household, whose.for);
  return receiver === null ? null : other(receiver);
}

/** Asks whether it is a good time, where there is something to hear. */
function offer(state: State, recap: Recap, context: Context): Draft {
  return withRecalled(state, recap.back, context, wanted(state, recap, context), (recalled) => {
    const asked: State = { ...state, scene: { ...recap, part: 'ask' } };
    return recalled.page.length > 0
      ? { state: asked, acts: [sceneQuestion(asked, false)] }
      : nothing(state, recap, context);
  });
}

/** One gentle invitation, and none where only one of them was asked about. */
function nothing(state: State, recap: Recap, context: Context): Draft {
  const lead = [say(line('recap.none'))];
  if (recap.by !== null || !state.keeping) return goBackTo(state, recap.back, context, lead);
  const asked: State = { ...state, scene: { ...recap, part: 'none' } };
  return { state: asked, acts: [...lead, sceneQuestion(asked, false)] };
}

function wanted(state: State, { period, next, by }: Recap, context: Context): Recalling {
  return recalling(period, state.household, context, next, by);
}

export const answerRecap: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'recap') return null;
  switch (scene.part) {
    case 'who':
    case 'by':
      return answerWho(state, scene, event, context);
    case 'none':
      return answerInvitation(state, scene, event, context);
    default:
      return answerReading(state, scene, event, context);
  }
};

/** "Is this Ana?", "Do you mean what Ana said?" */
function answerWho(state: State, scene: Recap, event: Event, context: Context): Draft | null {
  const asking = (who: Partner): Draft =>
    offer(state, { ...scene, by: scene.mine === 'for-me' ? other(who) : who, mine: null }, context);
  if (event.type === 'it-is-me') return { state, acts: [sceneQuestion(state, true)] };
  const who = whoIn(event, state, 'a');
  if (who !== null) return asking(who);
  return declines(event) ? goBackTo(state, scene.back, context, leaving(state)) : null;
}

/** "Would you like to add one now?" */
function answerInvitation(state: State, scene: Recap, event: Event, context: Context): Draft | null {
  switch (event.type) {
    case 'yes':
    case 'next':
    case 'appreciation': {
      const said =
        event.type === 'appreciation' ? event : ({ type: 'appreciation', text: '', barbed: false } as const);
      return begin(state, scene.back, { from: null, sure: false }, said, context);
    }
    default:
      return declines(event) ? goBackTo(state, scene.back, context, leaving(state)) : null;
  }
}

/** "Is now a good time to hear them?", "Shall I read on?" */
function answerReading(state: State, scene: Recap, event: Event, context: Context): Draft | null {
  switch (event.type) {
    case 'yes':
      return readOut(state, scene, scene.next, MOST, context);
    case 'next':
      // "Next" before anything was read is on with what they came for.
      return scene.part === 'more'
        ? readOut(state, scene, scene.next, MOST, context)
        : goBackTo(state, scene.back, context, [say(line('recap.another-time'))]);
    case 'menu':
      return scene.part === 'offer' ? offerMenu(state) : null;
    case 'another':
      return readOut(state, scene, scene.next, 1, context);
    case 'repeat':
      return scene.part === 'more' ? readAgain(state, scene, context) : null;
    case 'no':
    case 'skip':
    case 'rather-not':
    case 'done':
    case 'resume': {
      const left = scene.part === 'more' ? line('recap.left') : line('recap.another-time');
      return goBackTo(state, scene.back, context, [say(left)]);
    }
    default:
      return null;
  }
}

function readOut(state: State, scene: Recap, from: Recap['next'], most: number, context: Context): Draft {
  const { back, by, part, period } = scene;
  const query = wanted(state, { ...scene, next: from }, context);
  return withRecalled(state, back, context, query, (recalled) => {
    const { read, next } = readingOf(recalled, from, most);
    if (read.length === 0 && next === null) return goBackTo(state, back, context, [say(line('recap.all'))]);
    const whole = period === 'week' && by === null && next === null;
    const heard: State = whole ? wasHeard(state, context) : state;
    const acts: Act[] = [
      ...(part === 'more' ? [] : [say(line('recap.lead'))]),
      ...readAloud(state, read),
      say(line('recap.room')),
      hold(ROOM),
      chime,
    ];
    if (next === null) return goBackTo(heard, withoutQuiet(back), context, [...acts, say(line('recap.all'))]);
    const last = { ...from, read: read.length };
    const asked: State = { ...heard, scene: { ...scene, part: 'more', last, next } };
    return { state: asked, acts: [...acts, sceneQuestion(asked, false)] };
  });
}

/** After a reading the quiet that was left would make the reply too long: the question is asked, and they may want more. */
function withoutQuiet(back: Back): Back {
  return back?.to === 'exercise' ? { ...back, left: null } : back;
}

/** What was read last, once more; it changes nothing. */
function readAgain(state: State, scene: Recap, context: Context): Draft {
  const { back, last } = scene;
  return withRecalled(state, back, context, wanted(state, { ...scene, next: last }, context), (recalled) => {
    const { read } = readingOf(recalled, last, last.read);
    return {
      state,
      acts: [say(line('repeat.lead')), ...readAloud(state, read), sceneQuestion(state, true)],
    };
  });
}

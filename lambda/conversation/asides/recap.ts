/** The recap: what they appreciated, read out after a yes, with room to answer. */
import { type Act, chime, hold, say } from '../act.ts';
import type { Context } from '../context.ts';
import type { Answer, Draft } from '../draft.ts';
import type { Effect } from '../effect.ts';
import type { Event, Whose } from '../event.ts';
import { continueWith } from '../going-on.ts';
import { bothAgreed, other, type Partner } from '../household.ts';
import { line } from '../lines.ts';
import { both, partnerCalled, speaking } from '../people.ts';
import { BEGIN, MOST, readingOf, recalling, wasHeard } from '../recap.ts';
import type { Back, Recap } from '../scene.ts';
import { offerMenu } from '../scenes/menu.ts';
import { launch } from '../scenes/returning.ts';
import { sceneQuestion } from '../scenes/scenes.ts';
import type { State } from '../state.ts';
import { readAloud } from '../steps/recap.ts';
import { begin } from './adding.ts';
import { backFrom, goBackTo } from './back.ts';

/** Seconds of quiet to answer in, after some were read. */
const ROOM = 20;

/** "Play our weekly recap", "what did Bo say about me". */
export function playRecap(
  state: State,
  { period, whose }: Extract<Event, { type: 'recap' }>,
  context: Context,
): Draft {
  if (!bothAgreed(state.household)) {
    const lead = [say(line('recap.nothing-yet'))];
    return state.scene.id === 'closed'
      ? launch(state, context, lead)
      : continueWith(state, state, context, lead);
  }
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
  const { recalled } = context;
  const asked: State = { ...state, scene: { ...recap, part: 'ask' } };
  if (recalled === null) return { ...wait(state, recap, context), effects: recalls(state, recap, context) };
  if (recalled === 'unreachable')
    return goBackTo(state, recap.back, context, [say(line('recap.out-of-reach'))]);
  const { read } = readingOf(recalled, state.household, recap.by, BEGIN);
  if (read.length > 0) return { state: asked, acts: [sceneQuestion(asked, false)] };
  return nothing(state, recap, context);
}

/** One gentle invitation, and none where only one of them was asked about. */
function nothing(state: State, recap: Recap, context: Context): Draft {
  const lead = [say(line('recap.none'))];
  if (recap.by !== null || !state.keeping) return goBackTo(state, recap.back, context, lead);
  const asked: State = { ...state, scene: { ...recap, part: 'none' } };
  return { state: asked, acts: [...lead, sceneQuestion(asked, false)] };
}

/** What stands until the appreciations are at hand; nobody hears it unless they never are. */
function wait(state: State, recap: Recap, context: Context): Draft {
  return goBackTo(state, recap.back, context, [say(line('recap.out-of-reach'))]);
}

function recalls(state: State, recap: Recap, context: Context): Effect[] {
  return [{ effect: 'recall', ...recalling(recap.period, state.household, context, recap.next, recap.by) }];
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
  switch (event.type) {
    case 'yes':
    case 'next':
      return asking('a');
    case 'no':
      return asking('b');
    case 'skip':
    case 'rather-not':
      return goBackTo(state, scene.back, context, [say(line('recap.left'))]);
    case 'names': {
      const who = partnerCalled(state.household, event.name);
      return who === null ? null : asking(who);
    }
    case 'it-is-me':
      return { state, acts: [sceneQuestion(state, true)] };
    case 'first': {
      const who =
        event.who !== null && typeof event.who === 'object'
          ? partnerCalled(state.household, event.who.name)
          : event.who;
      return who === 'a' || who === 'b' ? asking(who) : null;
    }
    default:
      return null;
  }
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
    case 'no':
    case 'skip':
    case 'rather-not':
    case 'done':
      return goBackTo(state, scene.back, context, [say(line('recap.left'))]);
    default:
      return null;
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
  const { recalled } = context;
  const reading: Recap = { ...scene, next: from };
  if (recalled === null) return { ...wait(state, scene, context), effects: recalls(state, reading, context) };
  if (recalled === 'unreachable')
    return goBackTo(state, scene.back, context, [say(line('recap.out-of-reach'))]);
  const { read, next } = readingOf(recalled, state.household, scene.by, from, most);
  if (read.length === 0 && next === null)
    return goBackTo(state, scene.back, context, [say(line('recap.all'))]);
  const heard: State =
    scene.period === 'week' && scene.by === null && next === null ? wasHeard(state, context) : state;
  const acts: Act[] = [
    ...(scene.part === 'more' ? [] : [say(line('recap.lead'))]),
    ...readAloud(state, read),
    say(line('recap.room')),
    hold(ROOM),
    chime,
  ];
  if (next === null)
    return goBackTo(heard, withoutQuiet(scene.back), context, [...acts, say(line('recap.all'))]);
  const last = { ...from, read: read.length };
  const asked: State = { ...heard, scene: { ...scene, part: 'more', last, next } };
  return { state: asked, acts: [...acts, sceneQuestion(asked, false)] };
}

/** After a reading the quiet that was left would make the reply too long: the question is asked, and they may want more. */
function withoutQuiet(back: Back): Back {
  return back?.to === 'exercise' ? { ...back, left: null } : back;
}

/** What was read last, once more; it changes nothing. */
function readAgain(state: State, scene: Recap, context: Context): Draft {
  const { recalled } = context;
  const reading: Recap = { ...scene, next: scene.last };
  if (recalled === null) return { ...wait(state, scene, context), effects: recalls(state, reading, context) };
  if (recalled === 'unreachable')
    return goBackTo(state, scene.back, context, [say(line('recap.out-of-reach'))]);
  const { read } = readingOf(recalled, state.household, scene.by, scene.last, scene.last.read);
  return { state, acts: [say(line('repeat.lead')), ...readAloud(state, read), sceneQuestion(state, true)] };
}

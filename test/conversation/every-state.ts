/** A breadth-first walk over every state that can be reached, with every event in each of them. */

import { openSession } from '../../lambda/conversation/exercise/lifecycle.ts';
import type { Act } from '../../lambda/conversation/model/act.ts';
import type { Context, Playing } from '../../lambda/conversation/model/context.ts';
import type { Back } from '../../lambda/conversation/model/dialog-state.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { type Household, newHousehold } from '../../lambda/conversation/model/household.ts';
import type { Reply } from '../../lambda/conversation/model/reply.ts';
import type { State } from '../../lambda/conversation/model/state.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { asides, beginnings, events, interrupting } from './every-event.ts';

export const NOW = Date.parse('2026-11-22T19:00:00Z');
const HOUR = 3_600_000;

/** One appreciation of this week from each. */
const RECALLED = (['a', 'b'] as const).map((from, index) => ({
  id: `r${index}`,
  text: 'You made the tea',
  from,
  to: from === 'a' ? ('b' as const) : ('a' as const),
  day: '2026-11-20',
  // Of this week at any time of the walk.
  at: NOW + 60 * 24 * HOUR + index,
}));

export function contextAt(playing: Playing | null, more: Partial<Context> = {}): Context {
  return {
    now: NOW,
    today: '2026-11-22',
    seed: 11,
    playing,
    elsewhere: false,
    brokeOff: false,
    zone: 'UTC',
    speaker: 'voice-of-ana',
    recalled: { page: RECALLED, next: null },
    reminded: { outcome: 'set', reminder: { token: 't', day: 'sunday', time: '19:00' } },
    questions: [
      { id: 'ol1', practice: 'openness', depth: 'light' },
      { id: 'od1', practice: 'openness', depth: 'deeper' },
      { id: 'ox1', practice: 'openness', depth: 'deepest' },
      { id: 'll1', practice: 'listening', depth: 'light' },
    ],
    ...more,
  };
}

/** One reply met on the walk, and where it came from. */
export interface Met {
  state: State;
  event: Event;
  context: Context;
  reply: Reply;
  /** What was heard before it; empty at the beginning of a session. */
  before: readonly Act[];
}

interface Node {
  state: State;
  heard: readonly Act[];
}

/** Walks on until nothing new is met. */
export function* everyReply(): Generator<Met> {
  const seen = new Set<string>();
  const queue: Node[] = [];
  const visit = (node: Node): void => {
    if (mirrored(node.state)) return;
    const key = keyOf(node);
    if (seen.has(key)) return;
    seen.add(key);
    queue.push(node);
  };
  const open = function* (state: State): Generator<Met> {
    const key = `opened ${keyOf({ state, heard: [] })} ${state.household.place?.from}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const met of openings(state)) {
      yield met;
      for (const next of after(met.reply)) visit(next);
    }
  };
  yield* open(openSession(null, NOW));
  yield* open(openSession(known, NOW));
  for (let index = 0; index < queue.length; index += 1) {
    const node = queue[index];
    if (node === undefined) return;
    const happening = happeningIn(node.state);
    for (const [index, playing] of moments(node.heard).entries())
      for (const event of index === 0
        ? [...happening, ...asidesIn(node.state)]
        : [...happening, ...interrupting]) {
        const context = contextAt(playing);
        const reply = respond(node.state, event, context);
        yield { state: node.state, event, context, reply, before: node.heard };
        for (const next of after(reply)) visit(next);
        yield* open(openSession(kept(reply.state), NOW));
      }
  }
}

/**
 * What is tried in a state. What was not understood before matters only to what is not understood now: any other event
 * forgets it first (`respond`).
 */
function happeningIn({ scene, unclear }: State): readonly Event[] {
  if (unclear > 0) return [{ type: 'unclear' }, { type: 'yes' }, { type: 'help' }];
  return scene.id === 'welcome' ? [...events, ...beginnings] : events;
}

function asidesIn({ unclear }: State): readonly Event[] {
  return unclear > 0 ? [] : asides;
}

/** The second one starting is the same in the mirror, and so is a night without saving: in one exercise only. */
function mirrored({ household: { place }, frozen, scene }: State): boolean {
  if (frozen !== null && 'back' in scene && scene.id !== 'forget') return true;
  if (place === null || place.exercise === 'listening') return false;
  return place.first === 'b' || frozen !== null;
}

/** Two who have met before; the first one starts. */
const known: Household = {
  ...newHousehold(),
  names: { a: 'Ana', b: 'Bo' },
  consent: { a: '2026-11-01', b: '2026-11-01' },
  counts: { finished: 3, listened: 60 },
};

/** What the store would hold. */
function kept(state: State): State['household'] | null {
  return state.keeping && state.household.consent.b !== null ? state.household : null;
}

/** Every way a session can begin: with any event, at once, after weeks, and while it runs on another device. */
function* openings(state: State): Generator<Met> {
  const circumstances: Partial<Context>[] = [{}, { now: NOW + 30 * 24 * HOUR }, { elsewhere: true }];
  const happening = [...events, ...asides];
  for (const event of state.household.place === null ? [...happening, ...beginnings] : happening)
    for (const more of circumstances) {
      const context = contextAt(null, more);
      yield { state, event, context, reply: respond(state, event, context), before: [] };
    }
}

/** Where a reply leads: to its state, and to what its silence leads to. */
function after({ state, acts, ifSilent }: Reply): Node[] {
  if (state.scene.id === 'closed') return [];
  const nodes: Node[] = [{ state, heard: acts }];
  if (ifSilent !== null)
    nodes.push({
      state: { ...state, scene: ifSilent.scene, household: { ...state.household, place: ifSilent.place } },
      heard: ifSilent.acts,
    });
  return nodes;
}

/** When everything was heard, and in the middle of the quiet of each step. */
export function moments(acts: readonly Act[]): Playing[] {
  const all: Playing[] = [{ step: null, quietLeft: 0, over: true }];
  let step: string | null = null;
  for (const act of acts) {
    if (act.do === 'mark') step = act.step;
    else if (act.do === 'hold' && act.seconds > 5)
      all.push({ step, quietLeft: Math.round(act.seconds / 2), over: false });
  }
  return all;
}

/** Where an aside leads back to is walked from there; here it matters only which kind of way it is. */
function backKind(back: Back): unknown {
  return back?.to === 'exercise' ? back.left === null : back?.to;
}

/** What makes two states the same for the walk: what they answer by, not counts, dates, or who is called what. */
function keyOf({ state, heard }: Node): string {
  const { household, scene, keeping, unclear, wish } = state;
  const { place, consent } = household;
  const quiet = moments(heard).map(({ step, over }) => (over ? '' : step));
  const rough = ((): unknown => {
    switch (scene.id) {
      case 'paused':
      case 'start-over':
        return { id: scene.id, back: [scene.back.left === null, scene.back.door] };
      case 'try':
        return { id: scene.id, back: scene.back?.id };
      case 'confirm':
        return { ...scene, text: '' };
      case 'adding':
        return [scene.part, scene.from, scene.failed, scene.tries, scene.text === '', backKind(scene.back)];
      case 'recap':
        return [scene.id, scene.part, scene.by, backKind(scene.back)];
      case 'remind':
        return {
          part: scene.part,
          tries: scene.tries,
          asks: [scene.day, scene.time],
          back: backKind(scene.back),
        };
      case 'voice':
      case 'forget':
      case 'take-back':
      case 'send':
        return { ...scene, back: backKind(scene.back) };
      default:
        return scene;
    }
  })();
  // Outside of the exercise what is answered does not depend on which it was, nor on the step it was left at.
  const within = ['step', 'door', 'confirm'].includes(scene.id);
  const at = place && [place.exercise, place.minutes, place.first, place.step];
  // How deep they go is answered by where questions are asked, and nowhere else.
  const asking = /^(question|deepest|another)/.test(place?.step ?? '');
  const about = asking && place && [place.question !== null, place.depth === 'deepest', place.agreed];
  return JSON.stringify([
    rough,
    within ? [at, about] : place !== null,
    consent.a !== null && consent.b !== null,
    keeping,
    Math.min(unclear, 3),
    wish !== null,
    [...new Set(within ? quiet : quiet.length > 1 ? ['quiet'] : [])],
  ]);
}

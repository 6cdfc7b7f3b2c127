/**
 * A breadth-first walk over every state that can be reached. Everything that looks at what the conversation does
 * everywhere looks at the replies of one walk (see every-state.test.ts).
 */
import { stateId, stays } from '../../lambda/conversation/dialogs/registry.ts';
import { openSession } from '../../lambda/conversation/exercise/lifecycle.ts';
import { stepAt } from '../../lambda/conversation/exercise/sequencer.ts';
import type { Act } from '../../lambda/conversation/model/act.ts';
import type { Context, Playing } from '../../lambda/conversation/model/context.ts';
import type { DialogState } from '../../lambda/conversation/model/dialog-state.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { bothAgreed, type Kept } from '../../lambda/conversation/model/household.ts';
import type { Reply } from '../../lambda/conversation/model/reply.ts';
import {
  asked,
  type ExerciseState,
  hasExercise,
  isRunning,
  keptOf,
  type State,
} from '../../lambda/conversation/model/state.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { everyEvent, interrupting, moreAtTheBeginning, onward } from './events.ts';
import { beginnings, NOW } from './households.ts';
import { circumstances, comingOf, contextAt, momentsIn, OVER } from './surroundings.ts';

/**
 * How far the walk goes. Both reach every step and every dialog.
 *
 * - `each-trait`: every event once for each trait that a kind of state can have, and once in the quiet of each step;
 *   in the other states of an exercise only what leads on.
 * - `every-moment`: every event in every state, at the end of what was heard and in each quiet of it.
 */
export type Extent = 'each-trait' | 'every-moment';

/** One reply of the walk, and where it came from. */
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

/** A node to go on from: with every event, or with what leads on. */
interface Visit {
  node: Node;
  all: boolean;
}

/** Walks on until nothing new is met. */
export function* walk(extent: Extent): Generator<Met> {
  const seen = createSeen();
  const queue: Visit[] = [];
  const opened: Kept[] = [];

  function* meet(node: Node, event: Event, context: Context): Generator<Met> {
    for (const met of answers(node, event, context)) {
      yield met;
      for (const next of after(met.reply)) visit(next);
      // What was saved is what a later session begins with.
      if (met.reply.effects.some(({ effect }) => effect === 'save')) {
        const kept = keptOf(met.reply.state);
        if (bothAgreed(kept.household) && seen.isNew(keyOfKept(kept))) opened.push(kept);
      }
    }
  }

  function visit(node: Node): void {
    const traits = traitsOf(node.state);
    if (isMirrored(node.state) || !seen.isNew(keyOf(node, traits, extent))) return;
    const all = seen.hasNewTrait(traits) || extent === 'every-moment';
    if (all || isWithin(node.state)) queue.push({ node, all });
  }

  function* open(kept: Kept | null): Generator<Met> {
    const state = openSession(kept, NOW);
    const node: Node = { state, heard: [] };
    for (const more of circumstances) {
      const context = contextAt(null, more);
      if (!hasExercise(state))
        for (const event of [...everyEvent, ...moreAtTheBeginning]) yield* meet(node, event, context);
      else if (seen.isNew(`${openedKind(state, extent)} ${JSON.stringify(more)}`))
        for (const event of everyEvent) yield* meet(node, event, context);
      // From wherever they were, they may go on.
      if (hasExercise(state))
        for (const { reply } of answers(node, { type: 'launch' }, context))
          yield* meet({ state: reply.state, heard: reply.acts }, { type: 'yes' }, contextAt(OVER));
    }
  }

  function* happen({ node, all }: Visit): Generator<Met> {
    for (const playing of momentsIn(node.heard)) {
      const isWhole = playing.over ? all : isNewQuiet(node.state, playing);
      const some = playing.over ? onward : interrupting;
      for (const event of isWhole ? eventsIn(node.state) : some) yield* meet(node, event, contextAt(playing));
    }
  }

  function isNewQuiet(state: State, playing: Playing): boolean {
    return extent === 'every-moment' || seen.isNew(quietKind(state, playing));
  }

  for (const kept of beginnings) yield* open(kept);
  for (let visited = 0, begun = 0; visited < queue.length || begun < opened.length; ) {
    const next = queue[visited];
    const kept = opened[begun];
    if (next !== undefined) {
      visited += 1;
      yield* happen(next);
    } else if (kept !== undefined) {
      begun += 1;
      yield* open(kept);
    }
  }
}

/** What was met before. */
function createSeen() {
  const keys = new Set<string>();
  const isNew = (key: string): boolean => {
    const before = keys.size;
    return keys.add(key).size > before;
  };
  return {
    /** Whether this was never met before. */
    isNew,
    /** Whether one of these traits was never met before in a state with this name, which is the first of them. */
    hasNewTrait: ([name, ...traits]: readonly unknown[]): boolean =>
      traits.map((trait, index) => isNew(`trait ${name} ${index} ${trait}`)).includes(true),
  };
}

/** Every answer to an event: if something has to be known first, one for each thing that may come of that. */
function* answers({ state, heard }: Node, event: Event, context: Context): Generator<Met> {
  const reply = respond(state, event, context);
  const unknown = comingOf(reply.effects);
  if (unknown === null) yield { state, event, context, reply, before: heard };
  for (const known of unknown ?? []) {
    const knowing = { ...context, ...known };
    yield { state, event, context: knowing, reply: respond(state, event, knowing), before: heard };
  }
}

/**
 * What is tried in a state. What was not understood before matters only to what is not understood now: any other event
 * forgets it first (`respond`).
 */
function eventsIn({ unclear, stack }: State): readonly Event[] {
  if (unclear > 0) return [{ type: 'unclear' }, { type: 'yes' }, { type: 'help' }];
  return stack.exercise === null && stack.dialogs.some(({ id }) => id === 'welcome')
    ? [...everyEvent, ...moreAtTheBeginning]
    : everyEvent;
}

/** The states that a reply leads to: its own, and that of its reprompt. */
function after({ state, acts, ifSilent }: Reply): Node[] {
  if (state.session !== 'open') return [];
  const node: Node = { state, heard: acts };
  if (ifSilent === null) return [node];
  return [node, { state: { ...state, stack: ifSilent.stack }, heard: ifSilent.acts }];
}

/** The second one starting is the same in the mirror, and so is a night without saving: in one exercise only. */
function isMirrored(state: State): boolean {
  const { savingOff, stack } = state;
  const top = asked(state);
  if (savingOff !== null && top !== null && !stays(top) && top.id !== 'forget') return true;
  if (stack.exercise === null || stack.exercise.place.exercise === 'listening') return false;
  return stack.exercise.place.first === 'b' || savingOff !== null;
}

/** Of a dialog, what says nothing about how it goes on. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'text',
  'key',
  'at',
  'voice',
  'mark',
  'period',
  'exercise',
]);

/** The traits of a dialog: not its words and moments, nor what else makes no difference here. */
function traitsIn(dialog: DialogState): unknown[] {
  return Object.entries(dialog).flatMap(([name, value]) =>
    SAYS_NOTHING.has(name) || (typeof value === 'object' && value !== null) ? [] : [value],
  );
}

/**
 * The name of a state, and then its traits: what it is answered by, but not in which length of an exercise. What waits
 * beneath what is asked is walked from there: here it matters only that something does.
 */
function traitsOf(state: State): unknown[] {
  const { household, stack, keeping, unclear, wish } = state;
  const top = asked(state);
  const name = stateId(state).replace(/\.(\d+|[ab])(?=\.|$)/g, '');
  const traits: unknown[] = [name, bothAgreed(household), keeping, Math.min(unclear, 3), wish !== null];
  if (top !== null) traits.push(...traitsIn(top), stack.dialogs.length > 1);
  if (stack.exercise === null) return traits;
  const { phase, place, suspended, longer, rest } = stack.exercise;
  if (suspended !== null) traits.push(suspended.on);
  if (!isRunning(state)) return traits;
  traits.push(phase.at === 'step' && phase.tries);
  // More time for one of them matters where they talk, and so does the rest of a turn that was cut short.
  if (stepAt(place).step.kind === 'talk') traits.push(longer !== undefined, rest !== undefined);
  // How deep they go matters where questions are asked, and nowhere else.
  if (/^(question|deepest|another)/.test(place.step))
    traits.push(place.question !== null, place.depth === 'deepest', place.agreed);
  return traits;
}

/** What makes two nodes the same for the walk. */
function keyOf({ state, heard }: Node, traits: readonly unknown[], extent: Extent): string {
  const { exercise, minutes, first, step } = state.stack.exercise?.place ?? {};
  const key: unknown[] = isWithin(state) ? [...traits, exercise, minutes, first, step] : [...traits];
  if (extent === 'every-moment') {
    const quiet = new Set(momentsIn(heard).map(({ step, over }) => (over ? '' : step)));
    key.push(...(isWithin(state) ? quiet : [quiet.size > 1]));
  }
  return key.join();
}

/** Whether what is answered depends on the step: outside of the exercise it does not, nor on which exercise it is. */
function isWithin(state: State): boolean {
  const top = asked(state);
  return isRunning(state) || (top?.id === 'appreciation' && top.origin === 'step');
}

/** What is interrupted: a step is the same in each length of its exercise, and a dialog is whatever was said. */
function quietKind(state: State, { step }: Playing): string {
  if (!isRunning(state)) return `quiet ${stateId(state)}`;
  const { place, phase } = state.stack.exercise;
  return ['quiet', place.exercise, step, phase.at, place.step === step, state.keeping].join();
}

/** At which places every event is tried when a session begins. */
function openedKind({ stack }: ExerciseState, extent: Extent): string {
  const { place } = stack.exercise;
  const { kind } = stepAt(place).step;
  return extent === 'every-moment' ? `opened ${place.exercise} ${kind}` : `opened ${kind}`;
}

function keyOfKept({ household, place }: Kept): string {
  const at = place && [place.exercise, place.minutes, place.first, place.from];
  return ['kept', at, household.unsavedUntil !== null].join();
}

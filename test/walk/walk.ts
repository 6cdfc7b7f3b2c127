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
import { asked, isRunning, keptOf, type State } from '../../lambda/conversation/model/state.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { everyEvent, moreAtTheBeginning, onward, stretching } from './events.ts';
import { beginnings, NOW } from './households.ts';
import { circumstances, comingOf, contextAt, momentsIn } from './surroundings.ts';

/**
 * How far the walk goes. Both reach every step and every dialog. `every-moment`: every event in every state, at the end
 * of what was heard and in each quiet of it. `each-kind`: every event once for each two traits that a state has, in one
 * quiet of each step, and what leads on in the other states of an exercise.
 */
export type Extent = 'each-kind' | 'every-moment';

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

/** Walks on until nothing new is met. */
export function* walk(extent: Extent): Generator<Met> {
  const seen = createSeen();
  const queue: { node: Node; all: boolean }[] = [];
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
    if (isMirrored(node.state) || !seen.isNew(keyOf(node))) return;
    const traits = traitsOf(node.state);
    const all = extent === 'every-moment' || (seen.isNew(traits.join()) && seen.hasNewPair(traits));
    if (all || isWithin(node.state)) queue.push({ node, all });
  }

  function* open(kept: Kept | null): Generator<Met> {
    const state = openSession(kept, NOW);
    for (const more of circumstances)
      for (const event of openingsOf(state)) yield* meet({ state, heard: [] }, event, contextAt(null, more));
  }

  function openingsOf({ stack }: State): readonly Event[] {
    if (stack.exercise === null) return [...everyEvent, ...moreAtTheBeginning];
    const { kind } = stepAt(stack.exercise.place).step;
    return extent === 'every-moment' || seen.isNew(`opened ${kind}`) ? everyEvent : [{ type: 'launch' }];
  }

  function* happen(node: Node, all: boolean): Generator<Met> {
    for (const playing of momentsIn(node.heard)) {
      const isWhole =
        extent === 'every-moment' || (playing.over ? all : seen.isNew(quietKind(node.state, playing)));
      const some = playing.over ? onward : stretching;
      for (const event of isWhole ? eventsIn(node.state) : some) yield* meet(node, event, contextAt(playing));
    }
  }

  for (const kept of beginnings) yield* open(kept);
  for (let index = 0, next = 0; index < queue.length || next < opened.length; ) {
    const visiting = queue[index];
    const kept = opened[next];
    if (visiting !== undefined) {
      index += 1;
      yield* happen(visiting.node, visiting.all);
    } else if (kept !== undefined) {
      next += 1;
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
    isNew,
    /** Whether two of these were never met together. All of them have been from now on. */
    hasNewPair: ([first, ...traits]: readonly unknown[]): boolean =>
      traits
        .flatMap((one, i) =>
          traits.slice(i + 1).map((two, j) => `${first} ${i}: ${one}, ${i + 1 + j}: ${two}`),
        )
        .map(isNew)
        .includes(true),
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

/** Where a reply leads: to its state, and to what its silence leads to. */
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

/** A dialog but for words, moments and whatever else makes no difference here. */
function roughly(dialog: DialogState): unknown[] {
  return Object.entries(dialog).map(([name, value]) =>
    SAYS_NOTHING.has(name) || (typeof value === 'object' && value !== null) ? '' : value,
  );
}

/**
 * What is asked, and then what it is answered by, but not in which length of an exercise. What waits beneath what is
 * asked is walked from there: here it matters only that something does.
 */
function traitsOf(state: State): unknown[] {
  const { household, stack, keeping, unclear, wish } = state;
  const top = asked(state);
  const id = stateId(state).replace(/\.(\d+|[ab])(?=\.|$)/g, '');
  const traits: unknown[] = [id, bothAgreed(household), keeping, Math.min(unclear, 3), wish !== null];
  if (top !== null) traits.push(...roughly(top), stack.dialogs.length > 1);
  if (stack.exercise === null) return traits;
  const { phase, place, suspended } = stack.exercise;
  if (suspended !== null) traits.push(suspended.on);
  if (!isRunning(state)) return traits;
  traits.push(phase.at === 'step' && phase.tries);
  // How deep they go matters where questions are asked, and nowhere else.
  if (/^(question|deepest|another)/.test(place.step))
    traits.push(place.question !== null, place.depth === 'deepest', place.agreed);
  return traits;
}

/** What makes two nodes the same for the walk: traits, place, and which quiets were heard. */
function keyOf({ state, heard }: Node): string {
  const quiet = new Set(momentsIn(heard).map(({ step, over }) => (over ? '' : step)));
  const traits = traitsOf(state).join();
  if (!isWithin(state)) return `${traits} ${quiet.size > 1}`;
  const { exercise, minutes, first, step } = state.stack.exercise?.place ?? {};
  return [traits, exercise, minutes, first, step, ...quiet].join();
}

/**
 * Whether what is answered depends on the step: outside of the exercise it does not, nor on which exercise it is. If a
 * session begins, it is where they go on from.
 */
function isWithin(state: State): boolean {
  const top = asked(state);
  if (isRunning(state) || (top?.id === 'appreciation' && top.origin === 'step')) return true;
  return state.stack.exercise?.suspended?.on === 'step' && top !== null && stays(top);
}

/** What is interrupted: a step is the same in each length of its exercise, and a dialog is whatever was said. */
function quietKind(state: State, { step }: Playing): string {
  if (!isRunning(state)) return `quiet ${stateId(state)}`;
  const { place, phase } = state.stack.exercise;
  return ['quiet', place.exercise, step, phase.at, place.step === step, state.keeping].join();
}

function keyOfKept({ household, place }: Kept): string {
  const at = place && [place.exercise, place.minutes, place.first, place.from];
  return ['opened', at, household.unsavedUntil !== null].join();
}

import { shownStateId } from '../../../lambda/alexa/response.ts';
import type { State } from '../../../lambda/conversation/model/state.ts';
import type { Met } from '../walk.ts';

/** Something that looks at the walk, and the tests of what it saw. */
export interface Check {
  /** What is looked at: the beginning of the names of its tests. */
  name: string;
  /** Looks at a reply. */
  see?(met: Met): void;
  /** Looks at what is heard of a reply; two replies that are heard alike are looked at once. */
  hear?(met: Met): void;
  /** Declares its tests, which run when the walk is over. */
  tests(): void;
}

/** Examples that are told if a test fails, this many. */
const TOLD = 4;

/** What was found to be wrong: a few examples, each with where it was met. */
export interface Findings {
  readonly all: readonly string[];
  add(what: string, met: Met): void;
}

export function createFindings(): Findings {
  const all: string[] = [];
  return {
    all,
    add(what, met) {
      if (all.length < TOLD) all.push(`${what}${what === '' ? '' : ': '}${inWords(met)}`);
    },
  };
}

const ids = new WeakMap<State, string>();

/** The id of a state as programs see it. */
export function idOf(state: State): string {
  const known = ids.get(state);
  if (known !== undefined) return known;
  const id = shownStateId(state);
  ids.set(state, id);
  return id;
}

function inWords({ state, event, context, reply }: Met): string {
  const { playing } = context;
  const when = playing === null ? 'new session' : playing.over ? 'asked' : `in the quiet of ${playing.step}`;
  const heard = reply.acts.map((act) => ('line' in act ? act.line.key : act.do)).join(' ');
  return `${idOf(state)} (${when}, unclear ${state.unclear}) + ${JSON.stringify(event).slice(0, 80)} -> ${idOf(reply.state)}: ${heard}`;
}

/**
 * Decides what a screen shows while a reply is heard, and what a touch on it means. The dialogs and the steps say what is
 * particular to them (`shows`). It is no part of a reply, because most devices have no screen.
 */
import { shownIn } from './dialogs/registry.ts';
import { kindOf, stepAt } from './exercise/sequencer.ts';
import { type Act, line, opensMicrophone } from './model/act.ts';
import { type Choice, choice, eventOfChoice } from './model/choice.ts';
import type { Event } from './model/event.ts';
import type { Line, LineKey } from './model/lines.ts';
import { called } from './model/partner-names.ts';
import type { Reply } from './model/reply.ts';
import type { Screen, Shown } from './model/screen.ts';
import { asked, type ExerciseState, isRunning, type State } from './model/state.ts';
import type { Step } from './model/step.ts';

/** Seconds of quiet from which on a screen shows it. A shorter one is a pause between words. */
const SHORTEST_QUIET = 10;

/** Seconds of quiet that decide between two steps of a reply: the longer one is what people look at. */
interface Quiet {
  step: string;
  seconds: number;
}

const YES_OR_NO: readonly Choice[] = [choice('yes'), choice('no')];
const IN_A_STEP: readonly Choice[] = [...YES_OR_NO, choice('pause')];
const AT_THE_DOOR: readonly Choice[] = [choice('yes', 'ready'), choice('no', 'not-yet'), choice('pause')];

/**
 * What a screen shows if nothing is asked: the name of the skill, and nothing of what was said. Amazon does not say how
 * long the last document stays when a session has ended; after the microphone has closed it may be half a minute ("How
 * devices with screens affect the skill session"). Whoever comes in then reads nothing about the two.
 *
 * https://developer.amazon.com/en-US/docs/alexa/custom-skills/manage-skill-session-and-session-attributes.html
 */
export const NOTHING_ASKED: Screen = {
  kind: 'words',
  heading: line('screen.end'),
  text: [],
  items: [],
  choices: [],
  quiet: null,
};

/** What a screen shows of a help that was told: nothing but that. */
const SUPPORT: Screen = { ...NOTHING_ASKED, kind: 'support', heading: null, text: [line('screen.support')] };

/**
 * The screen for a reply.
 *
 * @param event - what the reply answers
 * @returns null for a reply that nobody hears
 */
export function screenOf({ state, acts }: Reply, event: Event): Screen | null {
  if (acts.length === 0) return null;
  const shown = shownBy(state);
  if (shown.kind === 'support') return { ...SUPPORT, choices: choicesIn(state) };
  if (!opensMicrophone(acts)) return NOTHING_ASKED;
  const question = acts.findLast((act) => act.do === 'ask')?.line;
  const screen: Screen = {
    kind: 'words',
    heading: shown.heading ?? null,
    text: [...(shown.before ?? []), ...(question === undefined ? [] : [question])],
    items: [],
    choices: choicesIn(state),
    quiet: null,
  };
  const items = acts.flatMap((act) => (act.do === 'say' && IS_READ_OUT.has(act.line.key) ? [act.line] : []));
  if (items.length > 0) return { ...screen, kind: 'list', heading: line('screen.week'), items };
  const resting = isRunning(state) ? withQuiet(screen, acts, state) : screen;
  return event.type === 'help' ? withHelp(resting, acts) : resting;
}

/** The event that a touch means, given what was asked; null if its id is no choice there. */
export function touched(state: State, id: string): Event | null {
  const found = state.session === 'open' ? choicesIn(state).find((one) => one.id === id) : undefined;
  return found === undefined ? null : eventOfChoice(found.id);
}

/** What can be chosen at what was asked last. */
function choicesIn(state: State): readonly Choice[] {
  return shownBy(state).choices ?? YES_OR_NO;
}

/** What the dialog on top, or the step, says of its screen. */
function shownBy(state: State): Shown {
  const dialog = state.session === 'open' ? asked(state) : null;
  if (dialog !== null) return shownIn(dialog, state);
  if (!isRunning(state)) return { choices: [] };
  const { place, phase } = state.stack.exercise;
  if (phase.at === 'awaiting-ready') return { choices: AT_THE_DOOR };
  const { step, kind } = stepAt(place);
  return kind.shows?.(step, state) ?? { choices: IN_A_STEP };
}

/** The lines that a list consists of. */
const IS_READ_OUT: ReadonlySet<LineKey> = new Set(['recap.item', 'recap.item-by']);

/** The screen while the longest quiet of a reply lasts: whose turn it is, and what it is about. */
function withQuiet(screen: Screen, acts: readonly Act[], state: ExerciseState): Screen {
  const quiet = longestQuiet(acts);
  const { step: asking, steps } = stepAt(state.stack.exercise.place);
  const step = steps.find(({ id }) => id === quiet?.step);
  if (quiet === null || step === undefined || quiet.seconds < SHORTEST_QUIET) return screen;
  const kind = kindOf(step);
  const floor = kind.floor(step);
  const about = staying(acts, step) ?? kind.where(step, state);
  return {
    ...screen,
    kind: kind.rests ? 'rest' : 'turn',
    heading: floor === null ? line('screen.you-two') : line('screen.turn', { name: called(state, floor) }),
    // The question of the step itself is about the end of this quiet, so what it is about is enough.
    text:
      step.id === asking.id && state.stack.exercise.phase.at === 'step' ? [about] : [about, ...screen.text],
    quiet: step.id,
  };
}

/** The step of a reply with the longest quiet; null if there is no quiet. */
function longestQuiet(acts: readonly Act[]): Quiet | null {
  let longest: Quiet | null = null;
  for (const { step, acts: own } of segmentsOf(acts)) {
    const seconds = own.reduce((sum, act) => sum + (act.do === 'hold' ? act.seconds : 0), 0);
    if (seconds > (longest?.seconds ?? 0)) longest = { step, seconds };
  }
  return longest;
}

/** The acts of a reply by step, in their order. */
function segmentsOf(acts: readonly Act[]): { step: string; acts: Act[] }[] {
  const segments: { step: string; acts: Act[] }[] = [];
  for (const act of acts)
    if (act.do === 'mark') segments.push({ step: act.step, acts: [] });
    else segments.at(-1)?.acts.push(act);
  return segments;
}

/** The line of a step that stays on the screen, if it was said in this reply. */
function staying(acts: readonly Act[], step: Step): Line | null {
  const key = kindOf(step).staysOnScreen?.(step);
  return lineWith((one) => one === key, acts);
}

/** The screen with the first line of what "help" says. */
function withHelp(screen: Screen, acts: readonly Act[]): Screen {
  const help = lineWith((key) => key.startsWith('help.'), acts);
  return help === null ? screen : { ...screen, heading: line('screen.help'), text: [help] };
}

function lineWith(wanted: (key: LineKey) => boolean, acts: readonly Act[]): Line | null {
  for (const act of acts) if (act.do === 'say' && wanted(act.line.key)) return act.line;
  return null;
}

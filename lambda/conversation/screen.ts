/**
 * Decides what a screen shows while a reply is heard, and what a touch on it means. The dialogs and the steps say what is
 * particular to them (`shows`). It is no part of a reply, because most devices have no screen.
 */
import { isUnlogged, shownIn } from './dialogs/registry.ts';
import { kindOf, stepAt } from './exercise/sequencer.ts';
import { type Act, line, opensMicrophone } from './model/act.ts';
import { type Choice, choice, eventOfChoice, isAboutTheMoment } from './model/choice.ts';
import type { Playing } from './model/context.ts';
import type { Event } from './model/event.ts';
import type { Line, LineKey } from './model/lines.ts';
import { called } from './model/partner-names.ts';
import type { Reply } from './model/reply.ts';
import type { Screen, Shown } from './model/screen.ts';
import { asked, type ExerciseState, isRunning, type State } from './model/state.ts';
import { floorOf, type Step } from './model/step.ts';

/** Seconds of quiet from which on a screen shows it. A shorter one is a pause between words. */
const SHORTEST_QUIET = 10;

/** The quiet of a step in a reply. */
interface Quiet {
  step: Step;
  seconds: number;
  /** The line that stays on the screen meanwhile; null for none. */
  stays: Line | null;
}

const YES_OR_NO: readonly Choice[] = [choice('yes'), choice('no')];
const IN_A_STEP: readonly Choice[] = [...YES_OR_NO, choice('pause')];
const AT_READY_QUESTION: readonly Choice[] = [
  choice('yes', 'ready'),
  choice('no', 'not-yet'),
  choice('pause'),
];
const IN_A_QUIET: readonly Choice[] = [choice('next'), choice('more-time'), choice('pause')];

/** All of a reply was heard. */
const HEARD: Playing = { step: null, quietLeft: 0, over: true };

/**
 * What a screen shows if nothing is asked: the name of the skill, and nothing of what was said. How long the document of
 * a reply that ends the session stays is not documented [?], so there is nothing about the two on it.
 *
 * If nobody answers, the last question stays for up to 30 s after the microphone has closed. The session ends when that
 * time is over and the device shows its home screen, so nothing has to be removed then.
 *
 * https://developer.amazon.com/en-US/docs/alexa/custom-skills/manage-skill-session-and-session-attributes.html, "How
 * devices with screens affect the skill session"
 * https://developer.amazon.com/en-US/docs/alexa/alexa-voice-service/presentation.html, "Dismissed"
 */
export const NOTHING_ASKED: Screen = {
  kind: 'words',
  heading: line('screen.end'),
  text: [],
  items: [],
  choices: [],
  choicesAfter: [],
  quiet: [],
  leaves: false,
};

/** What a screen shows of where to find help: nothing of what was said. */
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
  const items = acts.flatMap((act) => (act.do === 'say' && IS_READ_OUT.has(act.line.key) ? [act.line] : []));
  const list: Partial<Screen> = { kind: 'list', heading: line('screen.week'), items };
  if (!opensMicrophone(acts))
    return items.length === 0 ? NOTHING_ASKED : { ...NOTHING_ASKED, ...list, leaves: true };
  const question = acts.findLast((act) => act.do === 'ask')?.line;
  const screen: Screen = {
    ...NOTHING_ASKED,
    heading: shown.heading ?? null,
    text: [...(shown.before ?? []), ...(question === undefined ? [] : [question])],
    choices: choicesIn(state),
  };
  if (items.length > 0) return { ...screen, ...list };
  const resting = isRunning(state) ? withQuiet(screen, acts, state) : screen;
  // If it is private what they talk about, not even help is shown.
  return event.type === 'help' && !isUnlogged(state) ? withHelp(resting, acts) : resting;
}

/** What a touch means: an event, and what it interrupts. */
export interface Meant {
  event: Event;
  playing: Playing | null;
}

/**
 * What a touch means, given what was asked. Somebody who touches the answer to a question has read it, so it counts
 * even if the question was not heard yet. Words that are an answer do not: the two may have said them to each other.
 *
 * @param playing - what was playing when it was touched
 * @returns null if its id is no choice there
 */
export function touched(state: State, id: string, playing: Playing | null): Meant | null {
  if (state.session !== 'open') return null;
  const running = isRunning(state);
  const found = [...choicesIn(state), ...(running ? IN_A_QUIET : [])].find((one) => one.id === id);
  if (found === undefined) return null;
  const answers = running && !isAboutTheMoment(found.id);
  return { event: eventOfChoice(found.id), playing: answers ? HEARD : playing };
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
  if (phase.at === 'awaiting-ready') return { choices: AT_READY_QUESTION };
  const { step, kind } = stepAt(place);
  return kind.shows?.(step, state) ?? { choices: IN_A_STEP };
}

/** The lines that a list consists of. */
const IS_READ_OUT: ReadonlySet<LineKey> = new Set(['recap.item', 'recap.item-by']);

/**
 * The screen while the quiet of a reply lasts: whose turn it is, and what it is about. A reply can have the turns of both:
 * then it is the turn of the two of them. The choices mean the same in every step, since they stay until the last quiet
 * is over. Then those of the question come in their place.
 */
function withQuiet(screen: Screen, acts: readonly Act[], state: ExerciseState): Screen {
  const quiets = quietsIn(acts, state);
  const [longest] = quiets.toSorted((one, two) => two.seconds - one.seconds);
  if (longest === undefined) return screen;
  const floors = new Set(quiets.map(({ step }) => floorOf(step)));
  const [floor = null] = floors;
  const isOne = floors.size === 1;
  const { place, phase } = state.stack.exercise;
  // The question of the step itself is about the end of this quiet, so what it is about is enough.
  const asks = phase.at === 'awaiting-ready' || longest.step.id !== place.step;
  const { inQuiet = IN_A_QUIET, choices = YES_OR_NO } = shownBy(state);
  const about = isOne ? aboutStep(longest, state) : quiets.flatMap(({ stays }) => stays ?? []);
  return {
    ...screen,
    kind: quiets.every(({ step }) => kindOf(step).rests) ? 'rest' : 'turn',
    heading:
      isOne && floor !== null ? line('screen.turn', { name: called(state, floor) }) : line('screen.you-two'),
    text: [...unlike(about), ...(asks ? screen.text : [])],
    choices: inQuiet,
    choicesAfter: isSame(inQuiet, choices) ? [] : choices,
    quiet: quiets.map(({ step }) => step.id),
  };
}

function isSame(some: readonly Choice[], others: readonly Choice[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

/** What a turn is about: the line that stays on the screen if it was said, or else what "where are we" would say. */
function aboutStep({ step, stays }: Quiet, state: ExerciseState): Line[] {
  return [stays ?? kindOf(step).where(step, state)];
}

/** The quiets of a reply, in their order. */
function quietsIn(acts: readonly Act[], { stack }: ExerciseState): Quiet[] {
  const { steps } = stepAt(stack.exercise.place);
  return segmentsOf(acts).flatMap(({ step: id, acts: own }) => {
    const step = steps.find((one) => one.id === id);
    const seconds = own.reduce((sum, act) => sum + (act.do === 'hold' ? act.seconds : 0), 0);
    if (step === undefined || seconds < SHORTEST_QUIET) return [];
    const key = kindOf(step).staysOnScreen?.(step);
    return [{ step, seconds, stays: lineWith((one) => one === key, own) }];
  });
}

/** The acts of a reply by step, in their order. */
function segmentsOf(acts: readonly Act[]): { step: string; acts: Act[] }[] {
  const segments: { step: string; acts: Act[] }[] = [];
  for (const act of acts)
    if (act.do === 'mark') segments.push({ step: act.step, acts: [] });
    else segments.at(-1)?.acts.push(act);
  return segments;
}

/** Each of the lines once: both partners are asked the same question. */
function unlike(lines: readonly Line[]): Line[] {
  const byWords = new Map(lines.toReversed().map((one) => [JSON.stringify(one), one]));
  return [...byWords.values()].toReversed();
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

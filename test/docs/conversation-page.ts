/**
 * docs/conversation.md, made from the code: every exercise with its steps, what is understood,
 * and every state with what sets its question apart from the others.
 */
import { questionIn } from '../../lambda/conversation/dialogs/question-in.ts';
import { answeredBy } from '../../lambda/conversation/dialogs/registry.ts';
import { answerInExercise } from '../../lambda/conversation/exercise/answering.ts';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import type { ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';
import type { Minutes } from '../../lambda/conversation/model/household.ts';
import type { Line } from '../../lambda/conversation/model/lines.ts';
import { asked, isRunning, type State } from '../../lambda/conversation/model/state.ts';
import type { Step } from '../../lambda/conversation/model/step.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { unescapeSsml } from '../../lambda/speech/sound.ts';
import { english } from '../skill.ts';
import { idOf } from '../walk/checks/check.ts';
import { contextAt, OVER } from '../walk/surroundings.ts';
import type { Met } from '../walk/walk.ts';
import { UNDERSTOOD, type Understood } from './understood.ts';

/** A kind of state: a row of the table. */
interface Row {
  /** The first state of this kind that was met with a question in its first wording; if there is none, the first at all. */
  state: State;
  question: Line;
  /** The exercises in which it was met. */
  where: Set<string>;
}

export interface ConversationPage {
  /** Notes the state that a reply leads to. */
  see(met: Met): void;
  /** The page as Markdown, once every state was seen. */
  markdown(): string;
}

export function createConversationPage(): ConversationPage {
  const rows = new Map<string, Row>();
  return {
    see({ reply: { state, acts } }) {
      const last = acts.at(-1);
      if (last?.do !== 'ask') return;
      const { id, exercise } = kindOfState(state);
      const row = rows.get(id);
      const where = row?.where ?? new Set<string>();
      if (exercise !== null) where.add(exercise);
      if (row === undefined || (isAgain(row.question) && !isAgain(last.line)))
        rows.set(id, { state, question: last.line, where });
    },
    markdown: () => markdownOf(rows),
  };
}

/** Whether this is the wording of a question that was asked before. */
function isAgain({ key }: Line): boolean {
  return /[.-]again$/u.test(key);
}

function markdownOf(rows: ReadonlyMap<string, Row>): string {
  return `${[
    '# The conversation',
    '',
    '`npm run docs` makes this page from the code, and a test fails if it is out of date.',
    '',
    '## Exercises',
    '',
    'The steps in order; in brackets the kind of a step if it has another name, and the lengths if not every form has it.',
    '`talk` stands for `talk.a` and `talk.b`. [The exercises](exercises.md) has the seconds.',
    '',
    '| exercise | minutes | practices | steps |',
    '|---|---|---|---|',
    ...(Object.keys(exercises) as ExerciseId[]).map(exerciseRow),
    '',
    '## What is understood',
    '',
    'Each example stands for many words with the same meaning. [README](../README.md#what-you-can-say) lists the commands for',
    'couples. [Words that show a danger](safety.md) come first, everywhere.',
    '',
    ...meaningsTable(rows),
    '## States',
    '',
    'Each question answers some meanings itself. The others in the second column above do the same as everywhere. Anything else',
    'is a miss: the skill says what can be answered, or, if two people may still be talking to each other (*talking*), gives',
    'more quiet.',
    '',
    ...stateTables(rows),
  ].join('\n')}\n`;
}

function exerciseRow(id: ExerciseId): string {
  const { lengths, practices } = exercises[id];
  const stepsOf = (minutes: Minutes): Step[] => exercises[id].steps({ minutes, first: 'a' });
  const longest = lengths.reduce((best, minutes) =>
    stepsOf(minutes).length >= stepsOf(best).length ? minutes : best,
  );
  const steps = new Map(stepsOf(longest).map(({ id, kind }) => [withoutPerson(id), kind]));
  const cells = [...steps].map(([step, kind]) => {
    const having = lengths.filter((minutes) => stepsOf(minutes).some(({ id }) => withoutPerson(id) === step));
    const notes = [
      ...(kind === step ? [] : [kind]),
      ...(having.length < lengths.length ? [having.join(', ')] : []),
    ];
    return `\`${step}\`${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
  });
  return `| ${id} | ${lengths.join(', ')} | ${practices.join(', ')} | ${cells.join(', ')} |`;
}

/** What can be meant, with an example each: in the second column what is no miss anywhere. */
function meaningsTable(rows: ReadonlyMap<string, Row>): string[] {
  const cell = (understood: readonly Understood[]): string =>
    understood
      .map(({ name, example }) => (name === example ? `*${name}*` : `${name} (*${example}*)`))
      .join(', ');
  const exceptions = all.flatMap(({ name, event }) => {
    const missed = missedAt(event, rows);
    return missed.length > 0 && isEverywhere(missed) ? [`${name} at ${missed.join(', ')}`] : [];
  });
  return [
    '| about | everywhere | only at questions that answer it |',
    '|---|---|---|',
    ...[...UNDERSTOOD].map(([about, entries]) => {
      const everywhere = entries.filter(({ event }) => isEverywhere(missedAt(event, rows)));
      const others = entries.filter((entry) => !everywhere.includes(entry));
      return `| ${about} | ${cell(everywhere)} | ${cell(others)} |`;
    }),
    '',
    `The exceptions, which are misses: ${exceptions.join('; ')}.`,
    '',
  ];
}

/** What is a miss in more states than these is not understood everywhere. */
const MOST_EXCEPTIONS = 4;

function isEverywhere(missed: readonly string[]): boolean {
  return missed.length <= MOST_EXCEPTIONS;
}

/** The states in which an event is a miss. */
function missedAt(event: Event, rows: ReadonlyMap<string, Row>): string[] {
  return [...rows]
    .filter(([, { state }]) => respond(state, event, contextAt(OVER)).state.unclear > 0)
    .map(([id]) => `\`${id}\``)
    .toSorted();
}

const all = [...UNDERSTOOD.values()].flat();

/** The names of what a question answers itself. */
function answersOf({ state }: Row): string[] {
  return all.filter(({ event }) => isAnsweredHere(state, event)).map(({ name }) => name);
}

/** The questions whether they are ready for a step. */
const READY = /\.ready$/u;

/** One row for each kind of state: whose turn it is and which round make no difference to what can be said. */
function stateTables(rows: ReadonlyMap<string, Row>): string[] {
  const sorted = [...rows].toSorted(([one], [two]) => one.localeCompare(two, 'en'));
  const isReady = ([id]: [string, Row]): boolean => READY.test(id);
  const isStep = ([, { where }]: [string, Row]): boolean => where.size > 0;
  return [
    ...stateTable(
      'Steps of an exercise',
      sorted.filter((row) => isStep(row) && !isReady(row)),
    ),
    '',
    ...stateTable('Whether they are ready for a step', sorted.filter(isReady), { asks: false }),
    '',
    ...stateTable(
      'Questions outside of a step',
      sorted.filter((row) => !isStep(row) && !isReady(row)),
    ),
  ];
}

/** What most of these states answer, and a row for all that differ from it in the same way, and ask the same if that is shown. */
function stateTable(
  title: string,
  states: readonly [string, Row][],
  shown: { asks: boolean } = { asks: true },
): string[] {
  const answered = new Map(states.map(([id, row]) => [id, answersOf(row)]));
  const most = all
    .map(({ name }) => name)
    .filter(
      (name) => [...answered.values()].filter((names) => names.includes(name)).length * 2 > states.length,
    );
  const ids = new Map<string, string[]>();
  for (const [id, row] of states) {
    const names = answered.get(id) ?? [];
    const also = names.filter((name) => !most.includes(name)).join(', ');
    const not = most.filter((name) => !names.includes(name)).join(', ');
    const cells = `${shown.asks ? `${asks(row)} | ` : ''}${also} | ${not}`;
    ids.set(cells, [...(ids.get(cells) ?? []), `\`${id}\`${isTalking(row) ? ' *(talking)*' : ''}`]);
  }
  return [
    `### ${title}`,
    '',
    `Unless the table differs, they answer ${most.join(', ')}.`,
    '',
    `| state |${shown.asks ? ' asks |' : ''} also answers | does not answer |`,
    `|---|${shown.asks ? '---|' : ''}---|---|`,
    ...[...ids].map(([cells, same]) => `| ${same.join(', ')} | ${cells} |`),
  ];
}

function asks({ question }: Row): string {
  return unescapeSsml(english.wording.words(question, 0));
}

function isTalking({ state }: Row): boolean {
  return questionIn(state)?.talking === true;
}

/** Whether the question answers it itself. */
function isAnsweredHere(state: State, event: Event): boolean {
  if (questionIn(state)?.answers.includes(event.type) !== true) return false;
  const answer = answerHere(state, event);
  return answer !== null && !isMiss(answer);
}

/** Whether it only says what can be answered. */
function isMiss(answer: object): boolean {
  return 'missed' in answer || ('go' in answer && answer.go === 'miss');
}

function answerHere(state: State, event: Event): object | null {
  const context = contextAt(OVER);
  if (isRunning(state)) return answerInExercise(state, event, context);
  const dialog = asked(state);
  return dialog === null ? null : answeredBy({ dialog, state, context }, event);
}

const kinds = new Map<string, { id: string; exercise: string | null }>();

/** `check-in/talk.a` is a `talk` of the check-in; `listening/talk.b` is one of the listening exercise. */
function kindOfState(state: State): { id: string; exercise: string | null } {
  const id = idOf(state);
  const known = kinds.get(id);
  if (known !== undefined) return known;
  const place = /^([a-z-]+)\/(.*)$/.exec(id);
  const general = withoutPerson(place?.[2] ?? id);
  const kind = { id: general, exercise: place?.[1] ?? null };
  kinds.set(id, kind);
  return kind;
}

/** The id of a step or a state without its person and its round. */
function withoutPerson(id: string): string {
  return id.replace(/\.(\d+|[ab])(?=[.@]|$)/g, '');
}

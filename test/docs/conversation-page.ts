/**
 * docs/conversation.md, made from the code: every exercise with its steps and times, what is understood,
 * and every state with what its question answers itself.
 */
import { questionIn } from '../../lambda/conversation/dialogs/question-in.ts';
import { answeredBy } from '../../lambda/conversation/dialogs/registry.ts';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import { answerInExercise } from '../../lambda/conversation/exercise/outcomes.ts';
import { kindOf } from '../../lambda/conversation/exercise/sequencer.ts';
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

const WHO = { a: 'Ana', b: 'Bo' } as const;

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
    'Made from the code by `npm run docs`; a test fails when it is stale. Times are seconds of quiet, with Ana first.',
    '',
    '## Exercises',
    '',
    ...(Object.keys(exercises) as ExerciseId[]).flatMap(exerciseSection),
    '## What is understood',
    '',
    'What words mean counts, and not which words they are: each example stands for many. Words that show a danger come',
    'before all else, everywhere ([safety](safety.md)).',
    '',
    ...[...UNDERSTOOD].flatMap(([about, all]) => meaningsTable(about, all, rows)),
    '## States',
    '',
    'What each question answers itself, by the names above. Anything else means what it means everywhere. What means',
    'nothing, or an answer that fits another question, is a miss: it says what can be answered. Only where two people may',
    'still be talking to each other (*talking*), words without a meaning give more quiet.',
    '',
    ...stateTables(rows),
  ].join('\n')}\n`;
}

function exerciseSection(id: ExerciseId): string[] {
  const { lengths, practices } = exercises[id];
  const stepsOf = (minutes: Minutes): Step[] => exercises[id].steps({ minutes, first: 'a' });
  const longest = lengths.reduce((best, minutes) =>
    stepsOf(minutes).length >= stepsOf(best).length ? minutes : best,
  );
  const seconds = (minutes: Minutes, step: Step): string => {
    const same = stepsOf(minutes).find((one) => one.id === step.id);
    return same === undefined ? '' : String(kindOf(same).quiet(same));
  };
  const about = practices(longest).length > 0 ? ` Practices: ${practices(longest).join(', ')}.` : '';
  return [
    `### ${id}`,
    '',
    `${inWords(lengths)} minutes.${about}`,
    '',
    `| step | kind | who | ${lengths.map((minutes) => `${minutes} min`).join(' | ')} |`,
    `|---|---|---|${lengths.map(() => '---:').join('|')}|`,
    ...stepsOf(longest).map(
      (step) =>
        `| \`${step.id}\` | ${step.kind} | ${'who' in step && step.who !== null ? WHO[step.who] : 'both'} | ${lengths
          .map((minutes) => seconds(minutes, step))
          .join(' | ')} |`,
    ),
    '',
  ];
}

function inWords(lengths: readonly Minutes[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(lengths.map(String));
}

/** What can be meant about something, with an example each. */
function meaningsTable(about: string, all: readonly Understood[], rows: ReadonlyMap<string, Row>): string[] {
  return [
    `| ${about} | for example | where |`,
    '|---|---|---|',
    ...all.map(({ name, example, event }) => `| ${name} | *${example}* | ${whereIs(event, rows)} |`),
    '',
  ];
}

/** More exceptions than these are not listed. */
const MOST_EXCEPTIONS = 4;

/** Where an event is not a miss. */
function whereIs(event: Event, rows: ReadonlyMap<string, Row>): string {
  const states = [...rows].map(([id, { state }]) => ({ id, state }));
  if (states.every(({ state }) => isAnsweredHere(state, event))) return 'at every question';
  const missed = states.filter(({ state }) => respond(state, event, contextAt(OVER)).state.unclear > 0);
  if (missed.length === 0) return 'everywhere';
  return missed.length <= MOST_EXCEPTIONS
    ? `everywhere but at ${missed
        .map(({ id }) => `\`${id}\``)
        .toSorted()
        .join(', ')}`
    : 'where a question answers it';
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
  const ready = sorted.filter(([id]) => READY.test(id));
  const answers = ready.map(([, row]) => answersOf(row));
  const common = answers[0]?.filter((name) => answers.every((own) => own.includes(name))) ?? [];
  return [
    '| state | asks | and answers itself |',
    '|---|---|---|',
    ...sorted.filter(([id]) => !READY.test(id)).map(([id, row]) => tableRow(id, row, answersOf(row))),
    '',
    `The questions whether they are ready for a step all answer ${common.join(', ')}.`,
    '',
    '| state | asks | and answers besides |',
    '|---|---|---|',
    ...ready.map(([id, row]) =>
      tableRow(
        id,
        row,
        answersOf(row).filter((name) => !common.includes(name)),
      ),
    ),
  ];
}

function tableRow(id: string, { state, question, where }: Row, answers: readonly string[]): string {
  const asks = unescapeSsml(english.wording.words(question, 0));
  const among = where.size > 0 ? ` (${[...where].toSorted().join(', ')})` : '';
  const talking = questionIn(state)?.talking === true ? ' *(talking)*' : '';
  return `| \`${id}\`${among}${talking} | ${asks} | ${answers.join(', ')} |`;
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
  const general = (place?.[2] ?? id).replace(/\.(\d+|[ab])(?=[.@]|$)/g, '');
  const kind = { id: general, exercise: place?.[1] ?? null };
  kinds.set(id, kind);
  return kind;
}

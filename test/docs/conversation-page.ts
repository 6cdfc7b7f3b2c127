/** docs/conversation.md, made from the code: every exercise with its steps and times, every state with its phrases. */
import { isDeepStrictEqual } from 'node:util';
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
import { unescapeSsml } from '../../lambda/speech/sound.ts';
import { hear } from '../interaction-models/hear.ts';
import { english } from '../skill.ts';
import { idOf } from '../walk/checks/check.ts';
import { contextAt, OVER } from '../walk/surroundings.ts';
import type { Met } from '../walk/walk.ts';

/** What is tried in every state: one phrase for each thing that can be meant. */
const PHRASES: readonly string[] = [
  'yes',
  'no',
  'next',
  "we're done",
  'skip',
  'one more minute',
  'resume',
  'pause',
  'repeat',
  'where are we',
  'how long left',
  'start over',
  'help',
  'support',
  'stop',
  'rather not',
  "i'm Ana",
  'i appreciate the tea you made',
  'ten minutes',
  'good news',
  'a question about appreciation',
  'lighter',
  'she wants light i want deep',
  'Bo starts',
  'you choose',
  'another one',
  'something else',
  'tell us about listening',
  'a tip',
  'how are we doing',
  'change our names',
  'take that back',
  'say it differently',
  'play our weekly recap',
  'read mine',
  'remind us every sunday at seven in the evening',
  'when is our reminder',
  'stop reminding us',
  'remember my voice',
  'what do you keep',
  'who can hear this',
  "don't save tonight",
  'start saving again',
  'forget what Bo said',
  'forget us',
  'send us our appreciations',
];

const WHO = { a: 'Ana', b: 'Bo' } as const;

interface Phrase {
  phrase: string;
  event: Event;
}

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
  return key.endsWith('-again');
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
    '## States',
    '',
    'What can be said everywhere, in any state:',
    '',
    `${everywhere().join(', ')}.`,
    '',
    'What means something of its own where it is said, after the question was asked. To anything else it says what can be',
    'answered. Only where two people may still be talking to each other, words that nobody understood give more quiet.',
    '',
    '| state | asks | and here can be said |',
    '|---|---|---|',
    ...tableRows(rows),
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
        `| \`${step.id}\` | ${step.kind} | ${'who' in step ? WHO[step.who] : 'both'} | ${lengths
          .map((minutes) => seconds(minutes, step))
          .join(' | ')} |`,
    ),
    '',
  ];
}

function inWords(lengths: readonly Minutes[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(lengths.map(String));
}

function phrases(): Phrase[] {
  return PHRASES.map((phrase) => {
    const { event } = hear(phrase);
    if (event.type === 'unclear') throw new Error(`"${phrase}" is not understood`);
    return { phrase, event };
  });
}

/** What no state answers for itself only because the whole conversation does. */
function everywhere(): string[] {
  const types: ReadonlySet<Event['type']> = new Set<Event['type']>([
    'pause',
    'repeat',
    'where',
    'time-left',
    'start-over',
    'help',
    'support',
    'stop',
    'more-time',
    'choose',
    'depth',
    'first',
    'learn',
    'tip',
    'progress',
    'rename',
    'appreciation',
    'take-back',
    'recap',
    'send',
    'kept',
    'who-hears',
    'dont-save',
    'save-again',
    'forget',
    'learn-voice',
    'remind',
    'when-reminded',
    'unremind',
  ]);
  return phrases().flatMap(({ phrase, event }) => (types.has(event.type) ? [`*${phrase}*`] : []));
}

/** One row for each kind of state: whose turn it is and which round make no difference to what can be said. */
function tableRows(rows: ReadonlyMap<string, Row>): string[] {
  const all = phrases();
  return [...rows]
    .toSorted(([one], [two]) => one.localeCompare(two, 'en'))
    .map(([id, { state, question, where }]) => {
      const asks = unescapeSsml(english.wording.words(question, 0));
      const said = all.filter(({ event }) => isAnsweredHere(state, event));
      const among = where.size > 0 ? ` (${[...where].toSorted().join(', ')})` : '';
      return `| \`${id}\`${among} | ${asks} | ${said.map(({ phrase }) => `*${phrase}*`).join(', ')} |`;
    });
}

/** Whether the step or the dialog that asked has an answer of its own, and not the one to words that mean nothing. */
function isAnsweredHere(state: State, event: Event): boolean {
  const answer = answerHere(state, event);
  if (answer === null || isMiss(answer)) return false;
  return !isDeepStrictEqual(answer, answerHere(state, { type: 'unclear' }));
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

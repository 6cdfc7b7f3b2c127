/** docs/conversation.md, made from the code: every exercise with its steps and times, every state with its phrases. */
import { eventOf } from '../../lambda/alexa/intents.ts';
import { stateId } from '../../lambda/conversation/dialogs/registry.ts';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import { kindOf } from '../../lambda/conversation/exercise/sequencer.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import type { ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';
import type { Minutes } from '../../lambda/conversation/model/household.ts';
import type { State } from '../../lambda/conversation/model/state.ts';
import type { Step } from '../../lambda/conversation/model/step.ts';
import { answeredHere } from '../../lambda/conversation/respond.ts';
import { unescapeSsml } from '../../lambda/speech/sound.ts';
import { understand } from '../../simulator/understanding/understand.ts';
import { asIntent } from '../alexa/understood.ts';
import { contextAt, everyReply } from '../conversation/every-state.ts';
import { english } from '../skill.ts';
import { model } from '../transcripts/transcript.ts';

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
const now = new Date('2026-11-22T19:00:00Z');

interface Phrase {
  phrase: string;
  event: Event;
}

/** The page as Markdown. */
export function conversationPage(): string {
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
    'What means something of its own where it is said, after the question was asked. Words that nobody understood mean',
    'that two people are still talking: they give more quiet, or the question again.',
    '',
    '| state | asks | and here can be said |',
    '|---|---|---|',
    ...stateRows(),
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
    const understood = understand(model, phrase, { now, strict: true });
    if (understood.match !== 'exact') throw new Error(`"${phrase}" is not in the interaction model`);
    return { phrase, event: eventOf(asIntent(understood), english.listener) };
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
function stateRows(): string[] {
  const rows = new Map<string, { asks: string; said: Set<string>; where: Set<string> }>();
  const all = phrases();
  for (const { reply } of everyReply()) {
    const { state, acts } = reply;
    const last = acts.at(-1);
    if (last?.do !== 'ask') continue;
    const { id, exercise } = kindOfState(state);
    const row = rows.get(id) ?? {
      asks: unescapeSsml(english.wording.words(last.line, 0)),
      said: new Set<string>(),
      where: new Set<string>(),
    };
    if (!rows.has(id)) {
      const context = contextAt({ step: null, quietLeft: 0, over: true });
      const answerTo = (event: Event): string => JSON.stringify(answeredHere(state, state, event, context));
      const asTalk = answerTo({ type: 'unclear' });
      for (const { phrase, event } of all)
        if (![JSON.stringify(null), asTalk].includes(answerTo(event))) row.said.add(`*${phrase}*`);
    }
    if (exercise !== null) row.where.add(exercise);
    rows.set(id, row);
  }
  return [...rows]
    .toSorted(([one], [two]) => one.localeCompare(two, 'en'))
    .map(([id, { asks, said, where }]) => {
      const among = where.size > 0 ? ` (${[...where].toSorted().join(', ')})` : '';
      return `| \`${id}\`${among} | ${asks} | ${[...said].join(', ')} |`;
    });
}

/** `check-in/talk.a` is a `talk` of the check-in; `listening/talk.b` is one of the listening exercise. */
function kindOfState(state: State): { id: string; exercise: string | null } {
  const id = stateId(state);
  const place = /^([a-z-]+)\/(.*)$/.exec(id);
  const general = (place?.[2] ?? id).replace(/\.(\d+|[ab])(?=[.@]|$)/g, '');
  return { id: general, exercise: place?.[1] ?? null };
}

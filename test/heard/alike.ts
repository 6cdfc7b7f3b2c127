/**
 * Which meanings do the same at a question, so that one heard for the other is no mistake. The table is strict: what the
 * skill answers is the same (a test compares its replies), or it is an answer that a host could give as well.
 */
import type { Moment } from '../../interaction-models/costs/examples.ts';

/** Meanings that do the same at some moments. */
export interface Alike {
  /** At these moments; absent for every moment. */
  at?: readonly Moment[];
  /** The name of a type of event, or `none`. */
  means: readonly string[];
  because: string;
}

/** Something else that may be understood of a meaning, but not the other way round. */
export interface AsWell {
  at?: readonly Moment[];
  means: string;
  heard: readonly string[];
  because: string;
}

const DOORS = ['arrive', 'ready', 'question-end'] as const satisfies Moment[];
const TURNS = ['talk-end', 'more-end'] as const satisfies Moment[];
const GOT_IT = ['get-it', 'say-back-end'] as const satisfies Moment[];
const NAMES = ['names.a', 'names.b'] as const satisfies Moment[];

/** The reply of the skill is the same. */
export const SAME: readonly Alike[] = [
  { at: ['welcome', 'paused', ...DOORS], means: ['yes', 'next', 'resume'], because: 'All of them go on.' },
  { at: ['carry-on'], means: ['yes', 'next', 'resume'], because: 'All of them carry on from there.' },
  {
    at: ['fresh'],
    means: ['yes', 'next', 'start-over', 'choose'],
    because: 'All of them begin a fresh one.',
  },
  { at: TURNS, means: ['yes', 'done', 'next'], because: 'They have finished.' },
  { at: TURNS, means: ['no', 'not-quite', 'resume', 'another'], because: 'They get one more minute.' },
  { at: TURNS, means: ['skip', 'rather-not'], because: 'The turn goes to the other one.' },
  { at: ['mid-talk'], means: ['next', 'done'], because: 'The turn to talk is over.' },
  { at: GOT_IT, means: ['yes', 'done', 'next'], because: 'It was said back: they go on.' },
  { at: GOT_IT, means: ['no', 'not-quite', 'reword'], because: 'It is said back once more.' },
  { at: DOORS, means: ['no', 'not-quite'], because: 'They are not ready yet: it waits, and asks again.' },
  { at: DOORS, means: ['skip', 'rather-not'], because: 'The part is left out.' },
  { at: ['welcome'], means: ['no', 'skip'], because: 'They do not begin.' },
  { at: ['welcome', 'who-starts'], means: ['first', 'names'], because: 'The one who is named starts.' },
  {
    at: ['carry-on', 'fresh'],
    means: ['no', 'skip', 'rather-not'],
    because: 'They are asked for the other one.',
  },
  { at: ['another'], means: ['yes', 'next', 'resume', 'another'], because: 'There is another question.' },
  { at: ['another'], means: ['no', 'done', 'rather-not'], because: 'That was enough.' },
  { at: ['menu'], means: ['yes', 'choose'], because: 'The check-in that was offered begins.' },
  { at: ['menu'], means: ['menu', 'another', 'next', 'skip'], because: 'There are more to choose from.' },
  { at: ['menu'], means: ['no', 'done', 'rather-not'], because: 'They choose none.' },
  { at: NAMES, means: ['no', 'skip', 'rather-not', 'reluctant'], because: 'No name is taken.' },
  { at: ['consent'], means: ['yes', 'keep-it'], because: 'Asked whether to remember, to keep it is a yes.' },
  {
    at: ['consent'],
    means: ['no', 'skip', 'rather-not', 'delete-it', 'reluctant'],
    because: 'Nothing is remembered.',
  },
  {
    at: ['keep-what'],
    means: ['no', 'next', 'done', 'skip', 'rather-not', 'reluctant'],
    because: 'No sentence is kept.',
  },
  { at: ['confirm'], means: ['yes', 'keep-it'], because: 'It is kept.' },
  { at: ['confirm'], means: ['delete-it', 'skip', 'rather-not', 'take-back'], because: 'It is dropped.' },
  { at: ['confirm'], means: ['no', 'reword'], because: 'They may say it in other words.' },
  { at: ['who-said'], means: ['first', 'names'], because: 'The one who is named said it.' },
  { at: ['who-said'], means: ['skip', 'rather-not'], because: 'It is dropped.' },
  { at: ['recap-ask'], means: ['no', 'skip', 'done', 'rather-not'], because: 'It is read another time.' },
  { at: ['recap-more'], means: ['yes', 'next', 'resume'], because: 'It reads on.' },
  { at: ['recap-more'], means: ['no', 'done', 'skip', 'rather-not'], because: 'It stops reading.' },
  { at: ['remind-when'], means: ['no', 'done', 'skip', 'rather-not'], because: 'No reminder is set.' },
  { at: ['remind-sure'], means: ['yes', 'next'], because: 'The reminder is set.' },
  {
    at: ['remind-sure'],
    means: ['done', 'skip', 'rather-not', 'unremind'],
    because: 'No reminder is set.',
  },
  { at: ['forget', 'take-back'], means: ['yes', 'delete-it'], because: 'It is deleted.' },
  {
    at: ['forget', 'take-back'],
    means: ['no', 'keep-it', 'done', 'skip', 'rather-not', 'resume'],
    because: 'Nothing is deleted.',
  },
  { at: ['paused'], means: ['no', 'pause', 'more-time', 'interrupted'], because: 'The pause goes on.' },
  { at: ['support'], means: ['yes', 'repeat', 'slower'], because: 'The numbers are said again, slowly.' },
  {
    at: ['support'],
    means: ['no', 'next', 'done', 'skip', 'rather-not', 'thanks'],
    because: 'They have heard enough.',
  },
  { at: ['who-starts'], means: ['no', 'skip', 'rather-not'], because: 'It stays as planned.' },
  { at: ['start-over'], means: ['yes', 'delete-it'], because: 'This one is left for the other.' },
  {
    at: ['start-over'],
    means: ['no', 'skip', 'keep-it', 'done', 'resume', 'rather-not'],
    because: 'They stay in this one.',
  },
  {
    at: ['cold'],
    means: ['yes', 'next', 'resume', 'repeat', 'where', 'time-left', 'more-time', 'pause', 'interrupted'],
    because: 'Nothing is under way yet, so that the welcome is the answer.',
  },
];

/** The reply is another one, but a host could give it as well. */
export const AS_WELL: readonly AsWell[] = [
  { means: 'pause', heard: ['interrupted'], because: 'It waits either way, in other words.' },
  { means: 'interrupted', heard: ['pause'], because: 'It waits either way, in other words.' },
  ...['no', 'not-quite', 'resume', 'another'].map(
    (means): AsWell => ({
      at: TURNS,
      means,
      heard: ['more-time'],
      because: 'They get a minute either way.',
    }),
  ),
  {
    at: TURNS,
    means: 'more-time',
    heard: ['no', 'not-quite', 'resume', 'another'],
    because: 'They get a minute either way.',
  },
  ...['no', 'not-quite'].map(
    (means): AsWell => ({
      at: DOORS,
      means,
      heard: ['more-time'],
      because: 'They get a little longer either way.',
    }),
  ),
  {
    at: DOORS,
    means: 'more-time',
    heard: ['no', 'not-quite'],
    because: 'They get a little longer either way.',
  },
  {
    at: ['question-end'],
    means: 'done',
    heard: ['yes', 'next', 'resume'],
    because: 'Asked whether to go on, those who are done go on.',
  },
  {
    at: ['another'],
    means: 'skip',
    heard: ['no', 'done', 'rather-not'],
    because: 'Asked for one more question, to skip it is a no.',
  },
  {
    at: ['confirm'],
    means: 'no',
    heard: ['delete-it', 'skip', 'rather-not', 'take-back'],
    because: 'It is not kept either way.',
  },
  {
    at: ['recap-ask'],
    means: 'next',
    heard: ['yes'],
    because: 'Asked whether to read them, to go ahead is a yes.',
  },
  {
    at: ['recap-ask', 'forget', 'take-back'],
    means: 'not-quite',
    heard: ['no'],
    because: 'What is not wanted yet is left for now.',
  },
  ...['yes', 'next', 'resume'].map(
    (means): AsWell => ({
      at: ['recap-more'],
      means,
      heard: ['another'],
      because: 'It reads on, one at a time.',
    }),
  ),
  { at: ['recap-more'], means: 'another', heard: ['yes', 'next', 'resume'], because: 'It reads on.' },
  {
    at: ['paused'],
    means: 'not-quite',
    heard: ['no', 'pause', 'more-time', 'interrupted'],
    because: 'The pause goes on, for longer.',
  },
  ...['no', 'pause', 'more-time', 'interrupted'].map(
    (means): AsWell => ({
      at: ['paused'],
      means,
      heard: ['not-quite'],
      because: 'The pause goes on, and it asks again sooner.',
    }),
  ),
  {
    at: ['start-over'],
    means: 'start-over',
    heard: ['yes', 'delete-it'],
    because: 'Asked whether to leave this one, to start over is a yes.',
  },
  {
    at: ['start-over'],
    means: 'choose',
    heard: ['yes', 'delete-it'],
    because: 'To name the exercise that was offered is a yes.',
  },
  {
    at: ['remind-sure'],
    means: 'no',
    heard: ['done', 'skip', 'rather-not'],
    because: 'The reminder is not set either way.',
  },
  {
    at: ['remind-sure'],
    means: 'not-quite',
    heard: ['no'],
    because: 'It asks what the day and the time should be.',
  },
  {
    at: ['remind-when'],
    means: 'unremind',
    heard: ['no', 'done', 'skip', 'rather-not'],
    because: 'No reminder is set.',
  },
];

const isAt = ({ at }: { at?: readonly Moment[] }, moment: Moment): boolean => at?.includes(moment) ?? true;

/** Whether the table says that the reply to both is the same at a moment. */
export function isSame(moment: Moment, means: string, heard: string): boolean {
  return SAME.some((one) => isAt(one, moment) && one.means.includes(means) && one.means.includes(heard));
}

/** Whether the table says that what was heard is answered as a host could answer what was meant. */
export function isAsWell(moment: Moment, means: string, heard: string): boolean {
  return AS_WELL.some((one) => isAt(one, moment) && one.means === means && one.heard.includes(heard));
}

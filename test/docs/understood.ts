/** What the skill understands, by what it means: a plain name and an example of each, for docs/conversation.md. */
import { MEANINGS, type Meaning } from '../../lambda/content/phrases.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { eventFor, type Values } from '../../lambda/understanding/meanings.ts';

/** Something that can be meant. */
export interface Understood {
  meaning: Meaning;
  /** Its name on the page. */
  name: string;
  example: string;
  event: Event;
}

type Entry = readonly [meaning: Meaning, name: string, example: string, values?: Values];

/** All that can be meant, by what it is about. A meaning with values can have several entries. */
const ENTRIES: Readonly<Record<string, readonly Entry[]>> = {
  'An answer': [
    ['yes', 'yes', 'yes we are'],
    ['no', 'no', 'no thanks'],
    ['not-quite', 'not quite', 'not yet'],
    ['done', 'done', "we're done"],
    ['next', 'next', "let's move on"],
    ['skip', 'skip', 'skip this one'],
    ['rather-not', 'rather not', "I'd rather not say"],
    ['keep-it', 'keep it', 'keep it'],
    ['delete-it', 'delete it', 'delete it'],
    ['names', 'a name', "I'm Ana", { name: 'Ana' }],
    ['it-is-me', "it's me", "it's me"],
  ],
  'The exercise under way': [
    ['more-time', 'more time', 'one more minute'],
    ['pause', 'a pause', 'give us a moment'],
    ['long-pause', 'a long pause', 'pause for half an hour'],
    ['interrupted', 'interrupted', 'the baby is crying'],
    ['resume', 'go on', "let's carry on"],
    ['repeat', 'again', 'say that again'],
    ['where', 'where they are', 'where are we'],
    ['time-left', 'the time left', 'how long left'],
    ['slower', 'slower', 'slower please'],
    ['chimes-off', 'no chimes', 'no chimes please'],
    ['chimes-on', 'the chimes again', 'chimes on'],
    ['faster', 'the usual pace', 'normal speed'],
    ['shorter', 'shorter', 'make it shorter'],
    ['louder', 'louder', 'a bit louder'],
    ['help', 'help', 'what can we say'],
    ['start-over', 'start over', 'start over'],
    ['stop', 'stop', "let's stop here"],
    ['thanks', 'thanks', 'thanks that was nice'],
  ],
  'What to do': [
    ['choose', 'an exercise', "let's do good news", { exercise: 'good-news' }],
    ['choose', 'a length', 'ten minutes', { minutes: '10' }],
    ['usual', 'usual length', 'always ten minutes', { minutes: '10' }],
    ['choose', 'a theme', 'a question about appreciation', { exercise: 'questions', theme: 'appreciation' }],
    ['depth', 'how deep', 'something lighter', { depth: 'lighter' }],
    ['depth', 'two depths', 'she wants light I want deep', { depth: 'light', otherDepth: 'deep' }],
    ['depth', 'with company', 'people are here', { depth: 'company' }],
    ['path', 'the path', 'start the path'],
    ['leave-path', 'no path', 'leave the path'],
    ['first', 'who starts', 'Bo starts', { name: 'Bo' }],
    ['you-choose', 'you choose', 'you choose'],
    ['another', 'another one', 'another one'],
    ['menu', 'something else', 'something else'],
  ],
  'About it': [
    ['learn', 'what something is', 'tell us about listening', { subject: 'listening' }],
    ['why', 'why', 'why do we do this'],
    ['tip', 'a tip', 'a tip'],
    ['progress', 'progress', 'how are we doing'],
  ],
  Appreciations: [
    ['appreciation', 'an appreciation', 'I have an appreciation'],
    ['take-back', 'take it back', 'take that back'],
    ['reword', 'say it differently', 'let me say it differently'],
    ['keep-question', 'own question', 'keep a question for us'],
    ['own-question', 'one of ours', 'one of ours'],
    ['recap', "the week's", 'play our weekly recap'],
    ['recap-by-name', 'what one said', 'what did Bo say', { name: 'Bo' }],
    ['recap-for-me', 'those for me', 'read mine'],
    ['recap-by-me', 'what I said', 'what did I say'],
    ['send', 'a card', 'send us our appreciations'],
  ],
  'What is heard and kept': [
    ['kept', 'what is kept', 'what do you keep'],
    ['how-long', 'how long', 'how long do you keep that'],
    ['who-hears', 'who hears it', 'who can hear this'],
    ['listening', 'listening', 'are you listening'],
    ['what-heard', 'what it heard', 'what did you hear'],
    ['dont-save', "don't save", "don't save tonight"],
    ['save-again', 'save again', 'start saving again'],
    ['forget-us', 'forget everything', 'forget us'],
    ['forget-me', 'forget me', 'forget me'],
    ['forget-person', 'forget a person', 'forget Bo', { name: 'Bo' }],
    ['forget-said', 'forget words', 'forget what Bo said', { name: 'Bo' }],
    ['forget-said-by-me', 'forget my words', 'forget what I said'],
    ['rename', 'another name', 'change Bo to Bob', { name: 'Bo', other: 'Bob' }],
    ['learn-voice', 'know a voice', 'remember my voice'],
    ['forget-my-voice', 'forget a voice', 'forget my voice'],
  ],
  Reminders: [
    [
      'remind',
      'a reminder',
      'remind us every sunday at seven in the evening',
      { day: 'sunday', time: '19:00' },
    ],
    ['remind-every-day', 'one every day', 'remind us every day at nine', { time: '21:00' }],
    ['when-reminded', 'when it is', 'when is our reminder'],
    ['unremind', 'no reminder', 'stop reminding us'],
  ],
  'Hard moments': [
    ['time-out', 'a time-out', 'we need a time out'],
    ['alone', 'alone', "she's gone upstairs"],
    ['distress', 'too much', "I can't stop crying"],
    ['reluctant', 'reluctant', 'do we have to do this'],
    ['contempt', 'a hurtful tone', 'be nice to me'],
    ['judge', 'who is right', "who's right"],
    ['parting', 'they parted', 'we broke up'],
    ['support', 'support', 'support'],
    ['counsel', 'a counselor', 'we need a therapist'],
    ['support-details', 'who answers there', 'who picks up when I call'],
    ['support-by-text', 'help by text', 'can I text somebody instead'],
    ['off-topic', 'off topic', "what's the weather"],
  ],
};

/** All that can be meant, by what it is about. */
export const UNDERSTOOD: ReadonlyMap<string, readonly Understood[]> = new Map(
  Object.entries(ENTRIES).map(([about, entries]) => [about, entries.map(understood)]),
);

/** The meanings that the page would not show. */
export function meaningsLeftOut(): Meaning[] {
  const shown = new Set([...UNDERSTOOD.values()].flat().map(({ meaning }) => meaning));
  return MEANINGS.filter((meaning) => !shown.has(meaning));
}

function understood([meaning, name, example, values = {}]: Entry): Understood {
  const event = eventFor(meaning, values);
  if (event === null) throw new RangeError(`"${name}" needs values.`);
  return { meaning, name, example, event };
}

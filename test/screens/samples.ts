/** What a reply can show, at its shortest and at its longest, for every kind of screen. */

/** `payload.screen`, as the document reads it. */
export interface ScreenData {
  readonly kind: 'words' | 'turn' | 'list' | 'rest' | 'support';
  readonly heading: string;
  readonly text: string;
  readonly items: readonly string[];
  readonly seconds: number;
  readonly after: number;
  readonly choices: Choices;
  readonly choicesAfter: Choices;
  readonly leaves: number;
}

type Choices = readonly { readonly id: string; readonly label: string }[];

const NOTHING: ScreenData = {
  kind: 'words',
  heading: '',
  text: '',
  items: [],
  seconds: 0,
  after: 0,
  choices: [],
  choicesAfter: [],
  leaves: 0,
};

const choices = (...labels: string[]): ScreenData['choices'] =>
  labels.map((label) => ({ id: label.toLowerCase().replace(/[^a-z]+/gu, '-'), label }));

/** About 200 characters. */
const LONG_QUESTION =
  'When you think about the last few weeks, which small moment between the two of you would you most like to have once more, and what was it in that moment that made you feel so close and so much at home?';

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** About 220 characters, and its number. */
const longItem = (number: string) =>
  `Ana: Thank you for soup number ${number} on Tuesday, when everything had gone wrong at work and I came home late and did not want to talk to anybody; you put it on the table, sat down with me, and asked nothing at all.`;

/** 24 characters each, the longest that a label is. */
const LONG_CHOICES = choices(
  'Done with this question.',
  'Another question, please',
  'Not tonight, I thank you',
  'Something else, entirely',
);

const LONG_NAME = 'Wilhelmina-Josephine’s turn';

export const SAMPLES: Readonly<Record<string, ScreenData>> = {
  'a question': { ...NOTHING, text: 'Did Bo get it?', choices: choices('Yes', 'Not quite') },
  'a question with a heading': {
    ...NOTHING,
    heading: 'Together',
    text: 'What has been on your mind this week?',
    choices: choices('Another one', 'Skip'),
  },
  'a sentence alone': { ...NOTHING, text: 'Hi.' },
  'the longest question': {
    ...NOTHING,
    heading: 'A question for both of you tonight',
    text: LONG_QUESTION,
    choices: LONG_CHOICES,
  },
  'a turn': {
    ...NOTHING,
    kind: 'turn',
    heading: 'Ana’s turn',
    text: 'What has been on your mind this week?',
    seconds: 60,
    after: 8,
    choices: choices('Done', 'More time', 'Pause'),
    choicesAfter: choices('Yes', 'Not quite'),
  },
  'a turn without a question': { ...NOTHING, kind: 'turn', heading: 'Bo’s turn', seconds: 1, after: 0 },
  'the longest turn': {
    ...NOTHING,
    kind: 'turn',
    heading: LONG_NAME,
    text: LONG_QUESTION,
    seconds: 180,
    after: 30,
    choices: LONG_CHOICES,
    choicesAfter: LONG_CHOICES,
  },
  'a turn in other scripts': {
    ...NOTHING,
    kind: 'turn',
    heading: 'Łukasz-Željko’s turn',
    text: '¿Qué te hizo reír, señora Ünal? Ελένη, Жанна & 李小龍 🙂',
    seconds: 60,
    after: 8,
    choices: choices('Done', 'More time'),
  },
  'an empty list': { ...NOTHING, kind: 'list', heading: 'This week', choices: choices('Done') },
  'a short list': {
    ...NOTHING,
    kind: 'list',
    heading: 'This week',
    text: 'Should I read them again?',
    items: [
      'Ana: You got up first with the baby, and I could sleep.',
      'Bo: You asked how my day was, and you really wanted to know.',
    ],
    choices: choices('Again', 'Done'),
  },
  'the longest list': {
    ...NOTHING,
    kind: 'list',
    heading: 'What you two said this week',
    text: LONG_QUESTION,
    items: NUMBERS.map(longItem),
    choices: LONG_CHOICES,
  },
  'the last list': {
    ...NOTHING,
    kind: 'list',
    heading: 'This week',
    items: ['Ana: You got up first with the baby, and I could sleep.'],
    leaves: 40,
  },
  'time together': {
    ...NOTHING,
    kind: 'rest',
    heading: 'Time together',
    text: 'Nothing to do. Nothing to say.',
    seconds: 120,
    after: 10,
    choices: choices('Stop'),
  },
  'the longest time together': {
    ...NOTHING,
    kind: 'rest',
    heading: 'Time for the two of you together',
    text: LONG_QUESTION,
    seconds: 180,
    after: 30,
    choices: LONG_CHOICES,
  },
  support: { ...NOTHING, kind: 'support', heading: 'Support is here.', choices: choices('Again', 'Stop') },
  'support without choices': { ...NOTHING, kind: 'support', heading: 'Support is here.' },
};

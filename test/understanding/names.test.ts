import { describe, expect, it } from 'vitest';
import { heardIn, type Moment } from '../../interaction-models/costs/examples.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { createNames } from '../../lambda/understanding/names.ts';
import { english } from '../skill.ts';

const { phrasebook, isOrdinary } = createClues(enUS.hearing.phrases);
const names = createNames(enUS.hearing.names, phrasebook.normalise, isOrdinary, phrasebook.isSample);
const namesIn = (said: string) => {
  const found = names.all(phrasebook.normalise(said));
  return found === null ? null : found.other === null ? found.name : [found.name, found.other];
};

describe('the answer to a question for a name', () => {
  it.each([
    ['Ana', 'Ana'],
    ['um, Ana please', 'Ana'],
    ["hi, I'm Ana", 'Ana'],
    ['you can call me Bo', 'Bo'],
    ['well, it would be Zoë', 'Zoë'],
    ['Mary Ann', 'Mary Ann'],
    ['A.J.', 'A.J.'],
    ['D’Arcy', 'D’Arcy'],
    ['小明', '小明'],
  ])('"%s" is %s: words around a name are no part of it', (said, name) => {
    expect(namesIn(said)).toBe(name);
  });

  it.each(['Rose', 'Will', 'Hope', 'Art'])('"%s" is a name, though it is a word too', (name) => {
    expect(namesIn(name)).toBe(name);
  });

  it.each([
    ['Ana and Bo', ['Ana', 'Bo']],
    ['Ana & Bo', ['Ana', 'Bo']],
    ['we are Ana and Bo', ['Ana', 'Bo']],
    ["I'm Ana and this is Bo", ['Ana', 'Bo']],
    ['Mary Ann and Bo', ['Mary Ann', 'Bo']],
    ["Jay and his girlfriend's called Tasha", ['Jay', 'Tasha']],
    ['Shaz, and this miserable sod is Kev', ['Shaz', 'Kev']],
    ['I am Priya, he is Arjun', ['Priya', 'Arjun']],
    ['my fella says call him Gaz, I am Trish', ['Gaz', 'Trish']],
  ])('"%s" is two names', (said, both) => {
    expect(namesIn(said)).toEqual(both);
  });

  it.each([
    ["no it's not Anna, it's Hannah", 'Hannah'],
    ["it's Ruben, but everybody says Benno", 'Benno'],
  ])('"%s" is the last one: what is corrected is no name', (said, name) => {
    expect(namesIn(said)).toBe(name);
  });

  it.each([
    ["and this is my husband Dan he's shy", 'Dan'],
    ["I'm Dan, she's tired", 'Dan'],
    ['tell it your name, she is shy, Sunita', 'Sunita'],
    ['Harold. HAROLD', 'Harold'],
    ['jo jo', 'jo jo'],
    ["it's Bo, B O", 'Bo'],
    ['Bobo... no, Bo', 'Bo'],
    ['Lottie short for Charlotte', 'Lottie'],
  ])('"%s" is %s: what is said about somebody is no name', (said, name) => {
    expect(namesIn(said)).toBe(name);
  });

  it.each([
    ['Josh J O S H', 'Josh'],
    ['J O S H Josh', 'Josh'],
    ['Ana with an H', 'Ana'],
  ])('"%s" is %s: letters say how it is written', (said, name) => {
    expect(namesIn(said)).toBe(name);
  });

  it.each(['me', 'nobody', 'the dog', 'my wife', "I don't want to say", "I don't know", ''])(
    '"%s" is no name',
    (said) => {
      expect(namesIn(said)).toBeNull();
    },
  );

  it.each(['no name', 'no names', "I'd rather not say"])('"%s" is that they would rather not', (said) => {
    for (const moment of ['names.a', 'names.b'] as const)
      expect(english.listener.understand(said, heardIn(moment)).event).toEqual({ type: 'rather-not' });
  });
});

/** What steers the skill, and may be said at any question. */
const COMMANDS = [
  'stop',
  'pause',
  'hold on',
  'resume',
  'continue',
  'repeat that',
  'say that again',
  'help',
  'support',
  'skip',
  'skip this',
  'next',
  'start over',
  'where are we',
  'how long left',
  'more time',
  'slower',
  'louder',
  'menu',
  'something else',
  'forget us',
  'delete everything',
  'take that back',
  "don't save tonight",
  'what do you keep',
  'who can hear this',
  'stop reminding us',
  'rather not',
];
/** Words around it that change nothing. */
const POLITE = [
  'please',
  'kindly',
  'alexa',
  'okay',
  'well',
  'so',
  'hey',
  'hello',
  'yeah',
  'yes',
  'just',
  'now',
  'actually',
  'sorry',
  'honey',
  'darling',
  'mate',
  'um',
  'thank you',
  'thanks',
  'can you',
  'could you',
  'would you',
  'can we',
  'i would like to',
  'let us',
  'if you can',
  'for now',
  'again',
];

describe('a command at a question for a name', () => {
  const isName = (words: string, moment: Moment): boolean =>
    english.listener.understand(words, heardIn(moment)).event.type === 'names';

  it.each(COMMANDS)('"%s" is no name, whatever polite words are before and behind it', (command) => {
    const around = [...POLITE, ''].flatMap((before) =>
      [...POLITE, ''].map((behind) => `${before} ${command} ${behind}`.trim()),
    );
    expect(around.filter((words) => isName(words, 'names.a'))).toEqual([]);
    const beside = POLITE.flatMap((word) => [`${word}, ${command}.`, `${command}, ${word}.`]);
    for (const moment of ['names.a', 'names.b', 'who-said'] as const)
      expect(beside.filter((words) => isName(words, moment))).toEqual([]);
  });
});

describe('a name among other talk', () => {
  const among = (said: string) => names.among(phrasebook.normalise(said));

  it.each([
    ["go to bed, darling. It's Nigel", 'Nigel'],
    ['Teddy', 'Teddy'],
  ])('in "%s" is %s', (said, name) => {
    expect(among(said)).toBe(name);
  });

  it.each(["it's raining again", 'tell Grandma the food is here', 'did Nigel lock the car'])(
    'is not in "%s"',
    (said) => {
      expect(among(said)).toBeNull();
    },
  );
});

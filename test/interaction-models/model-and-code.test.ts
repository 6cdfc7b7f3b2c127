import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../lambda/alexa/intents.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { parseInvocation } from '../../simulator/understanding/invocation.ts';
import { asNames } from '../alexa/decoded.ts';
import { model } from '../model.ts';
import { hear, hearAt, readAt } from './hear.ts';
import { ANSWERS, ONE_SHOTS, SAID, STILL_TALKING, WHO_IS_IT_FROM } from './said.ts';

const languageModel = model.interactionModel.languageModel;

describe('The interaction model and the code hold together:', () => {
  it('every intent of the model is handled, and every handled intent is in the model', () => {
    expect(INTENTS.toSorted()).toEqual(languageModel.intents.map(({ name }) => name).sort());
  });

  it('"Alexa, start our check-in" opens the skill, as do the other ways to say it', () => {
    for (const words of ['start our check-in', 'open our checkin', 'start our check in', 'our checkin'])
      expect(parseInvocation(languageModel.invocationName, words), words).toEqual({ kind: 'launch' });
  });

  it('no sample belongs to two intents', () => {
    const samples = languageModel.intents.flatMap((intent) => intent.samples ?? []);
    expect(samples.filter((sample, index) => samples.indexOf(sample) !== index)).toEqual([]);
  });

  it('every sample means the same if it arrives as words, for that is how answers arrive', () => {
    const spoken = languageModel.intents.flatMap(({ name, samples = [] }) =>
      name === 'UtteranceIntent' ? [] : samples.map((sample) => ({ name, words: filled(sample) })),
    );
    expect(spoken.length).toBeGreaterThan(1_000);
    const different = spoken.flatMap(({ name, words }) => {
      const { intent, event } = hear(words);
      const read = readAt('cold', words);
      // Some words fill a slot with a value that is not in its list. The words of the slots alone are read then.
      // A sentence that begins with a name is the appreciation itself. The intent passes on the name alone.
      const wordless = read.type === 'appreciation' && read.text === words ? { ...read, text: '' } : read;
      const isSame =
        intent === name && (event.type === 'unclear' || isDeepStrictEqual(withoutDoubt(wordless), event));
      return isSame ? [] : [words];
    });
    expect(different.filter((words) => !(words in DIFFERENT))).toEqual([]);
    expect(Object.keys(DIFFERENT).filter((words) => !different.includes(words))).toEqual([]);
  });

  it.each(SAID)('%j is %j', (words, event) => {
    expect(hear(words).event).toEqual(event);
    expect(readAt('cold', words)).toEqual(event);
  });

  it.each(ONE_SHOTS)('"Alexa, %s" is %j', (words, event) => {
    const invocation = parseInvocation(languageModel.invocationName, words);
    const utterance = invocation?.kind === 'one-shot' ? invocation.utterance : '';
    expect(hear(utterance).event).toEqual(event);
    expect(readAt('cold', utterance)).toEqual(event);
  });

  it.each(WHO_IS_IT_FROM)('"Who is that from?" "%s" is %j', (words, event) => {
    expect(asNames(hearAt('who-said', words))).toEqual(event);
    expect(asNames(readAt('who-said', words))).toEqual(event);
  });

  it.each(ANSWERS)('at %s, "%s" is %j', (moment, words, event) => {
    expect(hearAt(moment, words)).toEqual(event);
    expect(readAt(moment, words)).toEqual(event);
  });

  it.each(STILL_TALKING)('%j, said to one another at the end of a talk, is no command', (words) => {
    expect(hearAt('talk-end', words)).toEqual({ type: 'unclear' });
  });

  it.each([
    ['SelfHarmIntent', 'self-harm'],
    ['UnsafeIntent', 'unsafe'],
    ['EmergencyIntent', 'emergency'],
  ])('every cry for help of %s is heard in words too', (intent, about) => {
    const samples = samplesOf(intent);
    expect(samples.length).toBeGreaterThan(5);
    for (const sample of samples)
      for (const words of [sample, `Well, ${sample}.`])
        expect([words, withoutDoubt(readAt('keep-what', words))]).toEqual([
          words,
          { type: 'support', about },
        ]);
  });
});

/** A danger in doubt is answered with the same words. */
function withoutDoubt(event: Event): Event {
  return event.type === 'support' ? { type: 'support', about: event.about } : event;
}

function samplesOf(intent: string): string[] {
  const samples = languageModel.intents.find(({ name }) => name === intent)?.samples ?? [];
  return samples.filter((sample) => !sample.includes('{'));
}

/** Samples that mean something else if they arrive as words, and why. */
const DIFFERENT: Readonly<Record<string, string>> = {
  'ask us a light listening exercise about gratitude':
    'as an intent it has "light listening exercise" for an exercise, and the words between its slots are not sent',
  'cancel the check in': 'Alexa keeps these words for its own intent; as words they answer what was asked',
  "don't keep this":
    'said of a sentence it deletes that, and of the evening it keeps nothing: the question decides',
};

/** A value for each slot of the samples. */
const VALUES: Readonly<Record<string, string>> = {
  name: 'Ana',
  kept: 'question',
  other: 'Bo',
  forName: 'Bo',
  fromName: 'Ana',
  toName: 'Bo',
  exercise: 'listening exercise',
  minutes: 'ten',
  duration: 'two minutes',
  depth: 'light',
  otherDepth: 'deep',
  theme: 'gratitude',
  subject: 'trust',
  choice: 'topic',
  period: 'last week',
  day: 'sunday',
  time: 'seven p.m.',
  partner: 'other one',
};

/** A sample as it is said. */
function filled(sample: string): string {
  return sample.replace(
    /\{(\w+)\}/gu,
    (_, slot: string) => VALUES[slot] ?? expect.fail(`no value for ${slot}`),
  );
}

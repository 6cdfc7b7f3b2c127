import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { lintInteractionModel } from '../../interaction-models/linter/lint.ts';
import { validateAgainstSchema } from '../../interaction-models/linter/model-schema.ts';
import { intents } from '../../lambda/alexa/intents.ts';
import { contentFor } from '../../lambda/content/locales.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { parseInvocation } from '../../simulator/understanding/invocation.ts';
import { english } from '../skill.ts';
import { model } from '../transcripts/transcript.ts';
import { hear } from './hear.ts';
import { ONE_SHOTS, SAID, STILL_TALKING, WHO_IS_IT_FROM } from './said.ts';

const content = contentFor('en-US');
const languageModel = model.interactionModel.languageModel;

describe('The interaction model and the code hold together:', () => {
  it('the model breaks no rule of the linter, and fits the schema', () => {
    expect(lintInteractionModel(model, 'en-US')).toEqual([]);
    expect(validateAgainstSchema(model)).toEqual([]);
  });

  it('every intent of the model is handled, and every handled intent is in the model', () => {
    expect(Object.keys(intents).sort()).toEqual(languageModel.intents.map(({ name }) => name).sort());
  });

  it('"Alexa, start our check-in" opens the skill, as do the other ways to say it', () => {
    for (const words of ['start our check-in', 'open our checkin', 'start our check in', 'our checkin'])
      expect(parseInvocation(languageModel.invocationName, words), words).toEqual({ kind: 'launch' });
  });

  it('every appreciation is put together again with the words that stood before its slot', () => {
    const appreciation = languageModel.intents.find(({ name }) => name === 'AppreciationIntent');
    for (const { name } of appreciation?.slots ?? []) {
      if (['appreciation', 'fromName', 'toName'].includes(name)) continue;
      const carrier = content.hearing.carriers[name];
      expect(appreciation?.samples).toContain(`${carrier?.toLowerCase()} {${name}}`);
    }
  });

  it('every command that an elicited slot may catch means the same as in the model', () => {
    for (const phrase of Object.values(content.hearing.commands).flat()) {
      const { match, event } = hear(phrase);
      if (match === 'exact') expect(event, phrase).toEqual(english.listener.command(phrase));
    }
  });

  it('no phrase is two commands', () => {
    const phrases = Object.values(content.hearing.commands).flat();
    expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
  });

  it('every command of the model is heard in an elicited slot too, for a device may put it there', () => {
    const samples = commandSamples();
    expect(samples.length).toBeGreaterThan(1_000);
    const missed = samples.filter(
      ([sample, event]) => !isDeepStrictEqual(english.listener.command(sample), event),
    );
    expect(missed).toEqual([]);
  });

  it.each(SAID)('%j is %j', (words, event) => {
    expect(hear(words).event).toEqual(event);
  });

  it.each(ONE_SHOTS)('"Alexa, %s" is %j', (words, event) => {
    const invocation = parseInvocation(languageModel.invocationName, words);
    const utterance = invocation?.kind === 'one-shot' ? invocation.utterance : '';
    expect(hear(utterance).event).toEqual(event);
  });

  it.each(WHO_IS_IT_FROM)('"Who is that from?" "%s" is %j', (words, event) => {
    expect(hear(words, '@NamesIntent.name').event).toEqual(event);
  });

  it.each(STILL_TALKING)('%j, said to one another, is no command', (words) => {
    expect(hear(words, null, false).event).toEqual({ type: 'unclear' });
  });

  it.each([
    ['SelfHarmIntent', 'self-harm'],
    ['UnsafeIntent', 'unsafe'],
    ['EmergencyIntent', 'emergency'],
  ])('every cry for help of %s is heard in an elicited slot too', (intent, about) => {
    const samples = samplesOf(intent);
    expect(samples.length).toBeGreaterThan(5);
    for (const sample of samples)
      for (const words of [sample, `Well, ${sample}.`])
        expect([words, english.listener.concern(words)]).toEqual([words, { type: 'support', about }]);
  });
});

function samplesOf(intent: string): string[] {
  const samples = languageModel.intents.find(({ name }) => name === intent)?.samples ?? [];
  return samples.filter((sample) => !sample.includes('{'));
}

/** The samples without slots of the intents that are plain commands, with the event that each means. */
function commandSamples(): [sample: string, event: Event][] {
  const commands = Object.values(content.hearing.commands).map(([phrase = '']) =>
    english.listener.command(phrase),
  );
  return languageModel.intents.flatMap(({ name }) => {
    const event = intents[name]?.({}, english.listener);
    const plain = commands.some((command) => isDeepStrictEqual(command, event));
    return event !== undefined && plain
      ? samplesOf(name).map((sample): [string, Event] => [sample, event])
      : [];
  });
}

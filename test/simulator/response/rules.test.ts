import { describe, expect, test } from 'vitest';
import type { AnsweredRequest, RuleViolation } from '../../../simulator/response/rules.ts';
import { type Answer, chime, respond, silence, speech } from '../scripted-skill.ts';
import { asked, askFor, elicit, launch, ready, screen, times, unstated, violationsFor } from './checked.ts';

/** For each rule, a response that breaks this rule alone, and the sentence about it. */
const BREACHES: Readonly<
  Record<
    RuleViolation['rule'],
    { answer: Answer | Record<string, unknown>; to?: AnsweredRequest; sentence: string }
  >
> = {
  version: {
    answer: { ...respond({ say: 'Ready?' }), version: '2.0' },
    sentence: 'The response\'s version is "2.0" instead of "1.0".',
  },
  form: {
    answer: { ...respond({ say: 'Ready?' }), response: { ...ready, reprompt: 'Still there?' } },
    sentence: 'The reprompt is text instead of an object.',
  },
  size: {
    answer: { say: 'Ready?', attributes: { notes: times(120_000, 'x') } },
    sentence: 'The response has 120140 bytes, more than the 120000 allowed.',
  },
  speechLength: {
    answer: { ssml: `<speak>Ready${times(8000, ' ')}?</speak>` },
    sentence: 'The response has an outputSpeech of 8021 characters, more than the 8000 allowed.',
  },
  audioSeconds: {
    answer: { apla: [silence(240), speech('Done?')] },
    sentence: 'The response lasts about 240.7 s, longer than the 240 s allowed.',
  },
  audioTags: {
    answer: { ssml: `<speak>${times(6, '<audio src="soundbank://a"/>')}Ready?</speak>` },
    sentence: 'The response has 6 audio tags, more than the 5 allowed.',
  },
  aplaAudioFiles: {
    answer: { apla: [...Array.from({ length: 16 }, () => chime), speech('Done?')] },
    sentence: 'The response has 16 APLA audio files, more than the 15 allowed.',
  },
  marking: {
    answer: { ssml: '<speak>Ready?<blink/></speak>' },
    sentence: 'The SSML tag <blink> is not known to Alexa.',
  },
  sessionStated: {
    answer: { say: 'Hello.', end: undefined },
    sentence: unstated('the session ends'),
  },
  question: {
    answer: { say: 'Hello there.' },
    sentence: 'The microphone opens, but the last sentence is not a question.',
  },
  repromptQuestion: {
    answer: { say: 'Ready?', reprompt: 'Take your time.' },
    sentence: 'The microphone opens after the reprompt, but its last sentence is not a question.',
  },
  repromptHeard: {
    answer: { say: 'Bye.', end: true, reprompt: 'Still there?' },
    sentence: 'The response has a reprompt, but the microphone does not open.',
  },
  stopEnds: {
    answer: { say: 'Really?' },
    to: asked('AMAZON.StopIntent'),
    sentence: 'The response to AMAZON.StopIntent does not end the session.',
  },
  directivesKnown: {
    answer: { say: 'Ready?', directives: [{ type: 'Alexa.Dance' }] },
    sentence: 'The response has a directive of the unknown type "Alexa.Dance".',
  },
  directivesPlayed: {
    answer: { end: false, directives: [{ type: 'Hint' }], say: 'Ready?' },
    sentence: 'Hint is not simulated: what a device does with it is not played here.',
  },
  screenPresent: {
    answer: { say: 'Ready?', directives: [screen] },
    sentence:
      'The response has Alexa.Presentation.APL.RenderDocument for a device without Alexa.Presentation.APL.',
  },
  dialog: {
    answer: { say: 'Who?', directives: [elicit('NamesIntent', 'third')] },
    sentence: 'Dialog.ElicitSlot names NamesIntent.third, which is no slot of the intent.',
  },
  permissionRequest: {
    answer: { say: 'I can remind you.', end: false, directives: [askFor({})] },
    sentence:
      'A response with Connections.SendRequest sets shouldEndSession to false, but Alexa opens the microphone herself.',
  },
  card: {
    answer: { say: 'Ready?', card: { type: 'Picture' } },
    sentence: 'The response has a card of the unknown type "Picture".',
  },
  attributes: {
    answer: { say: 'Ready?', attributes: { since: new Date(0) } },
    sentence: 'The session attributes do not survive JSON: sessionAttributes.since is of class Date.',
  },
  unanswerable: {
    answer: { say: 'Bye.', end: true },
    to: { ...launch, type: 'SessionEndedRequest' },
    sentence: 'The response to SessionEndedRequest says or shows something.',
  },
};

describe('a response that breaks one rule has the violation of that rule alone', () => {
  test.each(Object.entries(BREACHES))('%s', (rule, { answer, to, sentence }) => {
    expect(violationsFor(answer, to)).toEqual([{ rule, sentence, refused: expect.any(Boolean) }]);
  });
});

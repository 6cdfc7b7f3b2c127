/** Responses of the scripted skill, and the rules of Alexa that they break. */
import { type AnsweredRequest, type RuleViolation, violationsIn } from '../../../simulator/response/rules.ts';
import { readResponse } from '../../../simulator/response/skill-response.ts';
import { type Answer, model, respond } from '../scripted-skill.ts';

export const launch: AnsweredRequest = {
  type: 'LaunchRequest',
  intent: null,
  interfaces: new Set(),
  model,
};
export const asked = (intent: string): AnsweredRequest => ({ ...launch, type: 'IntentRequest', intent });
export const elicit = (name: string, slotToElicit: string) => ({
  type: 'Dialog.ElicitSlot',
  slotToElicit,
  updatedIntent: { name, confirmationStatus: 'NONE' },
});

export const askFor = (payload: object, directive: object = {}) => ({
  type: 'Connections.SendRequest',
  name: 'AskFor',
  payload: {
    '@type': 'AskForPermissionsConsentRequest',
    '@version': '1',
    permissionScope: 'alexa::alerts:reminders:skill:readwrite',
    ...payload,
  },
  token: '',
  ...directive,
});

export const violationsFor = (
  answer: Answer | Record<string, unknown>,
  request = launch,
): RuleViolation[] => {
  const response = readResponse('version' in answer ? answer : respond(answer as Answer));
  if (response === null) throw new Error('The test has no response.');
  return violationsIn(response, request);
};
export const check = (answer: Answer | Record<string, unknown>, request = launch): string[] =>
  violationsFor(answer, request).map(({ sentence }) => sentence);

/** The `response` of a correct envelope. */
export const ready = { outputSpeech: { type: 'PlainText', text: 'Ready?' }, shouldEndSession: false };
export const times = (count: number, text: string) => Array.from({ length: count }, () => text).join('');
export const screen = {
  type: 'Alexa.Presentation.APL.RenderDocument',
  document: { type: 'APL', mainTemplate: {} },
};

/** What is said of a response without shouldEndSession, and what it does on this device. */
export const unstated = (here: string): string =>
  `The response does not set shouldEndSession. Without a screen the session ends; with one it stays open for 30 s, with the microphone closed, as long as the skill shows something. Here ${here}.`;

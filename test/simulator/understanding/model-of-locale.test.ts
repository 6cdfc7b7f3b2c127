import { describe, expect, it } from 'vitest';
import { modelOfLocale } from '../../../simulator/understanding/model-of-locale.ts';

describe('the interaction model of a locale', () => {
  it('is the one of the skill package', () => {
    expect(modelOfLocale('en-GB').interactionModel.languageModel.invocationName).toBe('our checkin');
  });

  it('is refused for a locale in which the skill is not offered, with the list of those in which it is', () => {
    expect(() => modelOfLocale('de-DE')).toThrowError(
      expect.objectContaining({
        code: 'bad-option',
        message: '--locale de-DE has no interaction model: there are en-US, en-CA, en-GB, en-AU, en-IN.',
      }),
    );
  });

  it.each([
    ['is not JSON', () => JSON.parse('{ not json'), /^The interaction model of en-US cannot be read: /u],
    [
      'is not a model',
      () => ({ interactionModel: { languageModel: { intents: 3 } } }),
      /^The interaction model of en-US has the wrong shape: /u,
    ],
  ])('is "model-unreadable", with the cause, if it %s', (_, load, message) => {
    expect(() => modelOfLocale('en-US', load)).toThrowError(
      expect.objectContaining({
        code: 'model-unreadable',
        message: expect.stringMatching(message),
        cause: expect.any(Error),
      }),
    );
  });
});

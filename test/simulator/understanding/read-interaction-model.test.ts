import { describe, expect, it } from 'vitest';
import { readInteractionModel } from '../../../simulator/interaction-model.ts';
import { modelOfLocale } from '../../../simulator/model-of-locale.ts';
import { MODEL_DATA } from './small-model.ts';

describe('reading an interaction model', () => {
  it('returns the model', () => {
    const model = readInteractionModel(() => MODEL_DATA, 'The model');
    expect(model.interactionModel.languageModel.invocationName).toBe('our checkin');
  });

  it.each([
    ['is not JSON', () => JSON.parse('{ not json'), /^The model cannot be read: /u],
    [
      'is another thing',
      () => ({ interactionModel: { languageModel: { intents: 3 } } }),
      /^The model has another shape: /u,
    ],
  ])('throws "model-unreadable" with its cause when it %s', (_, read, message) => {
    expect(() => readInteractionModel(read, 'The model')).toThrowError(
      expect.objectContaining({
        code: 'model-unreadable',
        message: expect.stringMatching(message),
        cause: expect.any(Error),
      }),
    );
  });

  it('knows the locales in which the skill is offered, and names them to whoever asks for another', () => {
    expect(modelOfLocale('en-GB').interactionModel.languageModel.invocationName).toBe('our checkin');
    expect(() => modelOfLocale('de-DE')).toThrowError(
      expect.objectContaining({
        code: 'bad-option',
        message: '--locale de-DE has no interaction model: there are en-US, en-CA, en-GB, en-AU, en-IN.',
      }),
    );
  });
});

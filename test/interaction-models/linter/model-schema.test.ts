import { describe, expect, it } from 'vitest';
import { validateAgainstSchema } from '../../../interaction-models/linter/model-schema.ts';
import { goodModel, intentOf, modelWith } from './good-model.ts';

describe("Amazon's schema", () => {
  it('accepts a good model', () => {
    expect(validateAgainstSchema(goodModel())).toEqual([]);
  });

  it.each([
    ['the file', modelWith((_, model) => Object.assign(model, { comment: 'x' }))],
    ['the language model', modelWith((parts) => Object.assign(parts.languageModel, { comment: 'x' }))],
    ['an intent', modelWith((parts) => Object.assign(intentOf(parts, 'KeepIntent'), { comment: 'x' }))],
    [
      'a value',
      modelWith((parts) => Object.assign(parts.languageModel.types[0]?.values[0] ?? {}, { comment: 'x' })),
    ],
    [
      'a dialog slot',
      modelWith((parts) => Object.assign(parts.dialog.intents[0]?.slots[0] ?? {}, { comment: 'x' })),
    ],
    ['a prompt', modelWith((parts) => Object.assign(parts.prompts[0] ?? {}, { comment: 'x' }))],
  ])('refuses an unknown property of %s', (_, model) => {
    expect(validateAgainstSchema(model)).toEqual([expect.stringContaining('does not know: "comment"')]);
  });

  it('accepts an id that is null', () => {
    const model = modelWith((parts) =>
      Object.assign(parts.languageModel.types[0]?.values[0] ?? {}, { id: null }),
    );
    expect(validateAgainstSchema(model)).toEqual([]);
  });

  it('refuses a wrong type, a missing part and a value outside a list', () => {
    const wrongType = modelWith((parts) =>
      Object.assign(intentOf(parts, 'KeepIntent'), { samples: 'keep {words}' }),
    );
    expect(validateAgainstSchema(wrongType)).toEqual([
      'interactionModel.languageModel.intents.6.samples must be array.',
    ]);
    expect(validateAgainstSchema({})).toEqual(["The file must have required property 'interactionModel'."]);
    const strategy = modelWith((parts) => Object.assign(parts.dialog, { delegationStrategy: 'SOMETIMES' }));
    expect(validateAgainstSchema(strategy)).toEqual([expect.stringContaining('ALWAYS, SKILL_RESPONSE')]);
    expect(validateAgainstSchema(null)).not.toEqual([]);
  });

  it('checks each kind of validation for the properties it needs', () => {
    const withValidation = (validation: { type: string; prompt: string; values?: string[] }) =>
      validateAgainstSchema(
        modelWith((parts) => parts.dialog.intents[0]?.slots[0]?.validations.push(validation)),
      );
    expect(withValidation({ type: 'isInSet', prompt: 'Elicit.words', values: ['a'] })).toEqual([]);
    expect(withValidation({ type: 'hasEntityResolutionMatch', prompt: 'Elicit.words' })).toEqual([]);
    expect(withValidation({ type: 'isInSet', prompt: 'Elicit.words' })).not.toEqual([]);
    expect(withValidation({ type: 'isNice', prompt: 'Elicit.words' })).not.toEqual([]);
    expect(
      withValidation({ type: 'hasEntityResolutionMatch', prompt: 'Elicit.words', values: ['a'] }),
    ).not.toEqual([]);
  });
});

/** A small model with one of each part and no fault. It is created again for each test, which may change it. */
export const goodModel = () => ({
  interactionModel: {
    languageModel: {
      invocationName: 'our checkin',
      intents: [
        { name: 'AMAZON.HelpIntent', samples: [] as string[] },
        { name: 'AMAZON.StopIntent', samples: [] },
        { name: 'AMAZON.CancelIntent', samples: ['leave it'] },
        { name: 'AMAZON.FallbackIntent', samples: [] },
        { name: 'AMAZON.NavigateHomeIntent', samples: [] },
        {
          name: 'ChooseIntent',
          slots: [
            { name: 'minutes', type: 'AMAZON.NUMBER' },
            { name: 'exercise', type: 'EXERCISE' },
          ],
          samples: ['{minutes} minutes', 'start our {exercise}'],
        },
        {
          name: 'KeepIntent',
          slots: [{ name: 'words', type: 'AMAZON.SearchQuery', samples: ['it is {words}'] }],
          samples: ['keep {words}'],
        },
      ] as {
        name: string;
        slots?: { name: string; type: string; samples?: string[] }[];
        samples?: string[];
      }[],
      types: [
        {
          name: 'EXERCISE',
          values: [
            { id: 'check-in', name: { value: 'check in', synonyms: ['checkin'] } },
            { id: 'listening', name: { value: 'listening', synonyms: ['listening turn'] } },
          ],
        },
      ],
    },
    dialog: {
      delegationStrategy: 'SKILL_RESPONSE',
      intents: [
        {
          name: 'KeepIntent',
          confirmationRequired: false,
          prompts: {},
          slots: [
            {
              name: 'words',
              type: 'AMAZON.SearchQuery',
              confirmationRequired: false,
              elicitationRequired: true,
              prompts: { elicitation: 'Elicit.words' } as { elicitation?: string },
              validations: [] as { type: string; prompt: string; values?: string[] }[],
            },
          ],
        },
      ],
    },
    prompts: [{ id: 'Elicit.words', variations: [{ type: 'PlainText', value: 'What shall I keep?' }] }],
  },
});

export type GoodModel = ReturnType<typeof goodModel>;

/** The good model with one change. */
export function modelWith(
  change: (parts: GoodModel['interactionModel'], model: GoodModel) => void,
): GoodModel {
  const model = goodModel();
  change(model.interactionModel, model);
  return model;
}

/** The intent with a name. */
export function intentOf(parts: GoodModel['interactionModel'], name: string) {
  const intent = parts.languageModel.intents.find((one) => one.name === name);
  if (intent === undefined) throw new Error(`The good model has no ${name}.`);
  return intent;
}

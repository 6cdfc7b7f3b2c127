import { type InteractionModel, parseInteractionModel } from '../../interaction-models/interaction-model.ts';

const DIALOG_SLOT = { type: 'AMAZON.SearchQuery', elicitationRequired: true };

/**
 * A small model whose skill asks every question for one free slot, and takes what is said unasked through samples with
 * one word before a slot.
 */
export const FREE_SLOT_DATA = {
  interactionModel: {
    languageModel: {
      invocationName: 'our checkin',
      intents: [
        ...['Yes', 'No', 'Stop', 'Next', 'Help', 'Fallback'].map((name) => ({
          name: `AMAZON.${name}Intent`,
        })),
        {
          name: 'MoreTimeIntent',
          slots: [{ name: 'minutes', type: 'AMAZON.NUMBER' }],
          samples: ['one more minute', 'we need more time', 'can we have {minutes} more'],
        },
        { name: 'ThemeIntent', slots: [{ name: 'theme', type: 'THEME' }], samples: ['talk about {theme}'] },
        {
          name: 'NamesIntent',
          slots: [{ name: 'name', type: 'AMAZON.FirstName' }],
          samples: ["i'm {name}", '{name}'],
        },
        {
          name: 'UtteranceIntent',
          slots: ['utterance', 'i', 'im', 'were', 'can', 'thankYouFor'].map((name) => ({
            name,
            type: 'AMAZON.SearchQuery',
          })),
          samples: ['i {i}', "i'm {im}", "we're {were}", 'can {can}', 'thank you for {thankYouFor}'],
        },
      ],
      types: [
        { name: 'THEME', values: [{ id: 'money', name: { value: 'money', synonyms: ['cash', 'budgets'] } }] },
      ],
    },
    dialog: {
      intents: [
        {
          name: 'NamesIntent',
          slots: [{ name: 'name', type: 'AMAZON.FirstName', elicitationRequired: true }],
        },
        { name: 'UtteranceIntent', slots: [{ name: 'utterance', ...DIALOG_SLOT }] },
      ],
    },
  },
};

/** The same model with a second slot for free speech that the skill may ask for. */
export const TWO_FREE_SLOTS_DATA = (() => {
  const { languageModel, dialog } = FREE_SLOT_DATA.interactionModel;
  const wish = { name: 'WishIntent', slots: [{ name: 'wish', type: 'AMAZON.SearchQuery' }] };
  const ofWish = { name: 'WishIntent', slots: [{ name: 'wish', ...DIALOG_SLOT }] };
  return {
    interactionModel: {
      languageModel: { ...languageModel, intents: [...languageModel.intents, wish] },
      dialog: { intents: [...dialog.intents, ofWish] },
    },
  };
})();

/** Parses one of these models. */
export function modelFrom(data: unknown): InteractionModel {
  const parsed = parseInteractionModel(data);
  if ('problems' in parsed) throw new Error(parsed.problems.join('; '));
  return parsed.model;
}

export const FREE_SLOT_MODEL = modelFrom(FREE_SLOT_DATA);

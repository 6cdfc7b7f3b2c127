import { parseInteractionModel } from '../../../interaction-models/interaction-model.ts';

/** A model for these tests, with every kind of sample. */
export const MODEL_DATA = {
  interactionModel: {
    languageModel: {
      invocationName: 'our checkin',
      intents: [
        { name: 'AMAZON.YesIntent', samples: ["we're ready", 'sounds good'] },
        { name: 'AMAZON.NoIntent', samples: ['not yet'] },
        { name: 'AMAZON.NextIntent', samples: ["we're done", 'move on'] },
        { name: 'AMAZON.RepeatIntent', samples: ['say it again', 'repeat the question'] },
        { name: 'AMAZON.StopIntent', samples: [] },
        { name: 'AMAZON.CancelIntent', samples: [] },
        { name: 'AMAZON.HelpIntent', samples: [] },
        { name: 'AMAZON.FallbackIntent', samples: [] },
        { name: 'AMAZON.NavigateHomeIntent', samples: [] },
        { name: 'SkipIntent', samples: ['skip', 'skip this question'] },
        {
          name: 'MoreTimeIntent',
          slots: [{ name: 'duration', type: 'AMAZON.DURATION' }],
          samples: [
            'more time',
            'one more minute',
            '{duration} more',
            'give us {duration}',
            'another {duration}',
          ],
        },
        {
          name: 'ChooseIntent',
          slots: [
            { name: 'minutes', type: 'AMAZON.NUMBER' },
            { name: 'exercise', type: 'EXERCISE' },
            { name: 'day', type: 'AMAZON.DayOfWeek' },
            { name: 'time', type: 'AMAZON.TIME' },
            { name: 'date', type: 'AMAZON.DATE' },
            { name: 'city', type: 'AMAZON.City' },
          ],
          samples: [
            '{minutes} {exercise}',
            '{minutes} minutes',
            'make it {minutes}',
            "let's do the {exercise}",
            '{exercise}',
            'remind us on {day} at {time}',
            'play the recap of {date}',
            'we live in {city}',
          ],
        },
        {
          name: 'NamesIntent',
          slots: [
            { name: 'first', type: 'AMAZON.FirstName', samples: ['people say {first}'] },
            { name: 'second', type: 'AMAZON.FirstName' },
          ],
          samples: [
            '{first} and {second}',
            "i'm {first}",
            'call me {first}',
            "it's {first}'s turn",
            '{first}',
          ],
        },
        {
          name: 'AppreciationIntent',
          slots: [{ name: 'appreciation', type: 'AMAZON.SearchQuery' }],
          samples: ['i appreciate {appreciation}', 'keep {appreciation} for us'],
        },
        {
          name: 'WishIntent',
          slots: [{ name: 'wish', type: 'AMAZON.SearchQuery' }],
          samples: ['my wish for us is {wish}', 'wish {wish}'],
        },
      ],
      types: [
        {
          name: 'EXERCISE',
          values: [
            { id: 'check-in', name: { value: 'check in', synonyms: ['checkin', 'whole check in'] } },
            { id: 'listening', name: { value: 'listening', synonyms: ['listening turn'] } },
          ],
        },
      ],
    },
  },
};

const parsed = parseInteractionModel(MODEL_DATA);
if ('problems' in parsed) throw new Error(parsed.problems.join('; '));

export const MODEL = parsed.model;
/** A Sunday. */
export const NOW = new Date('2026-11-22T19:00:00Z');

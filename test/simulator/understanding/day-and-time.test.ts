import { expect, test } from 'vitest';
import { parseInteractionModel } from '../../../interaction-models/interaction-model.ts';
import { understand } from '../../../simulator/understanding/understand.ts';

const parsed = parseInteractionModel({
  interactionModel: {
    languageModel: {
      invocationName: 'our checkin',
      intents: [
        {
          name: 'RemindIntent',
          slots: [
            { name: 'day', type: 'AMAZON.DayOfWeek' },
            { name: 'time', type: 'AMAZON.TIME' },
          ],
          samples: [
            'remind us every {day} at {time}',
            'remind us on {day} at {time}',
            'remind us every day at {time}',
            'every {day} at {time}',
            'every day at {time}',
            '{day} at {time}',
          ],
        },
      ],
    },
  },
});

/** The match, and the values of day and time. It is a Sunday at two in the afternoon in New York. */
const slotsIn = (utterance: string) => {
  if (!('model' in parsed)) throw new Error(parsed.problems.join(' '));
  const { slots, match } = understand(parsed.model, utterance, {
    now: new Date('2026-11-22T19:00:00Z'),
    timezone: 'America/New_York',
    strict: true,
  });
  return [match, slots.day?.value, slots.time?.value];
};

test.each([
  ['remind us every sunday at seven', 'sunday', '19:00'],
  ['remind us on sundays at 7 pm', 'sunday', '19:00'],
  ['remind us every day at half past eight in the evening', undefined, '20:30'],
  ['remind us on monday at nineteen thirty', 'monday', '19:30'],
  ['every Sunday at seven', 'sunday', '19:00'],
  ['sundays at 7 p.m.', 'sunday', '19:00'],
  ['every day at half past eight in the evening', undefined, '20:30'],
  ['monday at nineteen thirty', 'monday', '19:30'],
  ['friday at 19:30', 'friday', '19:30'],
  ["on Thursday at seven o'clock in the evening", 'thursday', '19:00'],
  ['saturday at quarter to nine at night', 'saturday', '20:45'],
  ['wednesday at noon', 'wednesday', '12:00'],
])('"%s" has a day and a time', (utterance, day, time) => {
  expect(slotsIn(utterance)).toEqual(['exact', day, time]);
});

import { expect, test } from 'vitest';
import { elicitationOfState } from '../../../simulator/understanding/elicited-slot.ts';

test('the state id names the slot that is asked for after an @', () => {
  expect(elicitationOfState('names.first@NameIntent.name')).toEqual({ intent: 'NameIntent', slot: 'name' });
  expect(elicitationOfState('talk@AMAZON.YesIntent.slot')).toEqual({
    intent: 'AMAZON.YesIntent',
    slot: 'slot',
  });
});

test('a state id without an @ asks for no slot', () => {
  expect(elicitationOfState('welcome')).toBeNull();
  expect(elicitationOfState(null)).toBeNull();
});

import { expect, test } from 'vitest';
import { stateId } from '../../../lambda/conversation/dialogs/registry.ts';
import { appreciation, askedAt, atTheDoorOf, doing, household, Visit } from '../couple.ts';

test('the id of a state says what was asked last', () => {
  expect(stateId(new Visit(null).says('launch').state)).toBe('names.a');
  expect(stateId(new Visit(null).state)).toBe('closed');
  expect(stateId(doing('check-in', 20).state)).toBe('check-in/talk.a');
  expect(stateId(askedAt('appreciate.a').state)).toBe('check-in/appreciate.a');
  const confirming = askedAt('appreciate.a').says(appreciation('You listen.'));
  expect(stateId(confirming.state)).toBe('check-in/appreciate.a.confirm');
  const adding = new Visit(household()).says(appreciation('You listen.'));
  expect(stateId(adding.state)).toBe('adding.who');
  expect(stateId(atTheDoorOf('talk.b').state)).toBe('check-in/talk.b.ready');
});

import { expect, it } from 'vitest';
import { heardIn, MOMENTS } from '../../interaction-models/costs/examples.ts';
import type { Question } from '../../lambda/conversation/model/question.ts';
import { kindOf } from '../../lambda/understanding/kind-of-question.ts';
import { situationAt } from './situations.ts';

const whatMatters = (question: Question | null) =>
  question && { kind: kindOf(question.id), listensFor: question.listensFor, talking: question.talking };

it.each(MOMENTS)('The real question at %s is the one that the costs were learned with', (moment) => {
  const { heard } = situationAt(moment);
  const learned = heardIn(moment);
  expect(whatMatters(heard.question)).toEqual(whatMatters(learned.question));
  expect(heard.names).toEqual(learned.names);
});

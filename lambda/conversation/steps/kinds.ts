import { anythingMore } from './anything-more.ts';
import { appreciate } from './appreciate.ts';
import { arrive } from './arrive.ts';
import { close } from './close.ts';
import { didTheyGetIt } from './did-they-get-it.ts';
import { guessFeeling } from './guess-feeling.ts';
import { makeSense } from './make-sense.ts';
import { oneWord } from './one-word.ts';
import { question } from './question.ts';
import { sayBack } from './say-back.ts';
import type { Step, StepKind, StepKindName, StepOf } from './step.ts';
import { talk } from './talk.ts';

const kinds: { [K in StepKindName]: StepKind<StepOf<K>> } = {
  arrive,
  talk,
  'say-back': sayBack,
  'did-they-get-it': didTheyGetIt,
  'anything-more': anythingMore,
  'make-sense': makeSense,
  'guess-feeling': guessFeeling,
  question,
  appreciate,
  'one-word': oneWord,
  close,
};

/** The behaviour of a step, by its kind. */
export function kindOf(step: Step): StepKind {
  // Each entry takes exactly the step of its own key, which the compiler cannot follow through a union.
  return kinds[step.kind] as StepKind;
}

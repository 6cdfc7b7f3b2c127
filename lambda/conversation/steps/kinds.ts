import { another } from './another.ts';
import { appreciate } from './appreciate.ts';
import { arrive } from './arrive.ts';
import { close } from './close.ts';
import { deepest } from './deepest.ts';
import { didTheyGetIt } from './did-they-get-it.ts';
import { direction } from './direction.ts';
import { notice } from './notice.ts';
import { oneWord } from './one-word.ts';
import { prompt } from './prompt.ts';
import { question } from './question.ts';
import { recap } from './recap.ts';
import { sayBack } from './say-back.ts';
import type { Step, StepKind, StepKindName, StepOf } from './step.ts';
import { talk } from './talk.ts';
import { together } from './together.ts';

const kinds: { [K in StepKindName]: StepKind<StepOf<K>> } = {
  arrive,
  talk,
  'say-back': sayBack,
  'did-they-get-it': didTheyGetIt,
  prompt,
  together,
  notice,
  question,
  deepest,
  another,
  appreciate,
  recap,
  direction,
  'one-word': oneWord,
  close,
};

/** The behaviour of a step, by its kind. */
export function kindOf(step: Step): StepKind {
  // Each entry takes exactly the step of its own key, which the compiler cannot follow through a union.
  return kinds[step.kind] as StepKind;
}

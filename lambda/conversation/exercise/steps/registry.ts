import type { StepKindName, StepOf } from '../../model/step.ts';
import { agree } from './agree.ts';
import { another } from './another.ts';
import { appreciate } from './appreciate.ts';
import { arrive } from './arrive.ts';
import { close } from './close.ts';
import { deepest } from './deepest.ts';
import { didTheyGetIt } from './did-they-get-it.ts';
import { direction } from './direction.ts';
import { guess } from './guess.ts';
import { notice } from './notice.ts';
import { oneWord } from './one-word.ts';
import { prompt } from './prompt.ts';
import { question } from './question.ts';
import { sayBack } from './say-back.ts';
import type { StepKind } from './step-kind.ts';
import { talk } from './talk.ts';
import { together } from './together.ts';
import { weeklyRecap } from './weekly-recap.ts';

/** The behaviour of every kind of step. */
export const kinds: { [K in StepKindName]: StepKind<StepOf<K>> } = {
  arrive,
  agree,
  talk,
  'say-back': sayBack,
  'did-they-get-it': didTheyGetIt,
  prompt,
  together,
  notice,
  question,
  deepest,
  another,
  guess,
  appreciate,
  recap: weeklyRecap,
  direction,
  'one-word': oneWord,
  close,
};

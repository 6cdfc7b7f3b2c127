/** What the words of a sentence say about danger, beside the patterns for it: the features, and the costs for them. */
import type { Costs } from '../content/content.ts';
import type { Concern } from '../conversation/model/event.ts';
import { createJudge } from './evidence.ts';

/** The sense of words that show no danger. */
export const HARMLESS_SENSE = 'none';

/**
 * The least probability with which words are taken for a cry for help. Lower, and two who only talk about their day would
 * be interrupted with telephone numbers; higher, and somebody would be left alone with it. It was chosen by what is heard
 * and what is mistaken among sentences that nobody had learned from (`npm run heard`).
 */
const ALARM = 0.5;
/** The same for words that are very likely a sentence to keep. */
const ALARM_IN_SENTENCE = 0.8;
/** From this many words on the length makes no difference. */
const LONG = 9;

/**
 * The features of a sentence.
 *
 * @param written - its words in full
 * @param plain - the same with one word for all of the same meaning
 */
export function dangerFeatures(written: string, plain: string): string[] {
  const features = new Set<string>(['']);
  for (const word of written.split(' ')) if (word !== '') features.add(word);
  const words = plain.split(' ').filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    const [one, two, three] = words.slice(index + 1, index + 4);
    features.add(`~${word}`);
    if (one === undefined) features.add(`${word}$`);
    else features.add(`${word} ${one}`);
    if (two !== undefined) features.add(`${word} ${one} ${two}`).add(`${word}_${two}`);
    if (three !== undefined) features.add(`${word}_${three}`);
  }
  if (words[0] !== undefined) features.add(`^${words[0]}`);
  features.add(`#${Math.min(words.length, LONG)}`);
  return [...features];
}

/** Prepares the costs of a language. The function returns the danger that is likely enough; null for none. */
export function createDangerJudge(
  costs: Costs,
): (features: readonly string[], isKept: boolean) => Concern | null {
  const judge = createJudge(costs);
  return (features, isKept) => {
    const least = isKept ? ALARM_IN_SENTENCE : ALARM;
    const judged = judge(features);
    const harmless = judged.find(({ sense }) => sense === HARMLESS_SENSE)?.probability ?? 1;
    const likeliest = judged.find(({ sense }) => sense !== HARMLESS_SENSE);
    return likeliest === undefined || 1 - harmless < least ? null : (likeliest.sense as Concern);
  };
}

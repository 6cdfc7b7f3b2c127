/** What the words of a sentence say about danger, beside the patterns for it: the features, and the costs for them. */
import type { Costs } from '../content/phrases.ts';
import type { Concern } from '../conversation/model/event.ts';
import { judgeBy, probabilityOf } from './evidence.ts';
import { ALWAYS, weightsIn } from './hashed-costs.ts';

/** The sense of words that show no danger. */
export const HARMLESS_SENSE = 'none';

/** From this many words on the length makes no difference. */
const LONG = 9;

/**
 * The features of a sentence.
 *
 * @param written - its words in full
 * @param plain - the same with one word for all of the same meaning
 */
export function dangerFeatures(written: string, plain: string): string[] {
  const features = new Set<string>([ALWAYS]);
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

/** What the words say together. */
export interface JudgedDanger {
  /** The likeliest danger. */
  readonly concern: Concern;
  /** How many times likelier any danger is than none. */
  readonly odds: number;
  /** How likely a danger is, compared with the likeliest: 1 for that one. */
  likely(concern: Concern): number;
}

/** Prepares the costs of a language. */
export function createDangerJudge({ senses, costs }: Costs): (features: readonly string[]) => JudgedDanger {
  const judge = judgeBy(senses, weightsIn(costs));
  return (features) => {
    const judged = judge(features);
    const harmless = judged.find(({ sense }) => sense === HARMLESS_SENSE);
    const likeliest = judged.find(({ sense }) => sense !== HARMLESS_SENSE);
    if (harmless === undefined || likeliest === undefined)
      throw new RangeError('The costs have no sense for danger, or none for what is harmless.');
    const danger = judged.reduce((sum, { probability }) => sum + probability, -harmless.probability);
    return {
      concern: likeliest.sense as Concern,
      odds: danger / harmless.probability,
      likely: (concern) => probabilityOf(concern, judged) / likeliest.probability,
    };
  };
}

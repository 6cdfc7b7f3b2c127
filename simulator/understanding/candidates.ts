import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { beginningLike, compile, type Sample } from './compiled-model.ts';
import { matchSample, readings, type SampleMatch, type Utterance } from './match-sample.ts';
import { nearSamples, spelledOut } from './nearest.ts';
import { type UnderstandOptions, understand } from './understand.ts';

/** A way in which words can be understood. */
export interface Candidate {
  readonly intent: string;
  /** The sample that it is like, e.g. `pause for {length}`; null if none is: the slot that was asked for takes the words, or nothing fits. */
  readonly sample: string | null;
  /** What is different in words: 0 is the same words, and 1 is one content word too few. */
  readonly cost: number;
  /** Whether a device would understand this. */
  readonly chosen: boolean;
}

const MOST = 12;

/**
 * Every way in which words can be understood by a model, the likeliest first, twelve at most. It shows what `understand`
 * chose from, and decides nothing.
 */
export function candidatesOf(
  model: InteractionModel,
  words: string,
  options: UnderstandOptions,
): Candidate[] {
  const { intent, slots, match } = understand(model, words, options);
  const compiled = compile(model);
  const said = readings(words, { now: options.now, timezone: options.timezone ?? 'UTC' });
  const found = new Map<string, Omit<Candidate, 'chosen'>>();
  const add = ({ sample }: SampleMatch, cost: number) => {
    const key = `${sample.intent}/${writtenOf(sample)}`;
    const known = found.get(key);
    if (known === undefined || cost < known.cost)
      found.set(key, {
        intent: sample.intent,
        sample: writtenOf(sample),
        cost: Math.round(cost * 100) / 100,
      });
  };
  for (const reading of said) {
    const line = reading.words.map(({ text }) => text).join(' ');
    const fixed = compiled.fixed.get(line);
    if (fixed !== undefined) add({ sample: fixed, filled: [] }, 0);
    for (const sample of beginningLike(compiled, reading.words[0]?.text ?? '')) {
      const exact = matchSample(sample, reading);
      if (exact !== null) add(exact, 0);
    }
  }
  for (const near of nearSamples(compiled, spelledOut(said.at(-1) as Utterance))) add(near.match, near.cost);
  const samples = [...found.values()].sort((one, other) => one.cost - other.cost);
  const { elicit } = options;
  const asked = elicit?.intent === intent && slots[elicit.slot] !== undefined;
  const isSample = !asked && samples.some((it) => it.intent === intent);
  const list = isSample ? samples : [{ intent, sample: null, cost: match === 'none' ? 1 : 0 }, ...samples];
  const chosen = isSample ? list.findIndex((it) => it.intent === intent) : 0;
  return list.slice(0, MOST).map((it, index) => ({ ...it, chosen: index === chosen }));
}

const writtenOf = ({ parts }: Sample): string =>
  parts.map((part) => (part.kind === 'word' ? part.text : `{${part.name}}`)).join(' ');

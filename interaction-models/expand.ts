import type { Part } from '../lambda/understanding/template.ts';

/**
 * Every text that a template stands for, in the form of a sample: with its slots, and without gaps.
 *
 * @throws {RangeError} if there are more than `most`
 */
export function expand(template: Part, most = 400): string[] {
  const texts = [...new Set(all(template).map((words) => words.join(' ')))];
  if (texts.length > most) throw new RangeError(`A template stands for ${texts.length} samples.`);
  return texts;
}

function all(part: Part): string[][] {
  switch (part.kind) {
    case 'word':
      return [[part.word]];
    case 'slot':
      return [[`{${part.name}}${part.possessive ? "'s" : ''}`]];
    case 'gap':
    case 'begin':
    case 'end':
      return [[]];
    case 'one':
      return part.parts.flatMap(all);
    case 'all':
      return part.parts.reduce<string[][]>(
        (texts, next) => {
          const tails = all(next);
          return texts.flatMap((text) => tails.map((tail) => [...text, ...tail]));
        },
        [[]],
      );
  }
}

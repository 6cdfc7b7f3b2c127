/** Matches words with the templates: finds where what was said contains a phrase. */

import { beginningWith, type Part } from './template.ts';
import type { Heard } from './words.ts';

/** The value of a slot, and how many words it takes. */
export interface Filled {
  value: string;
  words: number;
  /** True for a word that could be a name, but is none that is known. */
  unsure?: true;
}

/** Reads the value of a slot in words, from one of them on: every value that fits. */
export type ReadSlot = (slot: string, heard: Heard, at: number) => readonly Filled[];

/** A phrase that was found in what was said. */
export interface Match {
  /** The indices of the words that are words of the phrase. */
  literal: readonly number[];
  /** The indices of the words that fill its slots. */
  filling: readonly number[];
  values: Readonly<Record<string, string>>;
  /** How many of its slots are filled with something that is not sure. */
  unsure: number;
}

/**
 * Finds a template that begins at a word. `found` is called for every way in which it fits; the match is valid only
 * during that call.
 */
export function matchAt(
  template: Part,
  heard: Heard,
  at: number,
  readSlot: ReadSlot,
  found: (match: Match) => void,
): void {
  const { words } = heard;
  const literal: number[] = [];
  const filling: number[] = [];
  const values: Record<string, string> = {};
  let unsure = 0;

  const walk = (part: Part, from: number, next: (to: number) => void): void => {
    switch (part.kind) {
      case 'word':
        if (words[from] !== part.word) return;
        literal.push(from);
        next(from + 1);
        literal.pop();
        return;
      case 'slot':
        for (const { value, words: taken, ...how } of readSlot(part.name, heard, from)) {
          const before = values[part.name];
          values[part.name] = value;
          for (let i = 0; i < taken; i++) filling.push(from + i);
          if (how.unsure) unsure += 1;
          next(from + taken);
          if (how.unsure) unsure -= 1;
          filling.length -= taken;
          if (before === undefined) delete values[part.name];
          else values[part.name] = before;
        }
        return;
      case 'gap':
        for (let skipped = 0; skipped <= part.most && from + skipped <= words.length; skipped++)
          next(from + skipped);
        return;
      case 'begin':
        if (from === 0) next(from);
        return;
      case 'end':
        if (from === words.length) next(from);
        return;
      case 'one':
        for (const one of beginningWith(part, words[from])) walk(one, from, next);
        return;
      case 'all':
        walkAll(part.parts, 0, from, next);
    }
  };
  const walkAll = (parts: readonly Part[], index: number, from: number, next: (to: number) => void): void => {
    const part = parts[index];
    if (part === undefined) next(from);
    else walk(part, from, (to) => walkAll(parts, index + 1, to, next));
  };

  walk(template, at, () => found({ literal, filling, values, unsure }));
}

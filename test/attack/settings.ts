/** How much is attacked, and the seed that decides what chance decides. `npm run attack` sets both. */
import { createHash } from 'node:crypto';

/** Whether this is the short form, of about a minute. */
export const SHORT = process.env.ATTACK_SHORT === 'yes';

export const SEED = process.env.ATTACK_SEED ?? '1';

/** How many of something are tried: in the short form, and in the long one. */
export const many = (short: number, long: number): number => (SHORT ? short : long);

/** Chance that is the same in every run with the same seed. */
export interface Chance {
  /** A whole number from zero up to this one, without it. */
  below(end: number): number;
  /** One of a list. @throws RangeError if it is empty */
  pick<T>(from: readonly T[]): T;
  /** True this often, from 0 to 1. */
  often(share: number): boolean;
}

/** The chance of one attack. @param name - what tells it from the others; @param seed - that of the run if it is left out */
export function chanceOf(name: string, seed: string = SEED): Chance {
  let drawn = 0;
  const next = (): number => {
    drawn += 1;
    return createHash('sha256').update(`${seed} ${name} ${drawn}`).digest().readUInt32BE(0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    pick(from) {
      if (from.length === 0) throw new RangeError('expected something to pick from, got an empty list');
      return from[below(from.length)] as (typeof from)[number];
    },
    often: (share) => next() < share,
  };
}

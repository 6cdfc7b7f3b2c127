import type { Difference } from '../difference.ts';
import safety from './safety.json' with { type: 'json' };

/** English as spoken in Canada. */
export const enCA: Difference = {
  locale: 'en-CA',
  zone: 'America/Toronto',
  lines: safety,
};

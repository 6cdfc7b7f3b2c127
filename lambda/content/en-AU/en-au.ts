import type { Difference } from '../difference.ts';
import emergency from './emergency.json' with { type: 'json' };
import safety from './safety.json' with { type: 'json' };

/** English as spoken in Australia. */
export const enAU: Difference = {
  locale: 'en-AU',
  zone: 'Australia/Sydney',
  lines: safety,
  emergency,
};

import type { Difference } from '../difference.ts';
import emergency from './emergency.json' with { type: 'json' };
import safety from './safety.json' with { type: 'json' };

/** English as spoken in the United Kingdom. */
export const enGB: Difference = {
  locale: 'en-GB',
  zone: 'Europe/London',
  lines: safety,
  emergency,
};

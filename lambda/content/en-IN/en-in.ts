import type { Difference } from '../difference.ts';
import emergency from './emergency.json' with { type: 'json' };
import safety from './safety.json' with { type: 'json' };

/** English as spoken in India. */
export const enIN: Difference = {
  locale: 'en-IN',
  zone: 'Asia/Kolkata',
  lines: safety,
  emergency,
};

import type { Content } from '../content.ts';
import { english } from '../difference.ts';
import emergency from './emergency.json' with { type: 'json' };
import safety from './safety.json' with { type: 'json' };

/** English as spoken in India. */
export const enIN: Content = english({
  locale: 'en-IN',
  zone: 'Asia/Kolkata',
  lines: safety,
  emergency,
});

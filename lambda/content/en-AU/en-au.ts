import type { Content } from '../content.ts';
import { english } from '../difference.ts';
import emergency from './emergency.json' with { type: 'json' };
import safety from './safety.json' with { type: 'json' };

/** English as spoken in Australia. */
export const enAU: Content = english({
  locale: 'en-AU',
  zone: 'Australia/Sydney',
  lines: safety,
  emergency,
});

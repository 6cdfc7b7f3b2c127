import type { Content } from '../content.ts';
import { english } from '../difference.ts';
import emergency from './emergency.json' with { type: 'json' };
import safety from './safety.json' with { type: 'json' };

/** English as spoken in the United Kingdom. */
export const enGB: Content = english({
  locale: 'en-GB',
  zone: 'Europe/London',
  lines: safety,
  emergency,
});

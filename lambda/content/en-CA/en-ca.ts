import type { Content } from '../content.ts';
import { english } from '../difference.ts';
import safety from './safety.json' with { type: 'json' };

/** English as spoken in Canada. */
export const enCA: Content = english({
  locale: 'en-CA',
  zone: 'America/Toronto',
  lines: safety,
});

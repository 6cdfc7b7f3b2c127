import type { Content } from './content.ts';
import { en } from './en/en.ts';
import { enAU } from './en-AU/en-au.ts';
import { enCA } from './en-CA/en-ca.ts';
import { enGB } from './en-GB/en-gb.ts';
import { enIN } from './en-IN/en-in.ts';
import { enUS } from './en-US/en-us.ts';

/** Every English the skill speaks: that of each country in which it is offered, and that of none. */
export const locales: readonly Content[] = [enUS, enGB, enCA, enAU, enIN, en];

/**
 * The content for a locale such as `en-GB`. Any other locale gets the English of no country: a telephone number that
 * answers in one country may be nobody, or somebody else, in another.
 */
export function contentFor(locale: string): Content {
  return locales.find((content) => content.locale === locale) ?? en;
}

/** The content of every locale. */

import { enUS } from '#en-us';
import type { Content } from './content.ts';
import { en } from './en/en.ts';
import { enAU } from './en-AU/en-au.ts';
import { enCA } from './en-CA/en-ca.ts';
import { enGB } from './en-GB/en-gb.ts';
import { enIN } from './en-IN/en-in.ts';

/** The content of each country in which the skill is offered, and of English without a country. */
export const locales: readonly Content[] = [enUS, enGB, enCA, enAU, enIN, en];

/**
 * The content for a locale such as `en-GB`. An unknown locale gets English without a country, because a telephone
 * number of one country does not work, or belongs to somebody else, in another country.
 */
export function contentFor(locale: string): Content {
  return locales.find((content) => content.locale === locale) ?? en;
}

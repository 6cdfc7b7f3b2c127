import type { Content } from './content.ts';
import { enUS } from './en-US/en-us.ts';

/** Every language the skill speaks. */
export const locales: readonly Content[] = [enUS];

/** The content for a locale such as `en-GB`: the same language if the country is not there, else US English. */
export function contentFor(locale: string): Content {
  const language = locale.split('-')[0] ?? '';
  return (
    locales.find((content) => content.locale === locale) ??
    locales.find((content) => content.locale.startsWith(`${language}-`)) ??
    enUS
  );
}

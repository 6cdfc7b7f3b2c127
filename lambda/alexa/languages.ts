/** Prepares languages, each when it is first needed. */
import type { Content } from '../content/content.ts';
import { createWording } from '../speech/wording.ts';
import { createListener } from '../understanding/listener.ts';
import type { Language } from './dependencies.ts';

/**
 * Creates a function that returns the language for the locale of a request. Each language is prepared when it is first
 * needed, which takes some milliseconds, and is then kept. Most deployments need only one.
 */
export function createLanguages(contentFor: (locale: string) => Content): (locale: string) => Language {
  // The keys are locales of the content, so there are no more of them than languages, whatever locale a request has.
  const prepared = new Map<string, Language>();
  return (locale) => {
    const ready = prepared.get(locale);
    if (ready !== undefined) return ready;
    const content = contentFor(locale);
    const language = prepared.get(content.locale) ?? {
      wording: createWording(content),
      listener: createListener(content),
      zone: content.zone,
    };
    prepared.set(content.locale, language);
    return language;
  };
}

import type { Content } from '../content/content.ts';
import { createWording } from '../speech/wording.ts';
import { createListener } from '../understanding/listener.ts';
import type { Language } from './dependencies.ts';

/**
 * What the skill speaks and hears with, by the locale of a request. Each language is prepared when it is first asked
 * for, and kept: that takes some milliseconds, and one deployment is called from one country more than from all.
 */
export function createLanguages(contentFor: (locale: string) => Content): (locale: string) => Language {
  // By the locale of the content: there are no more of these than languages, whatever locale a request names.
  const prepared = new Map<string, Language>();
  return (locale) => {
    const ready = prepared.get(locale);
    if (ready !== undefined) return ready;
    const content = contentFor(locale);
    const language = prepared.get(content.locale) ?? {
      wording: createWording(content),
      listener: createListener(content.hearing),
      zone: content.zone,
    };
    prepared.set(content.locale, language);
    return language;
  };
}

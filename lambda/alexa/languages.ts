import type { Content } from '../content/content.ts';
import { createWording } from '../speech/wording.ts';
import { createListener } from './listener.ts';
import type { Language } from './world.ts';

/**
 * What the skill speaks and hears with, by the locale of a request. Each language is prepared when it is first asked
 * for, and kept: that takes some milliseconds, and one deployment is called from one country more than from all.
 */
export function createLanguages(contentFor: (locale: string) => Content): (locale: string) => Language {
  const prepared = new Map<Content, Language>();
  return (locale) => {
    const content = contentFor(locale);
    const known = prepared.get(content);
    if (known !== undefined) return known;
    const language = {
      wording: createWording(content),
      listener: createListener(content.hearing),
      zone: content.zone,
    };
    prepared.set(content, language);
    return language;
  };
}

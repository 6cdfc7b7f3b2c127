/** Understands the words in a slot: commands, names, appreciations with a reproach, and concerns. */
import { COMMANDS, type Hearing } from '../content/content.ts';
import type { Event } from '../conversation/model/event.ts';
import { commands } from './commands.ts';
import { createDangerReader } from './danger.ts';

/** A language that is prepared for understanding. */
export interface Listener {
  /** The event of the command that the whole words are; null if they are none. */
  command(words: string): Event | null;
  /** The whole sentence: the value of a slot, with the words of the sample before it. */
  asSaid(slot: string, value: string): string;
  /** The name in these words, as it was said; null if they are not a name. */
  name(words: string): string | null;
  /** Whether an appreciation contains a reproach. */
  isBarbed(words: string): boolean;
  /**
   * The event that offers support, if the words show a concern; null if they do not. It cannot recognise every concern.
   */
  concern(words: string): Event | null;
}

/** Prepares a language for understanding. */
export function createListener(hearing: Hearing): Listener {
  const danger = createDangerReader(hearing.danger);
  const byPhrase = new Map<string, Event>();
  for (const command of COMMANDS)
    for (const phrase of hearing.commands[command]) byPhrase.set(normal(phrase), commands[command]);
  const within = (words: string, phrases: readonly string[]): boolean =>
    phrases.some((phrase) => ` ${words} `.includes(` ${normal(phrase)} `));
  const withoutIdioms = (words: string): string => {
    let heard = ` ${normal(words)} `;
    for (const idiom of hearing.idioms) heard = heard.replaceAll(` ${normal(idiom)} `, ' ');
    return heard.trim();
  };

  return {
    command: (words) => byPhrase.get(normal(words)) ?? null,
    asSaid(slot, value) {
      const carrier = hearing.carriers[slot];
      return carrier === undefined ? value : `${carrier} ${value}`;
    },
    name(words) {
      let rest = words.trim();
      for (;;) {
        const before = longestFirst(hearing.names.before).find((phrase) => beginsWith(rest, phrase));
        if (before === undefined) break;
        rest = rest.slice(before.length).replace(/^[\s,]+/u, '');
      }
      const after = hearing.names.after.find((phrase) => normal(rest).endsWith(` ${phrase}`));
      const name =
        after === undefined
          ? rest
          : rest
              .trim()
              .slice(0, -after.length)
              .replace(/[\s,]+$/u, '');
      return hearing.names.not.includes(normal(name)) ? null : name;
    },
    isBarbed: (words) => within(withoutIdioms(words), hearing.barbed),
    concern(words) {
      const about = danger(words);
      return about === null ? null : { type: 'support', about };
    },
  };
}

/** The phrases, the longest first. */
function longestFirst(phrases: readonly string[]): string[] {
  return phrases.toSorted((one, two) => two.length - one.length);
}

/** Whether words begin with a phrase and go on after it. */
function beginsWith(words: string, phrase: string): boolean {
  const start = words.trim().toLocaleLowerCase().replaceAll('’', "'");
  return start.startsWith(phrase) && /^[\s,]/u.test(start.slice(phrase.length));
}

/** Words in the form in which they are compared: in lower case, without punctuation, with single spaces. */
function normal(words: string): string {
  return words
    .toLocaleLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}'\s]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

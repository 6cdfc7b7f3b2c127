/** What words in a slot mean, in a language: commands, carriers, stings, and cries for help. */
import type { Hearing } from '../content/content.ts';
import type { Event } from '../conversation/event.ts';
import type { Concern } from '../conversation/scene.ts';

export interface Listener {
  /** The command that these words are, whole; null when they are something to keep. */
  command(words: string): Event | null;
  /** The sentence as it was said, with the words that stood before the slot. */
  asSaid(slot: string, value: string): string;
  /** The name in these words, as it was said; null when they are none. */
  name(words: string): string | null;
  /** Whether it thanks and stings in one. */
  isBarbed(words: string): boolean;
  /** Support, when the words ask for it without asking. It never hears all there is to hear. */
  concern(words: string): Event | null;
}

const SIMPLE: ReadonlySet<string> = new Set<Event['type']>([
  'yes',
  'no',
  'next',
  'done',
  'skip',
  'rather-not',
  'stop',
  'help',
  'repeat',
  'pause',
  'resume',
  'where',
  'time-left',
  'start-over',
  'another',
  'menu',
  'tip',
  'progress',
  'it-is-me',
  'take-back',
  'reword',
  'kept',
  'who-hears',
  'dont-save',
  'save-again',
  'send',
  'when-reminded',
  'unremind',
]);

/** The commands that are more than a word. */
const COMPOUND: ReadonlyMap<string, Event> = new Map<string, Event>([
  ['more-time', { type: 'more-time', seconds: null }],
  ['support', { type: 'support', about: 'asked' }],
  ['appreciation', { type: 'appreciation', text: '', barbed: false }],
  ['recap', { type: 'recap', period: 'week', whose: null }],
  ['recap-for-me', { type: 'recap', period: 'week', whose: 'for-me' }],
  ['recap-by-me', { type: 'recap', period: 'week', whose: 'by-me' }],
  ['forget-us', { type: 'forget', what: 'us' }],
  ['forget-me', { type: 'forget', what: 'me' }],
  ['forget-my-voice', { type: 'forget', what: 'my-voice' }],
  ['forget-said-by-me', { type: 'forget', what: 'said-by-me' }],
  ['remind', { type: 'remind', day: null, time: null }],
  ['remind-every-day', { type: 'remind', day: 'every-day', time: null }],
  ['learn-voice', { type: 'learn-voice', name: null }],
]);

/** Prepares a language for listening. */
export function createListener(hearing: Hearing): Listener {
  const commands = new Map(
    Object.entries(hearing.commands).flatMap(([command, phrases]) =>
      phrases.map((phrase) => [normal(phrase), command] as const),
    ),
  );
  const within = (words: string, phrases: readonly string[]): boolean =>
    phrases.some((phrase) => ` ${words} `.includes(` ${normal(phrase)} `));
  const withoutIdioms = (words: string): string => {
    let heard = ` ${normal(words)} `;
    for (const idiom of hearing.idioms) heard = heard.replaceAll(` ${normal(idiom)} `, ' ');
    return heard.trim();
  };

  return {
    command(words) {
      const command = commands.get(normal(words));
      if (command === undefined) return null;
      return COMPOUND.get(command) ?? (SIMPLE.has(command) ? ({ type: command } as Event) : null);
    },
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
      const heard = withoutIdioms(words);
      for (const [about, phrases] of Object.entries(hearing.concerns))
        if (within(heard, phrases)) return { type: 'support', about: about as Concern };
      return null;
    },
  };
}

function longestFirst(phrases: readonly string[]): string[] {
  return phrases.toSorted((one, two) => two.length - one.length);
}

/** Whether more words follow this phrase. */
function beginsWith(words: string, phrase: string): boolean {
  const start = words.trim().toLocaleLowerCase().replaceAll('’', "'");
  return start.startsWith(phrase) && /^[\s,]/u.test(start.slice(phrase.length));
}

/** Lower case, without punctuation, one space between words: how a phrase is compared. */
function normal(words: string): string {
  return words
    .toLocaleLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}'\s]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

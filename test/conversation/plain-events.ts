import type { Event } from '../../lambda/conversation/event.ts';

/** The events that are nothing but a word: each but the two after which nobody can be spoken to. */
export const plainEvents: readonly Event[] = (
  [
    'launch',
    'yes',
    'no',
    'next',
    'done',
    'skip',
    'repeat',
    'pause',
    'resume',
    'stop',
    'help',
    'where',
    'time-left',
    'start-over',
    'rather-not',
    'unclear',
    'sound-failed',
    'not-kept',
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
  ] as const
).map((type) => ({ type }) as Event);

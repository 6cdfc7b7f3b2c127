import type { Event, EventType } from '../../lambda/conversation/model/event.ts';

/** The types of the events that need no parameters. */
export type SimpleEvent = {
  [K in EventType]: { type: K } extends Event<K> ? K : never;
}[EventType];

/** All of them. A new one does not compile before it is here. */
const PLAIN: Readonly<Record<SimpleEvent, true>> = {
  launch: true,
  yes: true,
  no: true,
  next: true,
  done: true,
  skip: true,
  'not-quite': true,
  'keep-it': true,
  'delete-it': true,
  repeat: true,
  pause: true,
  'long-pause': true,
  resume: true,
  stop: true,
  help: true,
  where: true,
  'time-left': true,
  'start-over': true,
  another: true,
  menu: true,
  tip: true,
  progress: true,
  'rather-not': true,
  'it-is-me': true,
  'take-back': true,
  'own-question': true,
  'take-question-back': true,
  reword: true,
  send: true,
  kept: true,
  'who-hears': true,
  'dont-save': true,
  'save-again': true,
  'when-reminded': true,
  unremind: true,
  'time-out': true,
  alone: true,
  distress: true,
  reluctant: true,
  contempt: true,
  interrupted: true,
  judge: true,
  parting: true,
  'off-topic': true,
  thanks: true,
  slower: true,
  faster: true,
  shorter: true,
  path: true,
  'leave-path': true,
  louder: true,
  listening: true,
  'how-long': true,
  'what-heard': true,
  unclear: true,
  'sound-failed': true,
  ended: true,
  'not-kept': true,
  'not-forgotten': true,
};

/** The events without parameters. */
export const plainEvents: readonly Event[] = (Object.keys(PLAIN) as SimpleEvent[]).map(
  (type) => ({ type }) as Event,
);

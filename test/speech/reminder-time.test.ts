import { expect, test } from 'vitest';
import { contentFor } from '../../lambda/content/locales.ts';
import { line } from '../../lambda/conversation/model/act.ts';
import type { Rhythm } from '../../lambda/conversation/model/reminder.ts';
import { createWording } from '../../lambda/speech/wording.ts';

const said = (day: Rhythm): string =>
  createWording(contentFor('en-US'))
    .words(line('remind.found', { reminder: { reminder: { day, time: '19:00' } } }), 0)
    .replace(/^(?:Your reminder comes|Alexa reminds you) /u, '');

test.each<[string, Rhythm]>([
  ['every day at 7 PM.', 'every-day'],
  ['every Sunday at 7 PM.', 'sunday'],
  ['from Monday to Friday at 7 PM.', ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']],
  ['every Saturday and Sunday at 7 PM.', ['saturday', 'sunday']],
  ['every Monday, Wednesday, and Friday at 7 PM.', ['monday', 'wednesday', 'friday']],
  ['every second day at 7 PM.', { every: 'days', interval: 2 }],
  ['every 10 days at 7 PM.', { every: 'days', interval: 10 }],
  ['every second Sunday at 7 PM.', { every: 'weeks', interval: 2, days: ['sunday'] }],
  [
    'every second week on Monday and Friday at 7 PM.',
    { every: 'weeks', interval: 2, days: ['monday', 'friday'] },
  ],
  ['every 3 weeks on Sunday at 7 PM.', { every: 'weeks', interval: 3, days: ['sunday'] }],
  ['on the 1st of every month at 7 PM.', { every: 'month', date: 1 }],
  ['on the 22nd of every month at 7 PM.', { every: 'month', date: 22 }],
  ['on the 3rd of every month at 7 PM.', { every: 'month', date: 3 }],
  ['on the 11th of every month at 7 PM.', { every: 'month', date: 11 }],
  ['on the last day of every month at 7 PM.', { every: 'month', date: -1 }],
  ['on the first Sunday of every month at 7 PM.', { every: 'month', weekday: 'sunday', nth: 'first' }],
  ['on the last Friday of every month at 7 PM.', { every: 'month', weekday: 'friday', nth: 'last' }],
  ['once a year, on February 29, at 7 PM.', { every: 'year', date: '02-29' }],
  ['only once, on Sunday, November 29, at 7 PM.', { every: 'never', on: '2026-11-29' }],
])('a reminder comes %s', (words, day) => {
  expect(said(day)).toBe(words);
});

import { describe, expect, it } from 'vitest';
import type { Moment } from '../../interaction-models/costs/examples.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { isRight } from './right.ts';
import { situationAt } from './situations.ts';

const right = (moment: Moment, means: string, event: Event, take: string | null = null): boolean =>
  isRight({ moment, means: [means], said: '', take }, event, situationAt(moment));
const named = (name: string): Event => ({ type: 'names', name, other: null });
const sentence = (text: string): Event => ({ type: 'appreciation', text, barbed: false });

describe('What was understood', () => {
  it('is right if it was meant, or does the same at that question', () => {
    expect(right('get-it', 'not-quite', { type: 'not-quite' })).toBe(true);
    expect(right('get-it', 'not-quite', { type: 'no' })).toBe(true);
    expect(right('menu', 'yes', { type: 'choose', exercise: 'check-in', minutes: null })).toBe(true);
  });

  it('is wrong if something else would happen', () => {
    expect(right('get-it', 'not-quite', { type: 'yes' })).toBe(false);
    expect(right('talk-end', 'not-quite', { type: 'done' })).toBe(false);
    expect(right('menu', 'yes', { type: 'choose', exercise: 'listening', minutes: null })).toBe(false);
    expect(right('forget', 'no', { type: 'yes' })).toBe(false);
  });

  it('is right for a counselor and for why only if they are answered as such', () => {
    expect(right('support', 'counsel', { type: 'support', about: 'counsel' })).toBe(true);
    expect(right('support', 'counsel', { type: 'support', about: 'asked' })).toBe(false);
    expect(right('cold', 'why', { type: 'learn', about: 'why' })).toBe(true);
    expect(right('cold', 'why', { type: 'learn', about: 'this' })).toBe(false);
    expect(right('cold', 'learn', { type: 'learn', about: 'why' })).toBe(true);
  });

  it('is right for words that mean nothing only if nothing is done', () => {
    expect(right('names.a', 'none', { type: 'unclear' })).toBe(true);
    expect(right('names.a', 'none', { type: 'resume' })).toBe(true);
    expect(right('names.a', 'none', named('Tuesday'))).toBe(false);
    expect(right('ready', 'none', { type: 'yes' })).toBe(false);
  });

  it('has the name, in whatever case', () => {
    expect(right('names.a', 'names', named('Kim'), 'kim')).toBe(true);
    expect(right('names.a', 'names', named('Kim please'), 'kim')).toBe(false);
    expect(right('who-starts', 'first', named('Bo'), 'bo')).toBe(true);
    expect(right('who-starts', 'first', { type: 'first', who: 'a' }, 'bo')).toBe(false);
  });

  it('has the sentence, and no word before it', () => {
    const take = 'i love how you sing';
    expect(right('keep-what', 'appreciation', sentence('I love how you sing.'), take)).toBe(true);
    expect(right('keep-what', 'appreciation', sentence('keep this I love how you sing'), take)).toBe(false);
  });
});

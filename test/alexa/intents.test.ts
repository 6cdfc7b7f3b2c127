import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { decoded, eventOf, UNASKED } from './decoded.ts';
import { resolvedSlot } from './envelopes.ts';

describe('the intents', () => {
  it.each<[string, Event]>([
    ['AMAZON.YesIntent', { type: 'yes' }],
    ['AMAZON.NoIntent', { type: 'no' }],
    ['AMAZON.NextIntent', { type: 'next' }],
    ['DoneIntent', { type: 'done' }],
    ['AMAZON.PauseIntent', { type: 'pause' }],
    ['AMAZON.ResumeIntent', { type: 'resume' }],
    ['AMAZON.RepeatIntent', { type: 'repeat' }],
    ['AMAZON.StartOverIntent', { type: 'start-over' }],
    ['AMAZON.HelpIntent', { type: 'help' }],
    ['AMAZON.StopIntent', { type: 'stop' }],
    ['AMAZON.CancelIntent', { type: 'stop' }],
    ['AMAZON.NavigateHomeIntent', { type: 'stop' }],
    ['AMAZON.FallbackIntent', { type: 'unclear' }],
    ['SkipIntent', { type: 'skip' }],
    ['WhereAreWeIntent', { type: 'where' }],
    ['TimeLeftIntent', { type: 'time-left' }],
    ['RatherNotIntent', { type: 'rather-not' }],
    ['SupportIntent', { type: 'support', about: 'asked' }],
    ['SelfHarmIntent', { type: 'support', about: 'self-harm' }],
    ['UnsafeIntent', { type: 'support', about: 'unsafe' }],
    ['EmergencyIntent', { type: 'support', about: 'emergency' }],
    ['MoreTimeIntent', { type: 'more-time', seconds: null }],
    ['ChooseIntent', { type: 'unclear' }],
    ['DepthIntent', { type: 'unclear' }],
    ['WhoStartsIntent', { type: 'first', who: null }],
    ['YouChooseIntent', { type: 'you-choose', what: null }],
    ['AnotherIntent', { type: 'another' }],
    ['MenuIntent', { type: 'menu' }],
    ['ProgressIntent', { type: 'progress' }],
    ['TipIntent', { type: 'tip' }],
    ['WhyIntent', { type: 'learn', about: 'why' }],
    ['LearnIntent', { type: 'learn', about: 'this' }],
    ['NamesIntent', { type: 'unclear' }],
    ['RenameIntent', { type: 'rename', name: null, other: null }],
    ['AppreciationIntent', { type: 'appreciation', text: '', barbed: false }],
    ['RecapIntent', { type: 'recap', period: 'week', whose: null }],
    ['WhatTheySaidIntent', { type: 'unclear' }],
    ['MineIntent', { type: 'recap', period: 'week', whose: 'for-me' }],
    ['WhatISaidIntent', { type: 'recap', period: 'week', whose: 'by-me' }],
    ['TakeBackIntent', { type: 'take-back' }],
    ['RewordIntent', { type: 'reword' }],
    ['WhatIsKeptIntent', { type: 'kept' }],
    ['HowLongKeptIntent', { type: 'how-long' }],
    ['ListeningIntent', { type: 'listening' }],
    ['WhatHeardIntent', { type: 'what-heard' }],
    ['NotQuiteIntent', { type: 'not-quite' }],
    ['KeepItIntent', { type: 'keep-it' }],
    ['DeleteItIntent', { type: 'delete-it' }],
    ['SlowerIntent', { type: 'slower' }],
    ['LouderIntent', { type: 'louder' }],
    ['TimeOutIntent', { type: 'time-out' }],
    ['UtteranceIntent', { type: 'unclear' }],
    ['WhoHearsIntent', { type: 'who-hears' }],
    ['DontSaveIntent', { type: 'dont-save' }],
    ['SaveAgainIntent', { type: 'save-again' }],
    ['ForgetUsIntent', { type: 'forget', what: 'us' }],
    ['ForgetMeIntent', { type: 'forget', what: 'me' }],
    ['ForgetPersonIntent', { type: 'unclear' }],
    ['ForgetMyWordsIntent', { type: 'forget', what: 'said-by-me' }],
    ['ForgetWordsIntent', { type: 'unclear' }],
    ['SendIntent', { type: 'send' }],
    ['RemindIntent', { type: 'remind', day: null, time: null }],
    ['RemindDailyIntent', { type: 'remind', day: 'every-day', time: null }],
    ['WhenRemindedIntent', { type: 'when-reminded' }],
    ['StopRemindingIntent', { type: 'unremind' }],
    ['VoiceIntent', { type: 'learn-voice', name: null }],
    ['ForgetVoiceIntent', { type: 'forget', what: 'my-voice' }],
    ['ItIsMeIntent', { type: 'it-is-me' }],
    ['AnIntentOfALaterVersion', { type: 'unclear' }],
    ['toString', { type: 'unclear' }],
    ['__proto__', { type: 'unclear' }],
  ])('%s without slots is %j', (name, event) => {
    expect(decoded(name)).toEqual(event);
    expect(eventOf({ name, confirmationStatus: 'NONE' }, UNASKED)).toEqual(event);
  });
});

describe('a length of time', () => {
  it.each([
    ['PT30S', 30],
    ['PT1M', 60],
    ['PT1M30S', 90],
    ['PT2H', 7200],
    ['PT1H1M1S', 3661],
    ['P1D', 86_400],
    ['P1DT1M', 86_460],
    ['PT0S', null],
    ['P', null],
    ['PT', null],
    ['?', null],
    ['one minute', null],
    ['', null],
  ])('%j is %s seconds', (duration, seconds) => {
    expect(decoded('MoreTimeIntent', { duration })).toEqual({ type: 'more-time', seconds });
  });

  it('can be said as a number of minutes', () => {
    expect(decoded('MoreTimeIntent', { minutes: '2' })).toEqual({ type: 'more-time', seconds: 120 });
    expect(decoded('MoreTimeIntent', { minutes: '?', duration: 'PT30S' })).toEqual({
      type: 'more-time',
      seconds: 30,
    });
  });

  it('never throws, whatever Alexa made of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (duration, minutes) => {
        const event = decoded('MoreTimeIntent', { duration, minutes });
        const seconds = event.type === 'more-time' ? event.seconds : Number.NaN;
        expect(seconds === null || Number.isFinite(seconds)).toBe(true);
      }),
    );
  });
});

describe('what is read back', () => {
  it.each(['week', 'last-week', 'today', 'yesterday'])('is that of %s, whatever was said for it', (id) => {
    const period = resolvedSlot('period', 'those days', id);
    expect(decoded('RecapIntent', { period })).toEqual({ type: 'recap', period: id, whose: null });
    expect(decoded('MineIntent', { period })).toEqual({ type: 'recap', period: id, whose: 'for-me' });
    expect(decoded('WhatISaidIntent', { period })).toEqual({ type: 'recap', period: id, whose: 'by-me' });
    expect(decoded('WhatTheySaidIntent', { name: 'Bo', period })).toEqual({
      type: 'recap',
      period: id,
      whose: { by: 'Bo' },
    });
  });

  it('is what one said, before what is for somebody', () => {
    const recap = { type: 'recap', period: 'week' };
    expect(decoded('WhatTheySaidIntent', { forName: 'Bo' })).toEqual({ ...recap, whose: { for: 'Bo' } });
    expect(decoded('WhatTheySaidIntent', { name: 'Ana', forName: 'Bo' })).toEqual({
      ...recap,
      whose: { by: 'Ana' },
    });
  });

  it('is nothing if the days or the name are none', () => {
    expect(decoded('RecapIntent', { period: 'the spring' })).toEqual({ type: 'unclear' });
    expect(decoded('RecapIntent', { period: resolvedSlot('period', 'may', 'may') })).toEqual({
      type: 'unclear',
    });
    expect(decoded('WhatTheySaidIntent', { name: 'you' })).toEqual({ type: 'unclear' });
  });
});

describe('what is forgotten', () => {
  it('is a person, or what a person said', () => {
    expect(decoded('ForgetPersonIntent', { name: 'Bo' })).toEqual({ type: 'forget', what: { person: 'Bo' } });
    expect(decoded('ForgetWordsIntent', { name: 'Bo' })).toEqual({ type: 'forget', what: { saidBy: 'Bo' } });
    expect(decoded('ForgetPersonIntent', { name: 'nobody' })).toEqual({ type: 'unclear' });
    expect(decoded('ForgetWordsIntent', { name: 'you' })).toEqual({ type: 'unclear' });
  });
});

describe('a reminder', () => {
  it.each(['sunday', 'Sunday', 'Sundays'])('is on the day said as %s', (day) => {
    expect(decoded('RemindIntent', { day, time: '19:00' })).toEqual({
      type: 'remind',
      day: 'sunday',
      time: '19:00',
    });
  });

  it.each([
    ['07:05', '07:05'],
    ['23:59', '23:59'],
    ['MO', '09:00'],
    ['AF', '15:00'],
    ['EV', '19:00'],
    ['NI', '21:00'],
    ['?', null],
    ['24:00', null],
    ['seven', null],
    ['', null],
  ])('at %j is at %s', (said, time) => {
    expect(decoded('RemindIntent', { time: said })).toEqual({ type: 'remind', day: null, time });
    expect(decoded('RemindDailyIntent', { time: said })).toEqual({ type: 'remind', day: 'every-day', time });
  });

  it('has no day if the day is none', () => {
    expect(decoded('RemindIntent', { day: 'the weekend' })).toEqual({
      type: 'remind',
      day: null,
      time: null,
    });
  });
});

describe('a voice', () => {
  it('is learnt with the name that was said for it', () => {
    expect(decoded('VoiceIntent', { name: 'Bo' })).toEqual({ type: 'learn-voice', name: 'Bo' });
  });
});

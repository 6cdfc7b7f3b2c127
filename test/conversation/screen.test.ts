import { describe, expect, it } from 'vitest';
import { begin, wishFor } from '../../lambda/conversation/exercise/lifecycle.ts';
import { CHOICES, eventOfChoice } from '../../lambda/conversation/model/choice.ts';
import { events } from '../../lambda/conversation/model/event.ts';
import type { Reply } from '../../lambda/conversation/model/reply.ts';
import type { Screen } from '../../lambda/conversation/model/screen.ts';
import { newState, type State } from '../../lambda/conversation/model/state.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { screenOf, touched } from '../../lambda/conversation/screen.ts';
import { contextAt, OVER } from '../walk/surroundings.ts';

const AT_ONCE = contextAt(null);
const AFTERWARDS = contextAt(OVER);

function aReply(exercise: 'questions' | 'together' | 'play' | 'check-in'): Reply {
  const named: State = {
    ...newState(null),
    household: { ...newState(null).household, names: { a: 'Ana', b: 'Bo' } },
  };
  const draft = begin(named, { ...wishFor(exercise), minutes: 10 }, AT_ONCE);
  return { ...draft, effects: [], ifSilent: null };
}

function screen(reply: Reply, help = false): Screen {
  const shown = screenOf(reply, { type: help ? 'help' : 'yes' });
  if (shown === null) throw new Error('expected a screen, got none');
  return shown;
}

describe('A screen', () => {
  it('is the turn of the two of them if a reply has a turn of each, with what both are asked', () => {
    const { kind, heading, text, quiet } = screen(aReply('questions'));
    expect({ kind, heading: heading?.key }).toEqual({ kind: 'turn', heading: 'screen.you-two' });
    expect(text.filter(({ key }) => key === 'question.text')).toHaveLength(1);
    expect(quiet.length).toBeGreaterThan(1);
  });

  it('has only choices of the quiet while there is one, whatever is asked after it', () => {
    for (const exercise of ['questions', 'play', 'together'] as const)
      expect(screen(aReply(exercise)).choices.map(({ id }) => id)).toEqual(['next', 'more-time', 'pause']);
  });

  it('has the choices of the question after the quiet, if they are others', () => {
    expect(screen(aReply('questions')).choicesAfter.map(({ id }) => id)).toEqual(['yes', 'no', 'pause']);
    expect(screen(aReply('together')).choicesAfter).toEqual([]);
  });

  it('is at rest during time together', () => {
    expect(screen(aReply('together')).kind).toBe('rest');
  });

  it('shows what "help" says, with the same choices', () => {
    const reply = aReply('check-in');
    const helped = respond(reply.state, { type: 'help' }, AFTERWARDS);
    const { heading, text, choices } = screen(helped, true);
    expect(heading?.key).toBe('screen.help');
    expect(text.map(({ key }) => key)).toEqual([expect.stringMatching(/^help\./u)]);
    expect(choices).toEqual(screen(reply).choices);
  });

  it('shows no help where it is private what they talk about', () => {
    const { state } = respond(aReply('check-in').state, { type: 'distress' }, AFTERWARDS);
    const helped = respond(state, { type: 'help' }, AFTERWARDS);
    expect(screen(helped, true).text.map(({ key }) => key)).toEqual([
      expect.stringMatching(/^hard-moment\./u),
    ]);
  });
});

describe('A choice', () => {
  it('means an event that can be said', () => {
    for (const id of CHOICES) expect(Object.keys(events), id).toContain(eventOfChoice(id).type);
  });

  it('is about what is heard, but as an answer it is about the question, also before that was heard', () => {
    const { state } = aReply('questions');
    const quiet = { step: 'question.1.a', quietLeft: 30, over: false };
    expect(touched(state, 'next', quiet)?.playing).toEqual(quiet);
    expect(touched(state, 'yes', quiet)?.playing).toEqual(OVER);
  });

  it('means nothing where it is not shown, or if nothing is asked', () => {
    const { state } = aReply('check-in');
    expect(touched(state, 'next', OVER)?.event).toEqual({ type: 'next' });
    expect(touched(state, 'minutes-5', OVER)).toBeNull();
    expect(touched(state, 'toString', OVER)).toBeNull();
    expect(touched({ ...state, session: 'ended' }, 'next', OVER)).toBeNull();
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { stateId } from '../../lambda/conversation/dialogs/registry.ts';
import { quietOf } from '../../lambda/conversation/model/act.ts';
import { BEGINNING } from '../../lambda/conversation/model/dialog-state.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { bothAgreed } from '../../lambda/conversation/model/household.ts';
import { sameName } from '../../lambda/conversation/model/partner-names.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { MARKED } from './every-event.ts';
import { everyReply, type Met } from './every-state.ts';

type Invariant = (met: Met) => boolean;

const asks = ({ reply }: Met): boolean => reply.acts.at(-1)?.do === 'ask';
const keysOf = ({ reply }: Met): string[] =>
  reply.acts.flatMap((act) => (act.do === 'say' || act.do === 'ask' ? [act.line.key] : []));
const only = (types: readonly Event['type'][], invariant: Invariant): Invariant => {
  const among = new Set(types);
  return (met) => !among.has(met.event.type) || invariant(met);
};
const json = (value: unknown): string => JSON.stringify(value);

/** What holds in every state that can be reached, whatever happens in it. */
const invariants: Record<string, Invariant> = {
  'asks one question at the end, or none and closes': (met) => {
    const questions = met.reply.acts.filter((act) => act.do === 'ask').length;
    return asks(met) ? questions === 1 : questions === 0 && met.reply.state.scene.id === 'closed';
  },
  'knows what silence leads to, exactly where it asks, and asks again there': (met) =>
    asks(met) ? met.reply.ifSilent?.acts.at(-1)?.do === 'ask' : met.reply.ifSilent === null,
  'announces every quiet before it begins': ({ reply }) =>
    [reply.acts, reply.ifSilent?.acts ?? []].every((acts) => {
      const first = acts.findIndex((act) => act.do === 'hold');
      return first === -1 || acts.slice(0, first).some((act) => act.do === 'say');
    }),
  'keeps the microphone closed after a reflection question': ({ reply }) =>
    [reply.acts, reply.ifSilent?.acts ?? []].every((acts) => {
      const question = acts.findLastIndex((act) => act.do === 'say' && act.line.key === 'question.text');
      return question === -1 || quietOf(acts.slice(question)) > 0;
    }),
  'stops at once when told to': only(
    ['stop'],
    (met) => !asks(met) && quietOf(met.reply.acts) === 0 && met.reply.acts.length > 0,
  ),
  'helps everywhere, and asks again': only(
    ['help'],
    (met) => asks(met) && keysOf(met).some((key) => key.startsWith('help.')),
  ),
  'says nothing when nobody can hear it': only(['ended'], ({ reply }) => reply.acts.length === 0),
  'always says something otherwise': (met) => met.event.type === 'ended' || met.reply.acts.length > 0,
  'saves nothing for help, repeat, where are we and how long left': only(
    ['help', 'repeat', 'where', 'time-left'],
    ({ reply, state }) => state.scene.id === 'closed' || reply.effects.length === 0,
  ),
  'saves whenever what is kept has changed, and only what both agreed to': ({ state, reply, event }) => {
    const saves = reply.effects.some(({ effect }) => effect === 'save');
    if (event.type === 'conflict') return !saves;
    const agreed = reply.state.keeping && bothAgreed(reply.state.household);
    // On a night without saving, what they change on purpose is saved as it was before, with that change.
    if (reply.state.frozen !== null) return !saves || bothAgreed(reply.state.frozen);
    const changed = json(state.household) !== json(reply.state.household);
    return saves ? agreed : !(agreed && (changed || reply.state.unsaved));
  },
  'says that no exercise runs any more only where it led one, or has just asked': ({ state, reply }) => {
    const saves = reply.effects.some(({ effect }) => effect === 'save');
    const changed = json(state.household) !== json(reply.state.household);
    if (!saves || changed || reply.state.unsaved || reply.state.frozen !== null) return true;
    return state.leading || BEGINNING.has(state.scene.id);
  },
  'never calls the two by the same name': ({ reply }) => {
    const { a, b } = reply.state.household.names;
    return reply.state.scene.id === 'names' || a === null || b === null || !sameName(a, b);
  },
  'keeps an appreciation only on a yes, word for word': ({ state, event, reply }) =>
    reply.effects.every(
      (effect) =>
        effect.effect !== 'keep' ||
        ((event.type === 'yes' || event.type === 'next') &&
          (state.scene.id === 'confirm' || (state.scene.id === 'adding' && state.scene.part === 'confirm')) &&
          effect.appreciation.text === state.scene.text),
    ),
  'lets no word of an appreciation into what is kept of the household': ({ reply }) =>
    !json(reply.state.household).includes(MARKED),
  'counts every event once': ({ state, reply }) => reply.state.counter === state.counter + 1,
  'has a name for every state': ({ reply }) => /^[a-z0-9./@-]+$/i.test(stateId(reply.state)),
};

describe('In every state that can be reached, whatever happens, the conversation', () => {
  const broken = new Map<string, string[]>(Object.keys(invariants).map((name) => [name, []]));
  const exits = { yes: new Map<string, Set<string>>(), no: new Map<string, Set<string>>() };
  const states = new Set<string>();
  const happened = new Set<string>();
  const unlike: string[] = [];

  beforeAll(() => {
    let count = 0;
    for (const met of everyReply()) {
      for (const [name, holds] of Object.entries(invariants)) {
        const examples = broken.get(name) ?? [];
        if (examples.length < 3 && !holds(met)) examples.push(describeMet(met));
      }
      const from = stateId(met.state);
      states.add(from);
      happened.add(`${from} ${met.event.type}`);
      if (met.context.playing?.over !== false) {
        const to = stateId(met.reply.state);
        noteLead(exits.yes, from, met.event.type === 'yes' || met.event.type === 'next' ? to : null);
        noteLead(exits.no, from, met.event.type === 'no' ? to : null);
      }
      // Every twentieth goes through JSON, as session attributes do.
      count += 1;
      if (count % 20 === 0) {
        const again = respond(JSON.parse(json(met.state)), met.event, met.context);
        if (json(again) !== json(met.reply) && unlike.length < 3) unlike.push(describeMet(met));
      }
    }
  }, 300_000);

  it.each(Object.keys(invariants))('%s', (name) => {
    expect(broken.get(name)).toEqual([]);
  });

  it('goes on the same after a round trip through JSON', () => {
    expect(unlike).toEqual([]);
  });

  it('reaches every kind of question there is', () => {
    const kinds = ['names', 'consent', 'without-keeping', 'welcome', 'carry-on', 'fresh', 'elsewhere'];
    const asides = ['adding.', 'recap.', 'remind.', 'voice', 'forget.', 'take-back', 'send'];
    const during = ['start-over', 'paused', 'support', 'talk', 'get-it', 'appreciate', '.ready', '.confirm'];
    for (const kind of [...kinds, ...during, ...asides])
      expect(
        [...states].some((state) => state.includes(kind)),
        kind,
      ).toBe(true);
  });

  it('has no dead end: a yes, again and again, brings it to its close from everywhere', () => {
    expect(deadEnds(exits.yes, (state) => state === 'closed' || state === 'support')).toEqual([]);
  });

  it('has no dead end: a no, again and again, leaves whatever is asked outside of an exercise', () => {
    // A pause lasts for as long as they say no to going on.
    const out = (state: string): boolean => state === 'closed' || state === 'paused' || state.includes('/');
    expect(deadEnds(exits.no, out)).toEqual([]);
  });

  it('was met in each state with each kind of event', () => {
    expect(happened.size).toBeGreaterThan(states.size * 25);
  });
});

function noteLead(leads: Map<string, Set<string>>, from: string, to: string | null): void {
  const known = leads.get(from) ?? new Set();
  if (to !== null) known.add(to);
  leads.set(from, known);
}

/** The states from which no path of these leads to an end. */
function deadEnds(
  leads: ReadonlyMap<string, ReadonlySet<string>>,
  isEnd: (state: string) => boolean,
): string[] {
  const ends = new Set([...leads.keys(), 'closed', 'support'].filter(isEnd));
  const reaches = (to: string): boolean => isEnd(to) || ends.has(to);
  for (let grown = true; grown; ) {
    const before = ends.size;
    for (const [state, to] of leads) if ([...to].some(reaches)) ends.add(state);
    grown = ends.size > before;
  }
  return [...leads.keys()].filter((state) => !ends.has(state));
}

function describeMet({ state, event, context, reply }: Met): string {
  const playing = context.playing === null ? 'new session' : context.playing.over ? 'asked' : 'interrupted';
  return `${stateId(state)} (${playing}, unclear ${state.unclear}) + ${json(event).slice(0, 60)} -> ${stateId(reply.state)}: ${reply.acts.map((act) => ('line' in act ? act.line.key : act.do)).join(' ')}`;
}

import { expect, it } from 'vitest';
import { onlyBegins } from '../../../lambda/conversation/dialogs/registry.ts';
import type { Act } from '../../../lambda/conversation/model/act.ts';
import type { EventType } from '../../../lambda/conversation/model/event.ts';
import { bothAgreed, type Kept } from '../../../lambda/conversation/model/household.ts';
import { sameName } from '../../../lambda/conversation/model/partner-names.ts';
import type { Reply } from '../../../lambda/conversation/model/reply.ts';
import { asked, type State } from '../../../lambda/conversation/model/state.ts';
import { quietOf } from '../../conversation/couple.ts';
import { MARKED } from '../events.ts';
import type { Met } from '../walk.ts';
import { type Check, createFindings, idOf } from './check.ts';

type Rule = (met: Met) => boolean;

const asks = ({ reply }: Met): boolean => reply.acts.at(-1)?.do === 'ask';
const keysOf = ({ reply }: Met): string[] =>
  reply.acts.flatMap((act) => (act.do === 'say' || act.do === 'ask' ? [act.line.key] : []));
const only = (types: readonly EventType[], rule: Rule): Rule => {
  const among = new Set(types);
  return (met) => !among.has(met.event.type) || rule(met);
};
const saves = ({ effects }: Reply): boolean => effects.some(({ effect }) => effect === 'save');
const bothParts = ({ acts, ifSilent }: Reply): (readonly Act[])[] =>
  ifSilent === null ? [acts] : [acts, ifSilent.acts];

/** What holds in every state that can be reached, whatever happens in it. */
const rules: Record<string, Rule> = {
  // Alexa's own question for a permission is the only one besides.
  'asks one question at its end, or none and closes': (met) => {
    const { acts, state } = met.reply;
    const questions = acts.filter((act) => act.do === 'ask').length;
    if (asks(met)) return questions === 1 && state.session === 'open';
    return questions === 0 && (state.session === 'ended' || acts.at(-1)?.do === 'ask-permission');
  },
  'knows what silence leads to if it asks, and asks again there': (met) =>
    asks(met) ? met.reply.ifSilent?.acts.at(-1)?.do === 'ask' : met.reply.ifSilent === null,
  'announces every quiet before it begins': ({ reply }) =>
    bothParts(reply).every((acts) => {
      const first = acts.findIndex((act) => act.do === 'hold');
      return first === -1 || acts.slice(0, first).some((act) => act.do === 'say');
    }),
  'keeps the microphone closed after a reflection question': ({ reply }) =>
    bothParts(reply).every((acts) => {
      const question = acts.findLastIndex((act) => act.do === 'say' && act.line.key === 'question.text');
      return question === -1 || quietOf(acts.slice(question)) > 0;
    }),
  'stops at once when told to': only(
    ['stop'],
    (met) => !asks(met) && quietOf(met.reply.acts) === 0 && met.reply.acts.length > 0,
  ),
  'helps everywhere, and asks again': only(
    ['help'],
    (met) => asks(met) && keysOf(met).some((key) => key.startsWith('help.') || key === 'choose.first-how'),
  ),
  'says nothing when nobody can hear it': only(['ended'], ({ reply }) => reply.acts.length === 0),
  'always says something otherwise': (met) => met.event.type === 'ended' || met.reply.acts.length > 0,
  'saves nothing for help, repeat, where are we and how long left': only(
    ['help', 'repeat', 'where', 'time-left'],
    // A step that reads something is passed by if there is nothing to read any more. What could not be saved before is
    // saved with the next reply, whatever that is.
    ({ reply, state, context }) =>
      state.session !== 'open' ||
      state.unsaved ||
      reply.effects.length === 0 ||
      context.recalled !== null ||
      context.own !== null,
  ),
  'saves if what is kept has changed, and only what both agreed to': ({ state, reply, event }) => {
    const saving = saves(reply);
    if (event.type === 'conflict') return !saving;
    const { savingOff, household, keeping, unsaved } = reply.state;
    // On a night without saving, what they change on purpose is saved as it was before, with that change.
    if (savingOff !== null) return !saving || bothAgreed(savingOff.household);
    const agreed = keeping && bothAgreed(household);
    return saving ? agreed : !agreed || !(unsaved || keepsOtherThings(state, reply.state));
  },
  'says that no exercise runs any more only if it led one, or has just asked': ({ state, reply }) => {
    const { unsaved, savingOff } = reply.state;
    if (!saves(reply) || unsaved || savingOff !== null || keepsOtherThings(state, reply.state)) return true;
    // A question of theirs is saved with the household, so that its deletion elsewhere is noticed.
    if (reply.effects.some(({ effect }) => effect === 'keep-question')) return true;
    return state.ownsExercise || onlyBegins(state);
  },
  'never calls the two by the same name': ({ reply }) => {
    const { a, b } = reply.state.household.names;
    return asked(reply.state)?.id === 'names' || a === null || b === null || !sameName(a, b);
  },
  'keeps an appreciation only on a yes, word for word': ({ state, event, reply }) =>
    reply.effects.every((effect) => {
      if (effect.effect !== 'keep') return true;
      const top = asked(state);
      const isYes = ['yes', 'next', 'keep-it'].includes(event.type);
      return (
        isYes && top?.id === 'appreciation' && top.part === 'confirm' && effect.appreciation.text === top.text
      );
    }),
  'lets no word of an appreciation into what is kept': ({ state, reply }) =>
    state.household === reply.state.household || !JSON.stringify(reply.state.household).includes(MARKED),
  'counts every event once': ({ state, reply }) => reply.state.counter === state.counter + 1,
  'has a name for every state': ({ reply }) => /^[a-z0-9./@-]+$/i.test(idOf(reply.state)),
};

/** Whether anything that is kept has another value. */
function keepsOtherThings(before: State, after: State): boolean {
  const isOther = (one: Kept[keyof Kept], two: Kept[keyof Kept]): boolean =>
    one !== two && JSON.stringify(one) !== JSON.stringify(two);
  return (
    isOther(before.household, after.household) ||
    isOther(before.stack.exercise?.place ?? null, after.stack.exercise?.place ?? null)
  );
}

export function conversationRules(): Check {
  const broken = Object.entries(rules).map(([name, holds]) => ({ name, holds, findings: createFindings() }));
  return {
    name: 'In every state that can be reached, whatever happens, the conversation',
    see(met) {
      for (const { holds, findings } of broken) if (!holds(met)) findings.add('', met);
    },
    tests() {
      it.each(broken)('$name', ({ findings }) => {
        expect(findings.all).toEqual([]);
      });
    },
  };
}

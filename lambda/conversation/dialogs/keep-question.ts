/** The dialog about a question of their own: for its text, and a yes to keeping it. */
import * as v from 'valibot';
import { ask, line, say } from '../model/act.ts';
import { isSameSentence, isTooLong, sentenceAt } from '../model/appreciation.ts';
import { choice } from '../model/choice.ts';
import type { DialogState } from '../model/dialog-state.ts';
import { edited } from '../model/edit.ts';
import type { OwnQuestion } from '../model/effect.ts';
import type { Event } from '../model/event.ts';
import type { KeptKey } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { asAsked, MOST_OWN, ownIn } from '../model/own-question.ts';
import { speaking } from '../model/partner-names.ts';
import * as schema from '../model/schema.ts';
import { withoutSaving } from '../model/state.ts';
import { backAfter, backOr, type Dialog, type DialogAnswers, type Here, missed } from './dialog.ts';
import { withOwn } from './recalled.ts';
import { nightEnds } from './saving-off.ts';
import { aloneAtSentence, MOST_TRIES, oneMoreTry } from './take-sentence.ts';

type AtQuestion = Here<'keep-question'>;
type Answers = DialogAnswers<'keep-question'>;

export const keepQuestion: Dialog<'keep-question'> = {
  schema: v.object({
    id: v.literal('keep-question'),
    part: v.picklist(['text', 'confirm']),
    text: v.string(),
    from: v.nullable(schema.partner),
    key: v.string(),
    at: schema.number,
    failed: v.boolean(),
    tries: schema.number,
    wish: v.optional(schema.wish),
  }),
  stateId: ({ part }) => `own.${part}`,
  question({ dialog: { part, failed } }, again) {
    if (part === 'text') return line(again ? 'own.text-again' : 'own.text');
    if (failed) return line('own.try-again');
    return line(again ? 'own.save-again' : 'own.save');
  },
  keeps: ({ part }) => part === 'confirm',
  listensFor: ({ part }) => (part === 'text' ? 'question' : null),
  presents: ({ dialog: { part, text } }) =>
    part === 'text' ? [] : [say(line('own.read-back', { text: asAsked(text) }))],
  help: ({ part }) => [line(part === 'text' ? 'help.own' : 'help.own-save')],
  shows({ part, text, failed, tries }) {
    if (part === 'text') return { choices: [choice('skip')] };
    if (failed) return {};
    return {
      before: [line('own.read-back', { text: asAsked(text) })],
      choices: [choice('yes', 'save'), ...(tries > MOST_TRIES ? [] : [choice('reword')]), choice('no')],
    };
  },
  // Nothing was said yet as long as the text is asked for.
  leaving: ({ dialog: { part } }) => (part === 'text' ? [] : [say(line('own.dropped'))]),
  announces: true,
  takesSentence: true,
  presentsAgain: true,
  missed({ dialog: { part } }, again) {
    if (part === 'text') return line(again ? 'missed.own-again' : 'missed.own');
    return line(again ? 'missed.own-save-again' : 'missed.own-save');
  },
  waits: ({ failed }) => failed,
  unsettled: (dialog) => (dialog.part === 'confirm' && dialog.failed ? keyOf(dialog) : null),
  answers: ({ part }) => ANSWERS[part],
};

/** The answers that both parts of this dialog have. */
const everywhere: Answers = {
  'keep-question': another,
  reword,
  no: drop,
  skip: drop,
  'rather-not': drop,
  'take-back': drop,
  'take-question-back': drop,
  'delete-it': drop,
  alone: aloneAtSentence,
  // The question that waits for its yes is not kept either.
  'dont-save': ({ dialog, state, context }) =>
    backOr({ dialog, state: withoutSaving(state, nightEnds(context)) }, { lead: [say(line('saving.off'))] }),
};

const ANSWERS: Readonly<Record<DialogState<'keep-question'>['part'], Answers>> = {
  text: { ...everywhere, next: drop, done: drop },
  confirm: {
    ...everywhere,
    'what-heard': () => ({ go: 'stay', words: 'whole' }),
    yes: keepIt,
    'keep-it': keepIt,
    // "Next" and "that's enough" are no yes to keeping it.
    next: missed,
    done: missed,
    'not-kept': ({ dialog }) => ({
      go: 'ask',
      dialog: { ...dialog, failed: true },
      lead: [say(line('own.not-kept'))],
      words: 'question',
    }),
  },
};

/** "Keep a question for us": asks for it, or for a yes to what was said with it. */
export function addQuestion(here: Pick<Here, 'state' | 'context'>, event: Event<'keep-question'>): Outcome {
  if (!here.state.keeping) return backAfter(line('own.not-saving'));
  return withOwn(here, (own) => {
    if (own.length >= MOST_OWN) return backAfter(line('own.full'));
    const dialog: DialogState<'keep-question'> = {
      id: 'keep-question',
      part: 'text',
      text: '',
      from: null,
      key: '',
      at: here.context.now,
      failed: false,
      tries: 0,
    };
    return take({ ...here, dialog }, event, own);
  });
}

/** Takes a question, and asks what is missing: its text, a shorter one, or the yes to keeping it. */
function take(
  { dialog, state, context }: AtQuestion,
  { text: said }: Event<'keep-question'>,
  own: readonly OwnQuestion[],
): Outcome {
  const text = said.trim();
  const { tries } = dialog;
  if (text === '' || isTooLong(text)) {
    if (tries > MOST_TRIES) return missed();
    const asked = { ...dialog, part: 'text', text: '', failed: false, tries: oneMoreTry(dialog) } as const;
    if (text !== '') return { go: 'ask', dialog: asked, words: [ask(line('own.shorter'), 'question')] };
    return { go: 'ask', dialog: asked, words: tries > 0 ? 'again' : 'question' };
  }
  const { key, at } = sentenceAt(context);
  return {
    go: 'ask',
    dialog: {
      ...dialog,
      // One that is said again, since they did not hear that it was saved, replaces itself.
      key: own.find((one) => isSameSentence(one.text, text))?.id ?? key,
      at,
      part: 'confirm',
      text,
      from: speaking(state, context),
      failed: false,
    },
  };
}

/** Replaces the question by another one that was said, and says so. */
function another(here: AtQuestion, event: Event<'keep-question'>): Outcome {
  const { dialog, state, context } = here;
  const own = ownIn(context, state.household);
  if (own === null && context.own !== 'unreachable') return { go: 'know', effect: { effect: 'recall-own' } };
  const outcome = take({ ...here, dialog: { ...dialog, tries: oneMoreTry(dialog) } }, event, own ?? []);
  if (outcome.go !== 'ask' || isSameSentence(dialog.text, event.text)) return outcome;
  return { ...outcome, lead: [say(line('own.replaced'))] };
}

/** "Say it differently": asks for it again. */
function sayItAnotherWay(here: AtQuestion): Outcome {
  const { dialog } = here;
  if (dialog.failed || dialog.tries > MOST_TRIES) return drop(here);
  return {
    go: 'ask',
    dialog: { ...dialog, part: 'text', text: '', tries: oneMoreTry(dialog) },
    words: [ask(line('own.another-way'), 'question')],
  };
}

/** "Without the last bit": reads it back with the change. Otherwise they say it again. */
function reword(here: AtQuestion, { edit, or }: Event<'reword'>): Outcome {
  const text = edit === undefined ? null : edited(here.dialog.text, edit);
  if (text !== null && !isTooLong(text)) return { go: 'ask', dialog: { ...here.dialog, text } };
  return or === undefined ? sayItAnotherWay(here) : { go: 'as', event: { type: or } };
}

/** After a yes: keeps it. The household is saved too, so that a deletion on another device is noticed. */
function keepIt({ dialog, state, context }: AtQuestion): Outcome {
  if (!state.keeping) return backOr({ dialog, state }, { lead: [say(line('own.not-saving'))] });
  const { key, text, from } = dialog;
  return backOr(
    { dialog, state },
    {
      effects: [
        { effect: 'keep-question', question: { id: key, text, from, at: context.now } },
        { effect: 'save' },
      ],
      lead: [say(line('own.kept'))],
    },
  );
}

/** Drops it, and says so. */
function drop(here: AtQuestion): Outcome {
  return backOr(here, { lead: [say(line('own.dropped'))] });
}

/** The key under which the store holds it. */
function keyOf({ key }: DialogState<'keep-question'>): KeptKey {
  return { id: key, kind: 'question' };
}

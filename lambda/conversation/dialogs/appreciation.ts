/**
 * The dialog about an appreciation: for its text, its author, and a yes to keeping it. A step asks for one, or somebody
 * says one unasked.
 */
import * as v from 'valibot';
import { type Act, ask, line, say } from '../model/act.ts';
import { asSpoken, isSameSentence, isTooLong, keyOf } from '../model/appreciation.ts';
import { type Choice, choice } from '../model/choice.ts';
import type { DialogState } from '../model/dialog-state.ts';
import { edited } from '../model/edit.ts';
import type { Effect } from '../model/effect.ts';
import type { Event } from '../model/event.ts';
import { type AppreciationKey, other, type Partner } from '../model/household.ts';
import type { Line } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import { between, called } from '../model/partner-names.ts';
import * as schema from '../model/schema.ts';
import type { Shown } from '../model/screen.ts';
import { hasExercise, type State, withoutSaving, withoutTop } from '../model/state.ts';
import { onlyInStep } from './appreciation-in-step.ts';
import { backOr, type Dialog, type DialogAnswers, type Here, missed } from './dialog.ts';
import { nightEnds } from './saving-off.ts';
import { aloneAtSentence, isLastTry, MOST_TRIES, oneMoreTry, take } from './take-sentence.ts';
import { offerVoice } from './voice.ts';
import { byName, eitherPartner, whichPartner } from './which-partner.ts';

type AtAppreciation = Here<'appreciation'>;
type Answers = DialogAnswers<'appreciation'>;

/** The wish to say an appreciation, without its text. */
const nobodySaid: Event<'appreciation'> = { type: 'appreciation', text: '', barbed: false };
/** The author that is assumed as long as it is asked who said it. */
const likelyAuthor = ({ dialog }: AtAppreciation): Partner => dialog.from ?? 'a';

export const appreciation: Dialog<'appreciation'> = {
  schema: v.object({
    id: v.literal('appreciation'),
    origin: v.picklist(['step', 'anywhere']),
    part: v.picklist(['text', 'who', 'confirm']),
    text: v.string(),
    barbed: v.boolean(),
    from: v.nullable(schema.partner),
    voice: v.nullable(v.string()),
    key: v.string(),
    at: schema.number,
    failed: v.boolean(),
    tries: schema.number,
    wish: v.optional(schema.wish),
    replaces: v.optional(schema.appreciationKey),
  }),
  stateId({ origin, part }, state) {
    if (origin === 'anywhere' || !hasExercise(state)) return `adding.${part}`;
    const { exercise, step } = state.stack.exercise.place;
    return `${exercise}/${step}.${part}`;
  },
  question({ dialog, state }, again) {
    switch (dialog.part) {
      case 'text':
        return line(again ? 'adding.text-again' : 'adding.text');
      case 'who':
        return line(again ? 'adding.who-again' : 'adding.who', { name: called(state, dialog.from ?? 'a') });
      case 'confirm':
        if (dialog.failed) return line('confirm.try-again');
        if (again) return line('confirm.keep-again');
        return line(dialog.barbed ? 'confirm.barbed' : 'confirm.keep');
    }
  },
  keeps: ({ part }) => part === 'confirm',
  listensFor: ({ part }) => (({ text: 'appreciation', who: 'name', confirm: null }) as const)[part],
  presents: (here) => (here.dialog.part === 'confirm' ? [readBack(here)] : []),
  help: ({ part }) => [line(HELP[part])],
  shows,
  // Nothing was said yet as long as the text is asked for.
  leaving: ({ dialog: { part } }) => (part === 'text' ? [] : [say(line('confirm.unsaved'))]),
  announces: true,
  takesSentence: true,
  presentsAgain: true,
  missed({ dialog: { part } }, again) {
    const what = ({ text: 'sentence', who: 'name', confirm: 'keep' } as const)[part];
    return line(again ? `missed.${what}-again` : `missed.${what}`);
  },
  waits: ({ origin, failed }) => origin === 'step' || failed,
  rewords: ({ origin }) => origin === 'step',
  unsettled: (dialog) => (dialog.part === 'confirm' && dialog.failed ? keyOf(dialog) : null),
  answers: ({ origin, part }) => (origin === 'step' ? IN_STEP : ANSWERS[part]),
};

const HELP = { text: 'help.adding', who: 'help.yes-no', confirm: 'help.confirm' } as const;

const SAVE: Choice = choice('yes', 'save');
const DELETE: Choice = choice('delete-it', 'delete');
/** While it can still be said in other words. */
const TO_KEEP: readonly Choice[] = [SAVE, choice('reword'), DELETE];
const TO_KEEP_OR_NOT: readonly Choice[] = [SAVE, DELETE];

/** The sentence is on the screen only as long as it is asked whether to keep it. */
function shows(dialog: DialogState<'appreciation'>, state: State): Shown {
  const { part, failed } = dialog;
  if (part === 'text') return { choices: [choice('skip')] };
  if (part === 'who') return { choices: eitherPartner(state) };
  if (failed) return {};
  return { before: [sentenceOf(dialog, state)], choices: isLastTry(dialog) ? TO_KEEP_OR_NOT : TO_KEEP };
}

/** The answers that every part of this dialog has. */
const everywhere: Answers = {
  appreciation: another,
  reword,
  skip: drop,
  'rather-not': drop,
  alone: aloneAtSentence,
  // The appreciation that waits for its yes is not kept either.
  'dont-save': ({ dialog, state, context }) => {
    const lead = [say(line('saving.off'))];
    const off = withoutSaving(state, nightEnds(context));
    return dialog.origin === 'step'
      ? { go: 'same-step', state: off, tries: 0, lead }
      : backOr({ dialog, state: off }, { lead });
  },
};

const ANSWERS: Readonly<Record<DialogState<'appreciation'>['part'], Answers>> = {
  text: {
    ...everywhere,
    no: drop,
    next: drop,
  },
  who: {
    ...everywhere,
    ...whichPartner(likelyAuthor, confirm),
    next: (here) => confirm(here, likelyAuthor(here)),
    'delete-it': drop,
    'take-back': drop,
  },
  confirm: {
    ...everywhere,
    ...byName(likelyAuthor, confirm),
    'what-heard': () => ({ go: 'stay', words: 'whole' }),
    yes: keepIt,
    // Alexa hears "skip" as her own "next", so it is neither a yes nor a no.
    next: missed,
    'keep-it': keepIt,
    'delete-it': drop,
    // If they asked for an exercise meanwhile, a no is no wish to go on with the sentence.
    no: (here) => (here.dialog.wish === undefined ? sayItAnotherWay(here) : drop(here)),
    // "That's enough" is not a yes to keeping it.
    done: missed,
    'take-back': drop,
    'not-kept': ({ dialog }) => ({
      go: 'ask',
      dialog: { ...dialog, failed: true },
      lead: [say(line('confirm.not-kept'))],
      words: 'question',
    }),
  },
};

const IN_STEP: Answers = { ...ANSWERS.confirm, ...onlyInStep };

/** The appreciation read back, in the words in which it will be heard later. */
function readBack({ dialog, state }: AtAppreciation): Act {
  return say(sentenceOf(dialog, state));
}

function sentenceOf({ origin, from, text }: DialogState<'appreciation'>, state: State): Line {
  const spoken = asSpoken(text);
  return origin === 'step'
    ? line('confirm.read-back', { text: spoken })
    : line('adding.read', { ...between(state, from ?? 'a'), text: spoken });
}

/**
 * Begins the dialog outside of a step.
 *
 * @param author - who says it, and whether that is sure; if it is not sure, it is asked
 * @param event - the appreciation that was said; without one its text is asked for
 * @param replaces - the stored one that it takes the place of
 */
export function addAppreciation(
  here: Pick<Here, 'state' | 'context'>,
  author: { from: Partner | null; sure: boolean },
  event: Event<'appreciation'> = nobodySaid,
  replaces?: AppreciationKey,
): Outcome {
  const dialog: DialogState<'appreciation'> = {
    id: 'appreciation',
    origin: 'anywhere',
    part: 'text',
    text: '',
    barbed: false,
    from: author.sure ? author.from : null,
    voice: null,
    key: '',
    at: here.context.now,
    failed: false,
    tries: 0,
    ...(replaces && { replaces }),
  };
  const outcome = take({ ...here, dialog }, event, author.from);
  // Said unasked, it is not clear yet what it is taken for.
  return outcome.go === 'ask' && outcome.dialog.id === 'appreciation' && outcome.dialog.part === 'who'
    ? { ...outcome, lead: [say(line('adding.as-one'))] }
    : outcome;
}

/** Replaces the sentence by another one that was said, and says so. */
function another(here: AtAppreciation, event: Event<'appreciation'>): Outcome {
  const { dialog } = here;
  const lead = isSameSentence(dialog.text, event.text) ? [] : [say(line('confirm.replaced'))];
  if (dialog.origin === 'step')
    return { go: 'same-step', tries: Math.min(dialog.tries + 1, MOST_TRIES), event, lead };
  const known = dialog.part === 'who' ? null : dialog.from;
  const outcome = take(
    { ...here, dialog: { ...dialog, from: known, tries: oneMoreTry(dialog) } },
    event,
    dialog.from,
  );
  return outcome.go === 'ask' ? { ...outcome, lead } : outcome;
}

/** Asks whether to keep it, with this partner as its author. */
function confirm({ dialog }: AtAppreciation, from: Partner): Outcome {
  return { go: 'ask', dialog: { ...dialog, from, part: 'confirm' } };
}

/** After a no: asks for another wording, or drops it after too many tries. */
function sayItAnotherWay(here: AtAppreciation, most?: number): Outcome {
  const { dialog, state } = here;
  const { origin, tries, from } = dialog;
  if (isLastTry(dialog, most)) return drop(here);
  if (origin === 'step') {
    const question = line('appreciate.another-way', between(state, from ?? 'a'));
    return { go: 'same-step', tries: tries + 1, ask: ask(question, 'appreciation') };
  }
  return {
    go: 'ask',
    // Who said it is not known yet as long as that is asked.
    dialog: {
      ...dialog,
      part: 'text',
      text: '',
      from: dialog.part === 'who' ? null : from,
      tries: oneMoreTry(dialog),
    },
    words: [ask(line('adding.another-way'), 'appreciation')],
  };
}

/** "Without the last bit": reads it back with the change. Otherwise they say it again, more often than after a no. */
function reword(here: AtAppreciation, { edit, or }: Event<'reword'>): Outcome {
  const { dialog } = here;
  const text = edit === undefined ? null : edited(dialog.text, edit);
  if (text !== null && !isTooLong(text)) return { go: 'ask', dialog: { ...dialog, text } };
  return or === undefined ? sayItAnotherWay(here, MOST_TRIES) : { go: 'as', event: { type: or } };
}

/** Whether the exercise goes on with its next step after the answer, since they asked for no other one meanwhile. */
function isStepOver({ origin, wish }: DialogState<'appreciation'>): boolean {
  return origin === 'step' && wish === undefined;
}

/** After a yes: keeps it, and offers to remember the voice that said it. */
function keepIt({ dialog, state, context }: AtAppreciation): Outcome {
  const { text, voice, wish, replaces } = dialog;
  if (!state.keeping) {
    const lead = [say(line('adding.not-saving'))];
    return isStepOver(dialog) ? { go: 'next-step', lead } : backOr({ dialog, state }, { lead });
  }
  const from = dialog.from ?? 'a';
  const keep: Effect = {
    effect: 'keep',
    appreciation: { ...keyOf(dialog), at: context.now, text, from, to: other(from) },
  };
  const effects: Effect[] = replaces
    ? [keep, { effect: 'take-back', appreciation: replaces, replaced: true }]
    : [keep];
  if (isStepOver(dialog)) return { go: 'next-step', effects, lead: [say(line('confirm.kept'))] };
  const lead = [say(line('adding.kept', { name: called(state, other(from)) }))];
  const offer = wish === undefined ? offerVoice(state, from, voice) : null;
  return offer === null
    ? backOr({ dialog, state }, { effects, lead })
    : { go: 'ask', state: withoutTop(state), effects, lead, dialog: offer, words: 'question' };
}

/** Drops it, and says so. */
function drop({ dialog, state }: AtAppreciation): Outcome {
  // What it would have replaced is still there.
  const lead = [say(line(dialog.replaces ? 'retract.stays' : 'confirm.dropped'))];
  return isStepOver(dialog) ? { go: 'next-step', lead } : backOr({ dialog, state }, { lead });
}

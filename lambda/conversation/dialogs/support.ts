/**
 * The dialog that tells where to find help, with telephone numbers. If they asked for it, an exercise is suspended for
 * it, and resumed only if they ask for that. The same holds if a danger was heard that may be none. If it is hardly
 * doubtful, the exercise is dropped.
 */
import * as v from 'valibot';
import { type Act, line, say } from '../model/act.ts';
import { choice } from '../model/choice.ts';
import { isOnSentence } from '../model/dialog-state.ts';
import { CONCERNS, type Concern, type Event } from '../model/event.ts';
import type { Outcome } from '../model/outcome.ts';
import { hasExercise, type State, withNothingUnderWay, withoutTop } from '../model/state.ts';
import {
  aMoment,
  askedAgain,
  type Dialog,
  type DialogAnswers,
  endWith,
  type Here,
  isOnAnother,
  missed,
  STOP,
} from './dialog.ts';

type AtSupport = Here<'support'>;

/** They have heard enough: it ends, unless a sentence of theirs still waits for its yes. */
const close = ({ state }: Pick<AtSupport, 'state'>): Outcome =>
  isOnSentence(state.stack.dialogs) ? goOn(state) : endWith(line('support.close'));
const goOn = (state: State): Outcome => ({
  go: 'stay',
  state: withoutTop(state),
  lead: [say(line('carry-on.go'))],
  words: 'whole',
});

/** Whether there is something to go on with after what may have been no danger. */
const canGoOn = ({ state }: AtSupport): boolean =>
  !isOnSentence(state.stack.dialogs) && (isOnAnother(state) || hasExercise(state));

const askWhetherToGoOn = ({ dialog: { about }, state }: AtSupport): Outcome => ({
  go: 'ask',
  state: withoutTop(state),
  dialog: { id: 'hard-moment', part: 'on', after: about },
  words: 'question',
});

/**
 * After what may have been no danger they are asked whether they want to go on, if there is something to go on with.
 * Whoever says only that it was none is not sent away.
 */
const closeOrAsk = (here: AtSupport): Outcome =>
  here.dialog.doubtful === true && canGoOn(here) ? askWhetherToGoOn(here) : close(here);

export const support: Dialog<'support'> = {
  schema: v.object({
    id: v.literal('support'),
    about: v.picklist(CONCERNS),
    doubtful: v.optional(v.literal(true)),
    byText: v.optional(v.literal(true)),
    told: v.optional(v.literal(true)),
  }),
  question: (_here, again) => line(again ? 'support.again' : 'support.ask'),
  presents: ({ dialog }) => [...before(dialog), say(line(whereToTurn(dialog)))],
  help: (dialog) => [...(isDanger(dialog.about) ? [line(whereToTurn(dialog))] : []), line('help.support')],
  shows: () => ({ kind: 'support', choices: [choice('repeat'), choice('stop')] }),
  doesNotResume: true,
  comesFirst: true,
  unlogged: true,
  concernsExercise: true,
  answers: ({ about }) => ({
    yes: slowly,
    repeat: slowly,
    slower: slowly,
    another: slowly,
    // Another danger, and a counselor, have words of their own.
    support: anotherDanger,
    no: closeOrAsk,
    next: closeOrAsk,
    skip: closeOrAsk,
    'rather-not': closeOrAsk,
    resume,
    // "Hang on, let me get a pen." Whoever is feared may have come in.
    pause: (here) => (isOfPartner(here) ? onceMore(here) : aMoment()),
    thanks: close,
    // Nobody is sent back to the other one here, nor told how to speak to them.
    'time-out': () => endWith(line('support.close')),
    contempt: () => askedAgain(),
    alone: () => askedAgain(),
    distress: () => askedAgain(line('hard-moment.lead')),
    // After a danger nothing that is said here leads anywhere else: they hear it again.
    ...(isDanger(about) ? again : {}),
    menu: () => askedAgain(line('menu.later')),
    // A length without an exercise does not ask for another exercise.
    choose: (_here, { exercise }) => (exercise === null ? missed() : null),
  }),
  wishes: ({ state }, wish) =>
    hasExercise(state)
      ? { go: 'ask', dialog: { id: 'start-over', wish }, words: 'question' }
      : { go: 'begin', wish },
};

/**
 * Tells where to find help, in the words for this concern. After a danger nothing is left of what was under way: it is no
 * moment for more openness, and the next visit should begin as any other. An exercise on another device goes on, because
 * its end would tell the one who is there that something was said. What may have been no danger costs nobody their place.
 */
export function offerSupport(
  { state, context }: Omit<Here, 'dialog'>,
  { about, doubtful, byText }: Event<'support'>,
): Outcome {
  const dialog = { id: 'support', about, ...(doubtful && { doubtful }), ...(byText && { byText }) } as const;
  if (!isDanger(about) || doubtful === true) return { go: 'ask', dialog };
  const left = context.elsewhere
    ? { ...state, stack: { ...state.stack, dialogs: [] } }
    : withNothingUnderWay(state);
  return { go: 'ask', dialog, state: left };
}

/**
 * "What was the number?" is answered with the one that was said, and so is what they tell after an emergency. A question about
 * who answers there is answered with where to ask it. Who cannot call hears where they can write, but not in an emergency, in
 * which texts are not answered everywhere. The same danger again is not read out unasked, since it may be overheard. Null for
 * another danger, and for a counselor.
 */
function anotherDanger(
  here: AtSupport,
  { about, doubtful, byText, details }: Event<'support'>,
): Outcome | null {
  const { dialog } = here;
  if (byText && dialog.about !== 'emergency') return { go: 'ask', dialog: { ...dialog, byText } };
  if (!hasNumber(dialog)) return null;
  if (details) return askedAgain(line('support.details'));
  if (about === 'asked') return slowly(here);
  const isLess = dialog.doubtful !== true || doubtful === true;
  if (!isDanger(about) || !isDanger(dialog.about) || !isLess) return null;
  if (dialog.about === 'emergency' && dialog.doubtful !== true) return onceMore(here);
  return about === dialog.about ? askedAgain() : null;
}

/** What is said again after a danger, whatever they say to it that is no answer. */
const again: DialogAnswers<'support'> = {
  unclear: onceMore,
  alone: onceMore,
  distress: onceMore,
  send: onceMore,
  judge: onceMore,
  'off-topic': orQuiet,
  listening: onceMore,
  'what-heard': onceMore,
  // A question about where they are ends nothing.
  where: (here) => (isOfPartner(here) ? askedAgain() : onceMore(here)),
  interrupted: onceMore,
  appreciation: onceMore,
  names: onceMore,
  depth: onceMore,
  shorter: onceMore,
  usual: onceMore,
  faster: onceMore,
  path: onceMore,
  'leave-path': onceMore,
  // "She's my wife" is told about a danger, and "forget I said it" takes it back: neither is about what is kept.
  parting: onceMore,
  forget: (here, { what }) => (what === 'us' ? null : closeOrAsk(here)),
};

/**
 * Says it again once. After that, only the question whether to say it again is left. What may have been no danger is not
 * said again unasked: it is offered once more, and then they are asked whether to go on. Nor is it if somebody is afraid of
 * the other one, who may be listening now: it is offered once more, and then it ends.
 */
function onceMore(here: AtSupport): Outcome {
  const { doubtful, told } = here.dialog;
  const isOverheard = isOfPartner(here);
  if (told) {
    if (doubtful === true && canGoOn(here)) return askWhetherToGoOn(here);
    return isOverheard ? STOP : askedAgain();
  }
  const dialog = { ...here.dialog, told: true } as const;
  if (doubtful || isOverheard) return { go: 'ask', dialog, words: 'again' };
  return { go: 'ask', dialog, lead: slowly(here).lead ?? [], words: 'question' };
}

/**
 * "What's for dinner?" after somebody is afraid of the other one: the other one may have come in, so nothing more is read out.
 */
function orQuiet(here: AtSupport): Outcome {
  return isOfPartner(here) ? STOP : onceMore(here);
}

/** Whether the danger is the other one, so that nothing is read out unasked that they may hear. */
function isOfPartner({ dialog: { about } }: AtSupport): boolean {
  return about === 'unsafe' || about === 'coercion';
}

/** Whether what was said names a number. */
function hasNumber({ about }: AtSupport['dialog']): boolean {
  return about !== 'counsel' && about !== 'coercion';
}

/** Whether this was heard in what somebody said, not asked for. */
function isDanger(about: Concern): boolean {
  return about !== 'asked' && about !== 'counsel';
}

/**
 * What is said first if there is hardly a doubt: that it ends here, or to stay apart. It is not said beside where to write,
 * which does not say why.
 */
const BEFORE: Record<Concern, 'support.leave' | 'support.apart' | null> = {
  unsafe: 'support.leave',
  coercion: 'support.leave',
  'hurt-someone': 'support.apart',
  emergency: null,
  child: null,
  'self-harm': null,
  'other-self-harm': null,
  asked: null,
  counsel: null,
};

function before({ about, doubtful, byText }: AtSupport['dialog']): Act[] {
  const key = BEFORE[about];
  return key === null || doubtful || byText ? [] : [say(line(key))];
}

/** What tells where to find help. */
function whereToTurn({ about, byText }: AtSupport['dialog']): `support.${Concern | 'by-text'}` {
  return byText ? 'support.by-text' : `support.${about}`;
}

/** Says it again, slowly enough for numbers to be written down. */
function slowly({ dialog }: AtSupport): Outcome {
  const lead: Act[] = [
    say(line('support.slowly')),
    { do: 'say', line: line(whereToTurn(dialog)), slowly: true },
  ];
  return { go: 'stay', lead, words: 'question' };
}

/** Goes back to the dialog beneath or to the exercise. If there is neither, and after a danger without doubt, it ends. */
function resume(here: AtSupport): Outcome {
  const {
    dialog: { about, doubtful },
    state,
    context,
  } = here;
  // What goes on on another device does not begin afresh.
  if (isDanger(about) && doubtful !== true)
    return endWith(line(context.elsewhere || isOfPartner(here) ? 'support.close' : 'support.rest'));
  if (isOnAnother(state)) return goOn(state);
  return hasExercise(state) ? { go: 'resume', lead: [say(line('carry-on.go'))] } : close({ state });
}

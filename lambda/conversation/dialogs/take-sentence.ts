/** Takes a sentence to keep: what is still missing of it, and how often it is asked for in other words. */
import { ask, line } from '../model/act.ts';
import { isTooLong, sentenceAt } from '../model/appreciation.ts';
import type { DialogState } from '../model/dialog-state.ts';
import type { Event } from '../model/event.ts';
import type { Partner } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { speaking } from '../model/partner-names.ts';
import { hasExercise } from '../model/state.ts';
import { askedAgain, type Here, missed } from './dialog.ts';

type AtAppreciation = Here<'appreciation'>;

/** How often one sentence is asked for again in words of its own. */
export const MOST_TRIES = 2;

/** The number of tries after one more. */
export function oneMoreTry({ tries }: { tries: number }): number {
  return Math.min(tries + 1, MOST_TRIES + 1);
}

/** "It's only me": without an exercise, one person alone can say one. */
export function aloneAtSentence({ state }: Pick<Here, 'state'>): Outcome | null {
  return hasExercise(state) ? null : askedAgain(line('alone.enough'));
}

/** Takes a sentence, and asks what is missing: its text, a shorter one, its author, or the yes to keeping it. */
export function take(
  here: AtAppreciation,
  { text: said, barbed }: Event<'appreciation'>,
  likely: Partner | null,
): Outcome {
  const { dialog, state, context } = here;
  const text = said.trim();
  if (text === '' || isTooLong(text)) {
    if (dialog.tries > MOST_TRIES) return missed();
    const asked = { ...dialog, part: 'text', text: '', failed: false, tries: oneMoreTry(dialog) } as const;
    if (text !== '')
      return { go: 'ask', dialog: asked, words: [ask(line('adding.shorter'), 'appreciation')] };
    return { go: 'ask', dialog: asked, words: dialog.tries > 0 ? 'again' : 'question' };
  }
  const known = dialog.from ?? speaking(state, context);
  return {
    go: 'ask',
    dialog: {
      ...dialog,
      text,
      barbed,
      part: known === null ? 'who' : 'confirm',
      from: known ?? likely ?? 'a',
      voice: context.speaker,
      ...sentenceAt(context),
      failed: false,
    },
  };
}

/** How often it is asked for in other words after a no, which may only mean that it shall not be saved. */
const mostTries = ({ origin }: DialogState<'appreciation'>): number => (origin === 'step' ? 0 : MOST_TRIES);

/** Whether a no drops it now, because it was asked for often enough. */
export function isLastTry(dialog: DialogState<'appreciation'>, most = mostTries(dialog)): boolean {
  return dialog.failed || dialog.tries > most;
}

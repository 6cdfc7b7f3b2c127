/** What is kept and who hears it, said plainly; saving put off for a night, and on again. */
import { type Act, say } from '../act.ts';
import { nextHour } from '../calendar.ts';
import type { Context } from '../context.ts';
import { closing, type Draft } from '../draft.ts';
import { continueWith } from '../going-on.ts';
import { bothAgreed } from '../household.ts';
import { line } from '../lines.ts';
import type { State } from '../state.ts';
import { goBackTo } from './back.ts';

/** A night lasts until this hour of their own clock. */
const NIGHT_ENDS = 5;

/** "What do you keep?" */
export function whatIsKept(state: State, now: State, context: Context): Draft {
  const known = bothAgreed(state.household);
  const acts = known
    ? [say(line('kept.what')), say(line('kept.how-long')), say(line('kept.clear'))]
    : [say(line('kept.nothing'))];
  return told(state, now, acts, context);
}

/** "Who can hear this?" */
export function whoHears(state: State, now: State, context: Context): Draft {
  const acts = [say(line('hears.room')), say(line('hears.talk')), say(line('hears.amazon'))];
  return told(state, now, acts, context);
}

/** "Don't save tonight." */
export function dontSave(state: State, now: State, context: Context): Draft {
  if (!bothAgreed(state.household)) return told(state, now, [say(line('kept.nothing'))], context);
  const unsavedUntil = nextHour(context.now, NIGHT_ENDS, context.zone);
  const off = (from: State): State => ({
    ...from,
    keeping: false,
    unsaved: false,
    frozen: { ...(state.frozen ?? state.household), unsavedUntil },
    household: { ...from.household, unsavedUntil },
  });
  const lead = [say(line('saving.off'))];
  // A sentence that waits for its yes is not kept either.
  const { scene } = state;
  if (scene.id === 'adding') return goBackTo(off(now), scene.back, context, lead);
  const dropped = (from: State): State =>
    from.scene.id === 'confirm' ? { ...from, scene: { id: 'step', tries: 0 } } : from;
  return told(dropped(off(state)), dropped(off(now)), lead, context);
}

/** "Start saving again." */
export function saveAgain(state: State, now: State, context: Context): Draft {
  if (!bothAgreed(state.household)) return told(state, now, [say(line('kept.nothing'))], context);
  const on = (from: State): State => ({
    ...from,
    keeping: true,
    // Saved as ever from here on: the place too, which has moved while nothing was saved.
    unsaved: from.unsaved || from.frozen !== null,
    frozen: null,
    household: { ...from.household, unsavedUntil: null },
  });
  return told(on(state), on(now), [say(line('saving.on'))], context);
}

/** Told in between, it goes on; told to somebody who only asked that, it is over. */
function told(state: State, now: State, acts: Act[], context: Context): Draft {
  if (state.scene.id === 'closed') return closing(state, acts);
  // Before a question there is room for two sentences.
  return continueWith(state, now, context, acts.slice(0, 2));
}

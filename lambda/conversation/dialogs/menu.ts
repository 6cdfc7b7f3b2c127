/** The menu of exercises, a few on each page. */
import * as v from 'valibot';
import { isLocked } from '../exercise/catalogue/catalogue.ts';
import { wishFor } from '../exercise/lifecycle.ts';
import { line } from '../model/act.ts';
import { choice, type Label } from '../model/choice.ts';
import type { ExerciseId } from '../model/exercise-id.ts';
import { bothAgreed } from '../model/household.ts';
import type { Outcome } from '../model/outcome.ts';
import { number } from '../model/schema.ts';
import { type Dialog, type Here, notToday } from './dialog.ts';

/** The pages of the menu: the line of each, and the exercises that it offers. A yes chooses the first one. */
const PAGES: readonly [Page, ...Page[]] = [
  { page: 'main', offers: ['check-in', 'questions'] },
  { page: 'warm', offers: ['play', 'good-news'] },
  { page: 'longer', offers: ['together', 'weekly'] },
  { page: 'practice', offers: ['listening', 'openness'] },
  { page: 'inner', offers: ['validation', 'self-check'] },
  { page: 'between', offers: ['appreciation', 'small-thing'] },
];

interface Page {
  page: 'main' | 'warm' | 'longer' | 'practice' | 'inner' | 'between';
  offers: readonly [Offered, Offered];
}

/** An exercise that has a label on a screen. */
type Offered = ExerciseId & Label;

const pageOf = (page: number): Page => PAGES[page] ?? PAGES[0];

export const menu: Dialog<'menu'> = {
  schema: v.object({ id: v.literal('menu'), page: number }),
  stays: true,
  begins: true,
  invites: true,
  chooses: true,
  question({ dialog, state: { household } }, again) {
    const { page } = pageOf(dialog.page);
    // What is not open to them yet is not offered.
    if (page === 'between' && isLocked('small-thing', household))
      return line(again ? 'menu.end-again' : 'menu.end');
    return line(again ? `menu.${page}-again` : `menu.${page}`);
  },
  shows: ({ page }, { household }) => ({
    choices: [
      ...pageOf(page)
        .offers.filter((id) => !isLocked(id, household))
        .map((id) => choice(id)),
      choice('something-else'),
      choice('no', 'not-today'),
    ],
  }),
  missed: (_here, again) => line(again ? 'missed.menu-again' : 'missed.menu'),
  help: () => [line('help.menu'), line('help.safety')],
  answers: () => ({
    yes: pick,
    menu: turnPage,
    next: turnPage,
    skip: turnPage,
    another: turnPage,
    no: notToday,
    done: notToday,
    'rather-not': notToday,
  }),
};

/**
 * Offers the first page. Null for a couple that has not agreed to storing, or whose exercise runs on another device.
 */
export function offerMenu({ state, context }: Pick<Here, 'state' | 'context'>): Outcome | null {
  if (!bothAgreed(state.household) || context.elsewhere) return null;
  return { go: 'ask', dialog: { id: 'menu', page: 0 }, words: 'question' };
}

function turnPage({ dialog: { page } }: Here<'menu'>): Outcome {
  return { go: 'ask', dialog: { id: 'menu', page: (page + 1) % PAGES.length }, words: 'question' };
}

function pick({ dialog, state }: Here<'menu'>): Outcome {
  const exercise = pageOf(dialog.page).offers[0];
  return { go: 'wish', wish: { ...(state.wish ?? wishFor(exercise)), exercise } };
}

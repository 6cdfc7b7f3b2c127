/** Which lines are of a kind of their own. */
import type { LineKey } from '../../lambda/conversation/model/lines.ts';

/** A reflection question is said and not asked: the microphone stays closed, for the answer is not for the skill. */
export const QUESTIONS_FOR_EACH_OTHER: ReadonlySet<LineKey> = new Set(['question.text', 'question.where']);

/** Names of exercises and of practices, inside other lines, and what is only shown on a screen. */
export const isName = (key: LineKey): boolean => /^(exercise|theme|partner|screen)\./u.test(key);

/** What no walk hears: what the adapter says by itself, and what the tests of its own subject hear. */
export const SAID_ELSEWHERE: ReadonlySet<LineKey> = new Set([
  // In later weeks of the path, and after it.
  'path.week-2',
  'path.week-3',
  'path.week-4',
  'path.over',
  'path.once-more',
  'path.once-more-again',
  'path.enough',
  // To those to whom the small thing is not open yet, or was just opened.
  'menu.end',
  'menu.end-again',
  'close.opened',
  // To two whose names are not known.
  'kept.unnamed',
  // To those who have fifty questions.
  'own.full',
  // If a sentence or a question of before is meant that cannot be told apart.
  'own.before',
  'confirm.none-saved',
  'confirm.dropping',
  'forget.reminder-left',
  'forget.reminder-unknown',
  'recap.item-by',
  'recap.old-lead',
  'recap.old-done',
  'recap.old-all',
  'store.unsaved',
  'store.unsaved-goodbye',
  'store.unreachable',
  'store.newer',
  'error.unexpected',
  'remind.text',
]);

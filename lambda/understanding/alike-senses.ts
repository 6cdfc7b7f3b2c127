/** Senses that come to the same at a kind of question, such as "done" and "yes" at the end of a turn. */
import type { Judged, Sense } from './evidence.ts';

/** The kinds of questions, and the senses that come to the same there: the first of each list stands for all of them. */
const ALIKE: readonly { kinds: RegExp; senses: readonly Sense[] }[] = [
  { kinds: /^(?:forget|take-back|parting)/u, senses: ['yes', 'delete-it', 'take-back'] },
  { kinds: /^(?:forget|take-back|parting)/u, senses: ['keep-it', 'no', 'not-quite'] },
  { kinds: /confirm$/u, senses: ['keep-it', 'yes'] },
  { kinds: /confirm$/u, senses: ['delete-it', 'no', 'take-back'] },
  { kinds: /^(?:ready|welcome|length|carry-on|paused)$/u, senses: ['yes', 'resume', 'next'] },
  { kinds: /^(?:talk|wish)$/u, senses: ['done', 'yes', 'next'] },
  { kinds: /^(?:talk|wish)$/u, senses: ['more-time', 'no', 'resume', 'not-quite'] },
  { kinds: /^get-/u, senses: ['no', 'not-quite'] },
  { kinds: /^get-/u, senses: ['yes', 'done'] },
  { kinds: /^(?:recap|another)/u, senses: ['yes', 'resume', 'another'] },
  { kinds: /^(?:recap|another)/u, senses: ['no', 'done'] },
  { kinds: /^support/u, senses: ['repeat', 'yes', 'slower'] },
  { kinds: /^ready$/u, senses: ['more-time', 'not-quite'] },
  { kinds: /^remind/u, senses: ['no', 'unremind'] },
  { kinds: /^paused$/u, senses: ['no', 'not-quite', 'more-time', 'pause', 'interrupted'] },
  { kinds: /^/u, senses: ['interrupted', 'pause'] },
  // "Not tonight" is no wish to drop the place.
  { kinds: /^carry-on$/u, senses: ['no', 'stop'] },
  { kinds: /^start-over/u, senses: ['yes', 'start-over', 'choose', 'delete-it'] },
  { kinds: /^start-over/u, senses: ['no', 'resume', 'keep-it'] },
  { kinds: /^(?:who-starts|.*\.who|recap\.by)$/u, senses: ['first', 'names', 'it-is-me'] },
];

/** The probabilities, with those that come to the same added up. */
export function together(judged: Judged, kind: string | null): Judged {
  if (kind === null) return judged;
  let all = judged;
  for (const { kinds, senses } of ALIKE) {
    if (!kinds.test(kind)) continue;
    const own = all.filter(({ sense }) => senses.includes(sense));
    const [likeliest] = own;
    if (likeliest === undefined) continue;
    const probability = own.reduce((sum, one) => sum + one.probability, 0);
    all = [...all.filter((one) => !own.includes(one)), { sense: likeliest.sense, probability }];
  }
  return all.toSorted((one, two) => two.probability - one.probability);
}

/** The senses that come to the same as a meaning at this kind of question. */
export function alike(meaning: Sense, kind: string | null): Sense[] {
  return ALIKE.filter(
    ({ kinds, senses }) => kind !== null && kinds.test(kind) && senses.includes(meaning),
  ).flatMap(({ senses }) => senses);
}

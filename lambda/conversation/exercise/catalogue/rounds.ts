/**
 * Rounds of questions: both partners answer the same question in turn, then they are asked whether they want another
 * one.
 */
import { DEPTHS, type Depth, other, type Partner, type Practice } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import { prompt } from './turn.ts';

/** What the question of a round is like, and the time for it. */
export interface Round {
  /** See `Step` (model/step.ts), as for `practice` and `depth`. */
  lead: 'question' | 'share';
  practice: Practice | null;
  depth: Depth | null;
  /** True if skipping a question brings another one. */
  swap: boolean;
  /** Seconds of quiet for each partner. */
  seconds: number;
  /** Seconds for the other partner to answer what was said. */
  reply: number;
}

const DEPTH_ORDER: readonly (Depth | null)[] = DEPTHS;

/** Whether a round is deeper than the one before it. They are told before they say yes to it. */
function isDeeper(before: Round | undefined, after: Round | undefined): boolean {
  return DEPTH_ORDER.indexOf(after?.depth ?? null) > DEPTH_ORDER.indexOf(before?.depth ?? null);
}

/**
 * The steps of these rounds, which are numbered from 1. Between them they are asked whether they want another question.
 */
export function rounds(first: Partner, list: readonly Round[]): Step[] {
  return list.flatMap((about, index): Step[] => {
    const id = `another.${index + 1}`;
    const deeper = isDeeper(about, list[index + 1]);
    const another: Step[] = index + 1 < list.length ? [{ kind: 'another', id, part: id, deeper }] : [];
    return [...round(first, about, index + 1), ...another];
  });
}

/** The steps of one round. `number` is null if it is the only round of its exercise. */
export function round(first: Partner, { reply, seconds, ...about }: Round, number: number | null): Step[] {
  const tag = number === null ? '' : `.${number}`;
  const same = { ...about, part: `question${tag}`, round: number ?? 1 };
  const topic = about.lead === 'share' ? 'thank' : 'reply';
  const each = [first, other(first)].map((who, index) => ({ who, second: index === 1 }));
  return [
    ...each.map(
      ({ who, second }): Step => ({ ...same, kind: 'deepest', id: `deepest${tag}.${who}`, who, second }),
    ),
    ...each.flatMap(({ who, second }): Step[] => [
      { ...same, kind: 'question', id: `question${tag}.${who}`, who, second, seconds },
      prompt(topic, other(who), same.part, reply, tag),
    ]),
  ];
}

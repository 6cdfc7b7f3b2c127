import { type Minutes, other, type Partner } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import type { Exercise } from './exercise.ts';
import { arrive, close, prompt } from './turn.ts';

/** Seconds of quiet in each kind of step. */
interface Times {
  /** A piece of the small thing, and saying it back. */
  piece: number;
  sayBack: number;
  /** To correct what was said back. */
  fix: number;
  request: number;
  canDo: number;
  /** The side of the other partner, and saying that back. */
  side: number;
  sideBack: number;
}

const PIECE = { piece: 40, sayBack: 40, fix: 25 };
const ONE: Times = { ...PIECE, request: 40, canDo: 40, side: 40, sideBack: 40 };
const EACH: Times = { ...PIECE, request: 40, canDo: 45, side: 50, sideBack: 40 };

/** Seconds for each to say thank you. */
const THANKS = 8;

/** The pieces in which a small thing is told. */
const PIECES = ['happened', 'felt', 'need'] as const;

/**
 * One small thing between the two: what happened, what one of them felt and needs, in pieces that are each said back. Then
 * one request and an answer to it, and the other side in short. In twenty minutes each has a small thing.
 */
export const smallThing: Exercise = {
  lengths: [10, 20],
  usual: 10,
  practices: () => ['listening'],
  tender: true,
  opensAfter: { practice: 'listening', times: 3 },
  steps({ minutes, first }) {
    const times = minutes === 10 ? ONE : EACH;
    return [
      arrive('small-thing', 5),
      { kind: 'agree', id: 'agree', part: 'agree', seconds: 20 },
      ...whose(minutes, first).flatMap((who) => thingOf(who, times)),
      prompt('thanks', other(first), 'thanks', THANKS),
      prompt('thanks', first, 'thanks', THANKS),
      close('small-thing'),
    ];
  },
};

/** The partners who have a small thing at this length. */
function whose(minutes: Minutes, first: Partner): Partner[] {
  return minutes === 10 ? [first] : [first, other(first)];
}

/** The steps of one partner's small thing. Whoever passes a piece of it passes what builds on that piece. */
function thingOf(who: Partner, times: Times): Step[] {
  const listener = other(who);
  const request = `request.${who}`;
  return [
    ...PIECES.flatMap((piece) => saidBack(piece, who, times.piece, times.sayBack, times.fix)),
    { ...prompt('request', who, request, times.request), followed: true },
    prompt('can-do', listener, request, times.canDo),
    ...saidBack('side', listener, times.side, times.sideBack, times.fix),
  ];
}

/** A piece that one partner tells, and the other one says back. */
function saidBack(
  piece: (typeof PIECES)[number] | 'side',
  who: Partner,
  seconds: number,
  back: number,
  fix: number,
): Step[] {
  const listener = other(who);
  const part = `${piece}.${who}`;
  return [
    { ...prompt(piece, who, part, seconds), followed: true },
    { kind: 'say-back', id: `say-back.${piece}.${listener}`, part, who: listener, piece, seconds: back },
    { kind: 'did-they-get-it', id: `get-it.${piece}.${who}`, part, who, about: 'it', fix },
  ];
}

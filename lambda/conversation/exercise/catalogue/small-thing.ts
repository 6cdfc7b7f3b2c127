import { type Minutes, other, type Partner } from '../../model/household.ts';
import type { Step } from '../../model/step.ts';
import type { Exercise } from './exercise.ts';
import { arrive, close, prompt } from './turn.ts';

/** Seconds of quiet to tell a piece of the small thing, to say it back, and to correct that. */
const TELL = 40;
const SAY_BACK = 40;
const FIX = 25;
/** Seconds for the request, and for each to say thank you. */
const REQUEST = 40;
const THANKS = 8;

/** Seconds to answer the request and for the side of the other partner, which depend on the length. */
interface Times {
  canDo: number;
  side: number;
}

const ONE: Times = { canDo: 40, side: 40 };
const EACH: Times = { canDo: 45, side: 50 };

/** The pieces in which a small thing is told. */
const PIECES = ['happened', 'felt', 'need'] as const;

/**
 * One small thing between the two: what happened, what one of them felt and needs, in pieces that are each said back. Then
 * one request and an answer to it, and the other side in short. In twenty minutes each has a small thing.
 */
export const smallThing: Exercise = {
  lengths: [10, 20],
  usual: 10,
  practices: ['listening'],
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
    ...PIECES.flatMap((piece) => saidBack(piece, who, TELL)),
    { ...prompt('request', who, request, REQUEST), followed: true },
    prompt('can-do', listener, request, times.canDo),
    ...saidBack('side', listener, times.side),
  ];
}

/** A piece that one partner tells, and the other one says back. */
function saidBack(piece: (typeof PIECES)[number] | 'side', who: Partner, seconds: number): Step[] {
  const listener = other(who);
  const part = `${piece}.${who}`;
  return [
    { ...prompt(piece, who, part, seconds), followed: true },
    { kind: 'say-back', id: `say-back.${piece}.${listener}`, part, who: listener, piece, seconds: SAY_BACK },
    { kind: 'did-they-get-it', id: `get-it.${piece}.${who}`, part, who, about: 'it', fix: FIX },
  ];
}

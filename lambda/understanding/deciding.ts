/** Decides what was meant, from the meanings that were found and from what was asked. */

import type { Meaning } from '../content/content.ts';
import type { Event } from '../conversation/model/event.ts';
import type { Question } from '../conversation/model/question.ts';
import { eventFor } from './meanings.ts';
import type { Names } from './names.ts';
import type { Polarity } from './polarity.ts';
import { type Candidate, worthOf } from './reading.ts';
import type { Sentences } from './sentences.ts';
import type { Heard } from './words.ts';

/** What a decision needs. */
export interface Deciding {
  heard: Heard;
  /** The best first. */
  candidates: readonly Candidate[];
  question: Question | null;
  polarity: Polarity | null;
  names: Names;
  sentences: Sentences;
  isBarbed(said: string): boolean;
}

/** The least worth of a meaning, and of one where two people may be talking to each other or about to say a sentence. */
const LEAST = 0.15;
const LEAST_IN_TALK = 0.35;
const LEAST_IN_SENTENCE = 0.5;
/** A yes and a no are not told apart unless one is worth this much more. */
const POLAR_TIE = 0.2;
/** An answer of its own wins over a yes or no before it if it is worth this much. */
const CONTRADICTS = 1.2;
/** What is added for a meaning that the question answers itself, and for one that is said in few ways. */
const EXPECTED = 0.12;
const SPECIFIC = 0.25;
/** Words besides a yes or no, at most. */
const MOST_BESIDES = 14;
const MOST_IN_TALK = 4;

const UNCLEAR: Event = { type: 'unclear' };

/** A meaning with its event. */
interface Meant {
  candidate: Candidate;
  event: Event;
  worth: number;
}

/** Decides what was meant. */
export function decide(deciding: Deciding): Event {
  const { heard, question } = deciding;
  if (heard.words.length === 0) return UNCLEAR;
  const meant = deciding.candidates.flatMap((candidate): Meant[] => {
    const event = eventFor(candidate.meaning, candidate.values);
    if (event === null) return [];
    const expected = question?.answers.includes(event.type) === true ? EXPECTED : 0;
    return [{ candidate, event, worth: worthOf(candidate) + expected + specificityOf(candidate.meaning) }];
  });
  meant.sort((one, two) => two.worth - one.worth);
  switch (question?.listensFor) {
    case 'name':
      return nameOr(deciding, meant);
    case 'appreciation':
      return sentenceOr(deciding, meant);
    case 'day':
    case 'time':
    case null:
    case undefined:
      break;
  }
  const found = best(meant, question?.talking === true ? LEAST_IN_TALK : LEAST);
  const polar = polarOf(deciding);
  if (found !== null) {
    if (polar === null || !isOpposite(found.event.type, polar.type)) return found.event;
    // "Yes, keep it" at a question whether to delete it is neither.
    return found.candidate.isAnswer && found.worth > CONTRADICTS ? found.event : UNCLEAR;
  }
  if (polar !== null) return polar;
  return question === null ? thanksIn(deciding) : UNCLEAR;
}

/** The yes or no that the answer begins or ends with; null if there is none, or it says more than that. */
function polarOf({ polarity, question }: Deciding): Event | null {
  if (polarity === null) return null;
  const most = question === null ? 1 : question.talking ? MOST_IN_TALK : MOST_BESIDES;
  return polarity.besides > most ? null : { type: polarity.says };
}

/** The best meaning, if it is worth enough and no other is as near; null if there is none. */
function best(meant: readonly Meant[], least: number): Meant | null {
  const [first, ...others] = meant;
  if (first === undefined || first.worth < least) return null;
  for (const other of others) {
    if (other.event.type === first.event.type) continue;
    const apart = first.worth - other.worth;
    if (isOpposite(first.event.type, other.event.type) && apart < POLAR_TIE) return null;
  }
  return first;
}

/** Whether one is a yes and the other a no. */
function isOpposite(one: Event['type'], two: Event['type']): boolean {
  return (one === 'yes' && two === 'no') || (one === 'no' && two === 'yes');
}

/** Meanings that many sentences touch, so that any other one wins over them; and those that are said in one way only. */
const GENERAL: ReadonlySet<Meaning> = new Set([
  'yes',
  'no',
  'not-quite',
  'done',
  'repeat',
  'where',
  'pause',
  'thanks',
  'resume',
  'you-choose',
  'first',
  'names',
  'it-is-me',
  'next',
  'another',
  'more-time',
]);

function specificityOf(meaning: Meaning): number {
  return GENERAL.has(meaning) ? 0 : SPECIFIC;
}

/** An answer to a question for a name. */
function nameOr(deciding: Deciding, meant: readonly Meant[]): Event {
  const { heard, names } = deciding;
  const found = best(meant, LEAST_IN_SENTENCE);
  if (found !== null) return found.event;
  const said = names.all(heard);
  if (said !== null) return { type: 'names', ...said };
  return best(meant, LEAST)?.event ?? polarOf(deciding) ?? UNCLEAR;
}

/** An answer to the question for a sentence to keep. */
function sentenceOr(deciding: Deciding, meant: readonly Meant[]): Event {
  const { heard, sentences } = deciding;
  if (sentences.isThanks(heard.text)) return appreciationOf(deciding);
  const found = best(meant, LEAST_IN_SENTENCE);
  if (found !== null) return found.event;
  const polar = polarOf(deciding);
  if (polar !== null && deciding.polarity !== null && deciding.polarity.besides < 4) return polar;
  return sentences.canBeKept(heard.text) ? appreciationOf(deciding) : (best(meant, LEAST)?.event ?? UNCLEAR);
}

/** An appreciation that nobody asked for. */
function thanksIn(deciding: Deciding): Event {
  return deciding.sentences.isThanks(deciding.heard.text) ? appreciationOf(deciding) : UNCLEAR;
}

function appreciationOf({ heard, sentences, isBarbed }: Deciding): Event {
  const text = sentences.withoutLead(heard.text);
  return { type: 'appreciation', text, barbed: isBarbed(text) };
}

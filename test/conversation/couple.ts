/** Ana and Bo: two people in front of a speaker, for telling stories about what they hear. */

import { stateId } from '../../lambda/conversation/dialogs/registry.ts';
import { openSession } from '../../lambda/conversation/exercise/lifecycle.ts';
import type { Act } from '../../lambda/conversation/model/act.ts';
import type { Context, Playing, QuestionFacts } from '../../lambda/conversation/model/context.ts';
import type { DialogState } from '../../lambda/conversation/model/dialog-state.ts';
import type { Effect } from '../../lambda/conversation/model/effect.ts';
import type { Event, SimpleEvent } from '../../lambda/conversation/model/event.ts';
import type { ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';
import {
  type Household,
  type Minutes,
  newHousehold,
  type Place,
} from '../../lambda/conversation/model/household.ts';
import type { LineKey, Param } from '../../lambda/conversation/model/lines.ts';
import type { Reply } from '../../lambda/conversation/model/reply.ts';
import { isRunning, keptOf, type Phase, type State } from '../../lambda/conversation/model/state.ts';
import { respond } from '../../lambda/conversation/respond.ts';

export const SUNDAY = Date.parse('2026-11-22T19:00:00Z');
export const DAY = 86_400_000;

/** Seconds of quiet in these acts. */
export function quietOf(acts: readonly Act[]): number {
  return acts.reduce((sum, act) => sum + (act.do === 'hold' ? act.seconds : 0), 0);
}

/** More events than any story here has. */
const LONGEST_VISIT = 100;

export const someQuestions: readonly QuestionFacts[] = [
  { id: 'ol1', practice: 'openness', depth: 'light' },
  { id: 'll1', practice: 'listening', depth: 'light' },
  { id: 'tl1', practice: 'together', depth: 'light' },
];

export function context(more: Partial<Context> = {}): Context {
  return {
    now: SUNDAY,
    seed: 7,
    playing: null,
    elsewhere: false,
    brokeOff: false,
    questions: someQuestions,
    zone: 'UTC',
    speaker: null,
    recalled: { page: [], next: null },
    reminded: null,
    ...more,
  };
}

/** Ana and Bo, who both said yes to keeping their nicknames and progress a week ago. */
export function household(more: Partial<Household> = {}): Household {
  return {
    ...newHousehold(),
    names: { a: 'Ana', b: 'Bo' },
    consent: { a: '2026-11-15', b: '2026-11-15' },
    counts: { finished: 3, listened: 60 },
    tried: { openness: 0, listening: 3, together: 0, validation: 3, appreciation: 3 },
    met: '2026-11-15',
    since: SUNDAY - 7 * DAY,
    ...more,
  };
}

/** An unfinished check-in of an hour ago. */
export function unfinished(more: Partial<Place> = {}): Place {
  const step = more.step ?? 'talk.a';
  return {
    exercise: 'check-in',
    minutes: 20,
    first: 'a',
    depth: null,
    theme: null,
    agreed: false,
    step,
    from: step,
    question: null,
    round: 0,
    began: SUNDAY - 3_900_000,
    touched: SUNDAY - 3_600_000,
    ...more,
  };
}

/** A visit of the two, reply by reply, as they or their speaker would notice it. */
export class Visit {
  state: State;
  reply: Reply | null = null;
  acts: readonly Act[] = [];
  private surroundings: Partial<Context>;

  /** `place` is where an exercise of theirs was left. */
  constructor(kept: Household | null, surroundings: Partial<Context> = {}, place: Place | null = null) {
    this.state = openSession(kept && { household: kept, place }, surroundings.now ?? SUNDAY);
    this.surroundings = surroundings;
  }

  /** The next visit of the same two, with what is kept of this one. */
  another(surroundings: Partial<Context> = {}): Visit {
    const { household, place } = keptOf(this.state);
    return new Visit(household, surroundings, place);
  }

  /** From here on the surroundings are different. */
  in(surroundings: Partial<Context>): this {
    this.surroundings = { ...this.surroundings, ...surroundings };
    return this;
  }

  /** Said when all had been heard and the microphone was open. */
  says(event: SimpleEvent | Event): this {
    return this.respond(event, {
      step: this.lastStep,
      quietLeft: 0,
      over: true,
    });
  }

  /** Said with the wake word while this step was heard, with this many seconds of its quiet left. */
  interrupts(event: SimpleEvent | Event, step: string, quietLeft: number): this {
    return this.respond(event, { step, quietLeft, over: false });
  }

  /** Nobody answered: what follows the silence was heard to its end. */
  saysNothing(): this {
    const silent = this.reply?.ifSilent ?? null;
    if (silent === null) throw new Error('nothing was asked, so nothing follows the silence');
    this.state = { ...this.state, stack: silent.stack };
    this.acts = silent.acts;
    return this;
  }

  /** Says yes, and keeps no appreciation, until this step has asked its question, or asks whether they are ready. */
  goesOnTo(step: string, phase: Phase['at'] = 'step'): this {
    for (let turns = 0; turns < 30; turns += 1) {
      if (this.place?.step === step && this.phase === phase) return this;
      this.says(this.isInStep && this.place?.step.startsWith('appreciate') ? 'skip' : 'yes');
    }
    throw new Error(`${step} was not reached: the visit is at ${this.at}`);
  }

  /** The lines that were heard, by key. */
  get heard(): LineKey[] {
    return this.acts.flatMap((act) => (act.do === 'say' || act.do === 'ask' ? [act.line.key] : []));
  }

  /** The question that the microphone opened for; null if it stayed closed. */
  get asked(): LineKey | null {
    const last = this.acts.at(-1);
    return last?.do === 'ask' ? last.line.key : null;
  }

  /** What a line took in, by the name of its parameter. */
  said(key: LineKey): Readonly<Record<string, Param>> | null {
    for (const act of this.acts)
      if ((act.do === 'say' || act.do === 'ask') && act.line.key === key) return act.line.with;
    return null;
  }

  /** Seconds of quiet, stretch by stretch. */
  get quiets(): number[] {
    return this.acts.flatMap((act) => (act.do === 'hold' ? [act.seconds] : []));
  }

  get quiet(): number {
    return quietOf(this.acts);
  }

  /** The steps that were heard, in order. */
  get steps(): string[] {
    return this.acts.flatMap((act) => (act.do === 'mark' ? [act.step] : []));
  }

  /** The id of what was asked last, such as `check-in/talk.a`; `closed` if nothing was. */
  get at(): string {
    return stateId(this.state);
  }

  /** The dialogs under way, the one that was asked last at the end. */
  get dialogs(): readonly DialogState[] {
    return this.state.stack.dialogs;
  }

  /** Whether the session has ended. */
  get isOver(): boolean {
    return this.state.session === 'ended';
  }

  /** Whether a step of the exercise asked its question last. */
  get isInStep(): boolean {
    return this.phase === 'step';
  }

  /** Whether it was asked last whether they are ready for a step. */
  get isAtDoor(): boolean {
    return this.phase === 'awaiting-ready';
  }

  /** Where their exercise stands; null if there is none. */
  get place(): Place | null {
    return keptOf(this.state).place;
  }

  get names(): Household['names'] {
    return this.state.household.names;
  }

  get effects(): readonly Effect[] {
    return this.reply?.effects ?? [];
  }

  get saved(): boolean {
    return this.effects.some(({ effect }) => effect === 'save');
  }

  private get phase(): Phase['at'] | null {
    return isRunning(this.state) ? this.state.stack.exercise.phase.at : null;
  }

  private get lastStep(): string | null {
    return this.steps.at(-1) ?? null;
  }

  private respond(event: SimpleEvent | Event, playing: Playing): this {
    const what = typeof event === 'string' ? ({ type: event } as Event) : event;
    if (this.state.counter > LONGEST_VISIT) throw new Error('this visit never comes to its end');
    const heardBefore = this.reply !== null;
    this.reply = respond(
      this.state,
      what,
      context({ ...this.surroundings, playing: heardBefore ? playing : null }),
    );
    this.state = this.reply.state;
    this.acts = this.reply.acts;
    return this;
  }
}

/** A first visit, up to the question for the first name. */
export function firstVisit(): Visit {
  return new Visit(null).says('launch');
}

/** Two who have just said their names, and are asked for their yes. */
export function atConsent(): Visit {
  return firstVisit().says({ type: 'names', name: 'Ana', other: null }).says({
    type: 'names',
    name: 'Bo',
    other: null,
  });
}

/** Two who want nothing kept, at the beginning of their check-in. */
export function withoutKeeping(): Visit {
  return atConsent().says('no').says('yes');
}

/** Two who are known, at the beginning of an exercise; Ana talks first. */
export function doing(exercise: ExerciseId, minutes: Minutes, more: Partial<Household> = {}): Visit {
  return new Visit(household({ ...more })).says({ type: 'choose', exercise, minutes });
}

/** The same, when this step has asked its question. */
export function askedAt(step: string, exercise: ExerciseId = 'check-in', minutes: Minutes = 20): Visit {
  return doing(exercise, minutes).goesOnTo(step);
}

/** The same, when the reply has grown too long and this step waits for their yes. */
export function atTheDoorOf(step: string, exercise: ExerciseId = 'check-in', minutes: Minutes = 20): Visit {
  return doing(exercise, minutes).goesOnTo(step, 'awaiting-ready');
}

/** Two who are known, whose last check-in was left at this place. */
export function returningTo(place: Place, surroundings: Partial<Context> = {}): Visit {
  return new Visit(household(), surroundings, place);
}

export const appreciation = (text: string, barbed = false): Event => ({ type: 'appreciation', text, barbed });

/** Ana and Bo: a couple whose conversation tests can play event by event, without a device. */

import { stateId } from '../../lambda/conversation/dialogs/registry.ts';
import { openSession } from '../../lambda/conversation/exercise/lifecycle.ts';
import type { Act } from '../../lambda/conversation/model/act.ts';
import type { Context, Playing, QuestionFacts } from '../../lambda/conversation/model/context.ts';
import type { DialogState } from '../../lambda/conversation/model/dialog-state.ts';
import type { Effect } from '../../lambda/conversation/model/effect.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
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
import type { SimpleEvent } from './plain-events.ts';

export const SUNDAY = Date.parse('2026-11-22T19:00:00Z');
export const DAY = 86_400_000;

/** Seconds of quiet in these acts. */
export function quietOf(acts: readonly Act[]): number {
  return acts.reduce((sum, act) => sum + (act.do === 'hold' ? act.seconds : 0), 0);
}

/** More events than any visit in the tests has. */
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
    own: [],
    reminded: null,
    ...more,
  };
}

/** The household of Ana and Bo, who both said yes to storing their nicknames and progress a week ago. */
export function household(more: Partial<Household> = {}): Household {
  return {
    ...newHousehold(),
    names: { a: 'Ana', b: 'Bo' },
    consent: { a: '2026-11-15', b: '2026-11-15' },
    counts: { finished: 3, listened: 60 },
    tried: { openness: 0, listening: 2, together: 0, validation: 2, appreciation: 3 },
    since: SUNDAY - 7 * DAY,
    // The path of four weeks was offered before.
    path: false,
    ...more,
  };
}

/** The place of a check-in that was left an hour ago. */
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

/** An appreciation as it was said. */
export const thanks = (text: string, more: object = {}): Event => ({
  type: 'appreciation',
  text,
  barbed: false,
  ...more,
});

/** A visit of the couple: what they say, and what they hear in the last reply. */
export class Visit {
  state: State;
  reply: Reply | null = null;
  acts: readonly Act[] = [];
  private surroundings: Partial<Context>;

  /** `place` is that of an unfinished exercise; null for none. */
  constructor(kept: Household | null, surroundings: Partial<Context> = {}, place: Place | null = null) {
    this.state = openSession(kept && { household: kept, place }, surroundings.now ?? SUNDAY);
    this.surroundings = surroundings;
  }

  /** The next visit of the same couple, with what is stored after this one. */
  another(surroundings: Partial<Context> = {}): Visit {
    const { household, place } = keptOf(this.state);
    return new Visit(household, surroundings, place);
  }

  /** Changes the context of all events from here on. */
  in(surroundings: Partial<Context>): this {
    this.surroundings = { ...this.surroundings, ...surroundings };
    return this;
  }

  /** Somebody says something after all of the reply was heard, when the microphone is open. */
  says(event: SimpleEvent | Event): this {
    return this.respond(event, {
      step: this.lastStep,
      quietLeft: 0,
      over: true,
    });
  }

  /** Somebody interrupts this step with the wake word, with this many seconds of its quiet left. */
  interrupts(event: SimpleEvent | Event, step: string, quietLeft: number): this {
    return this.respond(event, { step, quietLeft, over: false });
  }

  /** Nobody answers, and the reprompt is heard to its end. */
  saysNothing(): this {
    const silent = this.reply?.ifSilent ?? null;
    if (silent === null) throw new Error('expected a question, and so a reprompt, got none');
    this.state = { ...this.state, stack: silent.stack };
    this.acts = silent.acts;
    return this;
  }

  /**
   * Says yes, and keeps no appreciation, until this step has asked its question, or they are asked whether they are
   * ready for it.
   */
  goesOnTo(step: string, phase: Phase['at'] = 'step'): this {
    for (let turns = 0; turns < 30; turns += 1) {
      if (this.place?.step === step && this.phase === phase) return this;
      this.says(this.isInStep && this.place?.step.startsWith('appreciate') ? 'skip' : 'yes');
    }
    throw new Error(`expected to get to ${step}, got to ${this.at}`);
  }

  /** The keys of the lines that were heard. */
  get heard(): LineKey[] {
    return this.acts.flatMap((act) => (act.do === 'say' || act.do === 'ask' ? [act.line.key] : []));
  }

  /** The key of the question; null if the microphone stayed closed. */
  get asked(): LineKey | null {
    const last = this.acts.at(-1);
    return last?.do === 'ask' ? last.line.key : null;
  }

  /** The parameters of a line that was heard, by name; null if it was not heard. */
  said(key: LineKey): Readonly<Record<string, Param>> | null {
    for (const act of this.acts)
      if ((act.do === 'say' || act.do === 'ask') && act.line.key === key) return act.line.with;
    return null;
  }

  /** The seconds of each quiet. */
  get quiets(): number[] {
    return this.acts.flatMap((act) => (act.do === 'hold' ? [act.seconds] : []));
  }

  /** Seconds of quiet in all. */
  get quiet(): number {
    return quietOf(this.acts);
  }

  /** The ids of the steps that were heard, in order. */
  get steps(): string[] {
    return this.acts.flatMap((act) => (act.do === 'mark' ? [act.step] : []));
  }

  /** The id of the state, such as `check-in/talk.a`; `closed` if nothing is asked. */
  get at(): string {
    return stateId(this.state);
  }

  /** The dialogs on the stack. The one on top is the last. */
  get dialogs(): readonly DialogState[] {
    return this.state.stack.dialogs;
  }

  /** Whether the session has ended. */
  get isOver(): boolean {
    return this.state.session === 'ended';
  }

  /** Whether the last question was that of a step of the exercise. */
  get isInStep(): boolean {
    return this.phase === 'step';
  }

  /** Whether the last question was whether they are ready for a step. */
  get isAtDoor(): boolean {
    return this.phase === 'awaiting-ready';
  }

  /** The place of their exercise; null if there is none. */
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
    if (this.state.counter > LONGEST_VISIT)
      throw new Error(`expected the visit to end within ${LONGEST_VISIT} events`);
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

/** A first visit, at the question for the first name. */
export function firstVisit(): Visit {
  return new Visit(null).says('launch');
}

/** A new couple who have said their names, and are asked for a yes to storing them. */
export function atConsent(): Visit {
  return firstVisit().says({ type: 'names', name: 'Ana', other: null }).says({
    type: 'names',
    name: 'Bo',
    other: null,
  });
}

/** What a new couple answers to the question for the length, to have a whole check-in. */
export const TWENTY_MINUTES: Event = { type: 'choose', exercise: null, minutes: 20 };

/** A new couple who both said yes to being remembered, and are asked how long it should be. */
export function atLength(): Visit {
  return atConsent().says('yes').says('yes');
}

/** A couple who wants nothing remembered, at the beginning of a check-in. */
export function withoutKeeping(): Visit {
  return atConsent().says('no').says(TWENTY_MINUTES);
}

/** Ana and Bo at the beginning of an exercise. Ana talks first. */
export function doing(exercise: ExerciseId, minutes: Minutes, more: Partial<Household> = {}): Visit {
  const { tried } = household();
  // It is open to those who have listened to each other three times.
  const open = exercise === 'small-thing' ? { tried: { ...tried, listening: 3 } } : {};
  return new Visit(household({ ...open, ...more })).says({ type: 'choose', exercise, minutes });
}

/** The same, after this step has asked its question. */
export function askedAt(step: string, exercise: ExerciseId = 'check-in', minutes: Minutes = 20): Visit {
  return doing(exercise, minutes).goesOnTo(step);
}

/** The same, at the question whether they are ready for this step. */
export function atTheDoorOf(step: string, exercise: ExerciseId = 'check-in', minutes: Minutes = 20): Visit {
  return doing(exercise, minutes).goesOnTo(step, 'awaiting-ready');
}

/** Ana and Bo in a new session, with an exercise that was left at this place. */
export function returningTo(place: Place, surroundings: Partial<Context> = {}): Visit {
  return new Visit(household(), surroundings, place);
}

export const appreciation = (text: string, barbed = false): Event => ({ type: 'appreciation', text, barbed });

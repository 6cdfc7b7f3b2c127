/** What to do to the world, as data. The adapter performs it, in this order, before anything is spoken. */
import type { Day, Partner } from './state.ts';

/** One thing one partner noticed in the other, in the author's own words, confirmed with a yes. */
export interface Appreciation {
  /** Derives from the exercise and the step, so that a retry writes the same item. */
  id: string;
  text: string;
  from: Partner;
  to: Partner;
  /** The day, in UTC: part of the key (docs/decisions/). */
  day: Day;
  /** When the exercise it belongs to began, in milliseconds since 1970: the household's own day follows from it. */
  at: number;
}

export type Effect =
  | { effect: 'keep'; appreciation: Appreciation }
  /** Delete an appreciation that may have been kept although nobody could be told so. */
  | { effect: 'take-back'; appreciation: Pick<Appreciation, 'id' | 'day'> }
  /** Read the appreciations of these days, both included; then the same event is answered once more. */
  | { effect: 'recall'; from: Day; to: Day }
  /** Save the household of the reply's state. */
  | { effect: 'save' }
  /** Delete everything that is kept for the household. */
  | { effect: 'forget' };

/** The two people whom the walk begins with: strangers, two who are known, and what may be kept of them besides. */
import { DAY, type Household, type Kept, newHousehold } from '../../lambda/conversation/model/household.ts';

/** A Sunday evening: the moment of the whole walk. */
export const NOW = Date.parse('2026-11-22T19:00:00Z');

/** A mark of the voice that speaks. */
export const VOICE = 'voice-of-ana';

export const reminder = { token: 'token', day: 'monday', time: '20:00' } as const;

/** Two who have met before; the first one starts. */
const known: Household = {
  ...newHousehold(),
  names: { a: 'Ana', b: 'Bo' },
  consent: { a: '2026-11-01', b: '2026-11-01' },
  counts: { finished: 3, listened: 60 },
  tried: { openness: 0, listening: 3, together: 0, validation: 3, appreciation: 3 },
  since: NOW - 21 * DAY,
};

const knownBut = (more: Partial<Household>): Kept => ({ household: { ...known, ...more }, place: null });

export const someKept: Kept = knownBut({});

/** What is kept where a session of the walk begins, besides what the walk itself keeps. */
export const beginnings: readonly (Kept | null)[] = [
  someKept,
  null,
  knownBut({ counts: { finished: 0, listened: 0 } }),
  knownBut({
    tried: { openness: 1, listening: 1, together: 1, validation: 1, appreciation: 1 },
    path: false,
  }),
  // Something was kept since the last recap: the week is offered. The voice is known, and there is a reminder.
  knownBut({ appreciated: NOW - DAY, voices: { a: VOICE, b: null }, reminder }),
  // They have listened to each other twice, so that the next time opens one small thing to them.
  knownBut({
    tried: { openness: 1, listening: 2, together: 1, validation: 1, appreciation: 1 },
    path: false,
  }),
  // A night on which nothing is saved.
  knownBut({ unsavedUntil: NOW + DAY }),
];

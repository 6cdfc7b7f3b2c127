/** Which lines are said and which are asked, found by answering everything, everywhere, once. */

import { stateId } from '../../lambda/conversation/dialogs/registry.ts';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import { openSession } from '../../lambda/conversation/exercise/lifecycle.ts';
import type { Act } from '../../lambda/conversation/model/act.ts';
import type { Context, Playing, QuestionFacts } from '../../lambda/conversation/model/context.ts';
import type { Reminded } from '../../lambda/conversation/model/effect.ts';
import type { Event } from '../../lambda/conversation/model/event.ts';
import type { ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';
import { type LineKey, lines, type Subject } from '../../lambda/conversation/model/lines.ts';
import type { Reply } from '../../lambda/conversation/model/reply.ts';
import type { State } from '../../lambda/conversation/model/state.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { context, DAY, household, SUNDAY, unfinished } from '../conversation/couple.ts';
import { plainEvents } from '../conversation/plain-events.ts';

export interface Heard {
  said: ReadonlySet<LineKey>;
  asked: ReadonlySet<LineKey>;
}

const sentence = (text: string, barbed = false): Event => ({ type: 'appreciation', text, barbed });

const subjects = Object.keys(lines).flatMap((key) =>
  key.startsWith('learn.') ? [key.slice('learn.'.length) as Subject] : [],
);

const reminder = { token: 'token', day: 'monday', time: '20:00' } as const;

const events: readonly Event[] = [
  ...plainEvents,
  { type: 'not-forgotten' },
  { type: 'more-time', seconds: null },
  { type: 'choose', exercise: 'check-in', minutes: 7 },
  ...(Object.keys(exercises) as ExerciseId[]).map(
    (exercise): Event => ({ type: 'choose', exercise, minutes: 20 }),
  ),
  { type: 'choose', exercise: null, minutes: null, theme: 'together' },
  ...(['light', 'deep', 'deepest', 'lighter', 'deeper'] as const).map(
    (depth): Event => ({ type: 'depth', depth }),
  ),
  { type: 'depth', depth: 'deep', other: 'light' },
  { type: 'first', who: 'b' },
  { type: 'first', who: null },
  { type: 'you-choose', what: null },
  { type: 'you-choose', what: 'first' },
  ...subjects.map((about): Event => ({ type: 'learn', about })),
  { type: 'names', name: 'Ana', other: null },
  { type: 'names', name: 'Ana', other: 'Bo' },
  { type: 'names', name: 'Cleo', other: null },
  { type: 'names', name: '', other: null },
  { type: 'rename', name: 'Ana', other: 'Anna' },
  { type: 'rename', name: null, other: null },
  sentence('You listen.'),
  sentence('You finally listen.', true),
  sentence(''),
  sentence('so much '.repeat(50)),
  ...(['us', 'me', 'my-voice', 'said-by-me', { person: 'Bo' }, { saidBy: 'Bo' }] as const).map(
    (what): Event => ({ type: 'forget', what }),
  ),
  { type: 'recap', period: 'week', whose: null },
  { type: 'recap', period: 'today', whose: 'for-me' },
  { type: 'recap', period: 'week', whose: { by: 'Carl' } },
  { type: 'forget', what: { saidBy: 'Carl' } },
  { type: 'learn-voice', name: null },
  { type: 'remind', day: null, time: null },
  { type: 'remind', day: 'sunday', time: null },
  { type: 'remind', day: null, time: '19:00' },
  { type: 'remind', day: 'sunday', time: '19:00' },
  { type: 'permission', granted: false, day: 'sunday', time: '19:00' },
  { type: 'permission', granted: true, day: 'sunday', time: '19:00' },
  ...(['asked', 'self-harm', 'unsafe', 'emergency'] as const).map(
    (about): Event => ({ type: 'support', about }),
  ),
  { type: 'conflict', household: null },
  { type: 'conflict', household: household() },
];

const beginnings: readonly State[] = [
  openSession(null, SUNDAY),
  openSession(household(), SUNDAY),
  openSession(household({ counts: { finished: 0, listened: 0 } }), SUNDAY),
  openSession(
    household({ tried: { openness: 1, listening: 1, together: 1, validation: 1, appreciation: 1 } }),
    SUNDAY,
  ),
  // A week after the last recap, with something kept since; and a night on which nothing is saved.
  openSession(household({ appreciated: SUNDAY - DAY, reminder }), SUNDAY),
  openSession(household({ unsavedUntil: SUNDAY + DAY }), SUNDAY),
  openSession(household({ place: unfinished() }), SUNDAY),
  openSession(household({ place: unfinished({ touched: 0 }) }), SUNDAY),
  openSession(household({ place: unfinished({ step: 'appreciate.b' }) }), SUNDAY),
];

/** What tells one moment of a conversation from another, as far as other lines follow from it. */
function momentOf(state: State): string {
  const { scene, household: kept, unclear, keeping } = state;
  const told = ['tries', 'failed', 'about', 'renaming', 'page', 'exercise', 'by', 'sure', 'voice'].map(
    (part) => Object.entries(scene).find(([key]) => key === part),
  );
  const back = 'back' in scene && scene.back !== null && 'to' in scene.back ? scene.back.to : '';
  // What is asked in between knows nothing of the exercise but the way back; only "try" proposes one.
  if ('back' in scene && scene.id !== 'try') return JSON.stringify([stateId(state), told, keeping, back]);
  const asked = kept.place === null ? unclear : 0;
  return JSON.stringify([
    stateId(state),
    kept.place?.agreed,
    told,
    kept.names.a === null,
    kept.consent.a === null,
    keeping,
    state.last !== null,
    back,
    asked,
  ]);
}

/** The acts of every reply, from every beginning. */
export function saidAndAsked(): Heard {
  const said = new Set<LineKey>();
  const asked = new Set<LineKey>();
  const seen = new Set(beginnings.map(momentOf));
  const queue: { state: State; after: readonly Act[] }[] = beginnings.map((state) => ({ state, after: [] }));
  const listen = (acts: readonly Act[]): void => {
    for (const act of acts) {
      if (act.do === 'say') said.add(act.line.key);
      if (act.do === 'ask') asked.add(act.line.key);
    }
  };
  const goOn = (state: State, after: readonly Act[]): void => {
    const moment = momentOf(state);
    if (seen.has(moment)) return;
    seen.add(moment);
    queue.push({ state, after });
  };
  for (const { state, after } of queue)
    for (const playing of momentsIn(after))
      for (const event of events)
        for (const more of surroundings(after.length === 0, state, event)) {
          const reply = respond(state, event, context({ playing, questions, ...more }));
          listen(reply.acts);
          listen(reply.ifSilent?.acts ?? []);
          goOn(reply.state, reply.acts);
          if (reply.ifSilent !== null) goOn(silenced(reply), reply.ifSilent.acts);
        }
  return { said, asked };
}

/**
 * A session may begin while another device leads; there may be no appreciations, or none that can be reached; Alexa's
 * reminders may answer anything; and a voice may be known or not.
 */
function surroundings(beginning: boolean, state: State, event: Event): Partial<Context>[] {
  const usual = { elsewhere: false, recalled: week };
  const reading =
    state.household.place?.step === 'recap' ||
    state.scene.id === 'recap' ||
    state.scene.id === 'send' ||
    ['recap', 'send', 'take-back', 'launch'].includes(event.type) ||
    (event.type === 'choose' && event.exercise === 'weekly');
  const reminding =
    state.scene.id === 'remind' || ['permission', 'when-reminded', 'unremind'].includes(event.type);
  return [
    usual,
    ...(beginning ? [{ ...usual, elsewhere: true }] : []),
    ...(reading
      ? [
          { ...usual, recalled: 'unreachable' as const },
          { ...usual, recalled: { page: [], next: null } },
          { ...usual, recalled: { ...week, next: { id: 'w', day: '2026-11-20' } } },
        ]
      : []),
    ...(reminding ? outcomes.map((reminded) => ({ ...usual, reminded })) : []),
    ...(state.scene.id === 'adding' || event.type === 'learn-voice' ? [{ ...usual, speaker: 'voice' }] : []),
  ];
}

const outcomes: readonly Reminded[] = [
  { outcome: 'set', reminder },
  { outcome: 'found', reminder },
  ...(['none', 'cancelled', 'no-permission', 'unsupported', 'full', 'unreachable'] as const).map(
    (outcome): Reminded => ({ outcome }),
  ),
];

const questions: readonly QuestionFacts[] = [
  { id: 'ol1', practice: 'openness', depth: 'light' },
  { id: 'od1', practice: 'openness', depth: 'deeper' },
  { id: 'ox1', practice: 'openness', depth: 'deepest' },
];

const week = {
  page: [
    { id: 'w', text: 'You listen', from: 'a', to: 'b', day: '2026-11-20', at: SUNDAY - 2 * DAY } as const,
  ],
  next: null,
};

/** At the end of what was heard, and in the quiet of each of its steps. */
function momentsIn(acts: readonly Act[]): (Playing | null)[] {
  if (acts.length === 0) return [null];
  const steps = acts.flatMap((act) => (act.do === 'mark' ? [act.step] : []));
  return [
    { step: steps.at(-1) ?? null, quietLeft: 0, over: true },
    ...steps.flatMap((step) => [20, 180].map((quietLeft) => ({ step, quietLeft, over: false }))),
  ];
}

function silenced({ state, ifSilent }: Reply): State {
  if (ifSilent === null) return state;
  return { ...state, scene: ifSilent.scene, household: { ...state.household, place: ifSilent.place } };
}

/** Which lines are said and which are asked, found by answering everything, everywhere, once. */
import type { Act } from '../../lambda/conversation/act.ts';
import type { Playing } from '../../lambda/conversation/context.ts';
import type { Event } from '../../lambda/conversation/event.ts';
import type { LineKey } from '../../lambda/conversation/lines.ts';
import type { Reply } from '../../lambda/conversation/reply.ts';
import { respond } from '../../lambda/conversation/respond.ts';
import { openSession } from '../../lambda/conversation/scenes/returning.ts';
import { type State, stateId } from '../../lambda/conversation/state.ts';
import { context, household, unfinished } from '../conversation/couple.ts';
import { plainEvents } from '../conversation/plain-events.ts';

export interface Heard {
  said: ReadonlySet<LineKey>;
  asked: ReadonlySet<LineKey>;
}

const sentence = (text: string, barbed = false): Event => ({ type: 'appreciation', text, barbed });

const events: readonly Event[] = [
  ...plainEvents,
  { type: 'more-time', seconds: null },
  { type: 'choose', exercise: 'check-in', minutes: 7 },
  { type: 'choose', exercise: 'check-in', minutes: 20 },
  { type: 'choose', exercise: 'listening', minutes: 20 },
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
  ...(['asked', 'self-harm', 'unsafe', 'emergency'] as const).map(
    (about): Event => ({ type: 'support', about }),
  ),
  { type: 'conflict', household: null },
  { type: 'conflict', household: household() },
];

const beginnings: readonly State[] = [
  openSession(null),
  openSession(household()),
  openSession(household({ counts: { finished: 0, listened: 0 } })),
  openSession(household({ place: unfinished() })),
  openSession(household({ place: unfinished({ touched: 0 }) })),
  openSession(household({ place: unfinished({ step: 'appreciate.b' }) })),
];

/** What tells one moment of a conversation from another, as far as other lines follow from it. */
function momentOf(state: State): string {
  const { scene, household: kept, unclear, keeping } = state;
  const told = ['tries', 'failed', 'last', 'about', 'renaming'].map((part) =>
    Object.entries(scene).find(([key]) => key === part),
  );
  const asked = kept.place === null ? unclear : 0;
  return JSON.stringify([
    stateId(state),
    told,
    kept.names.a === null,
    kept.consent.a === null,
    keeping,
    asked,
    kept.place?.minutes,
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
        for (const elsewhere of after.length === 0 ? [false, true] : [false]) {
          const reply = respond(state, event, context({ playing, elsewhere }));
          listen(reply.acts);
          listen(reply.ifSilent?.acts ?? []);
          goOn(reply.state, reply.acts);
          if (reply.ifSilent !== null) goOn(silenced(reply), reply.ifSilent.acts);
        }
  return { said, asked };
}

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

/** A real state of the conversation at each moment of the set, and what the two have heard there. */
import type { Moment } from '../../interaction-models/costs/examples.ts';
import { questionIn } from '../../lambda/conversation/dialogs/question-in.ts';
import type { Context, Playing, Recalled } from '../../lambda/conversation/model/context.ts';
import type { State } from '../../lambda/conversation/model/state.ts';
import type { Heard } from '../../lambda/understanding/listener.ts';
import {
  appreciation,
  askedAt,
  atConsent,
  atLength,
  atTheDoorOf,
  context,
  DAY,
  doing,
  firstVisit,
  household,
  returningTo,
  SUNDAY,
  unfinished,
  Visit,
} from '../conversation/couple.ts';

/** A moment as it really is: where the conversation stands, and whether the words themselves were asked for. */
export interface Situation {
  moment: Moment;
  state: State;
  context: Context;
  heard: Heard;
  /** Whether the microphone is open, so that a question elicits the words. */
  open: boolean;
}

/** One more appreciation than is read at once, so that there is a second reading. */
const recalled: Recalled = {
  page: [0, 1, 2].map((index) => ({
    id: `r${index}`,
    text: 'you made the tea',
    from: 'a',
    to: 'b',
    day: '2026-11-20',
    at: SUNDAY - 2 * DAY + index,
  })),
  next: { id: 'r2', day: '2026-11-20' },
};

/** In the middle of a check-in, so that there is a place to be kept. */
const inCheckIn = (): Visit => askedAt('get-it.a').in({ recalled });

const visits: Readonly<Record<Moment, () => Visit>> = {
  welcome: () => new Visit(household()).says('launch'),
  'names.a': firstVisit,
  'names.b': () => firstVisit().says({ type: 'names', name: 'Ana', other: null }),
  consent: atConsent,
  length: atLength,
  'carry-on': () => returningTo(unfinished({ step: 'talk.b' })).says('launch'),
  fresh: () => returningTo(unfinished({ touched: SUNDAY - 5 * DAY })).says('launch'),
  menu: () => new Visit(household()).says('launch').says('menu'),
  // The arrival itself asks nothing: this is the same question, at the door of another step.
  arrive: () => atTheDoorOf('question.a'),
  ready: () => atTheDoorOf('talk.b'),
  'talk-end': () => askedAt('talk.a'),
  'mid-talk': () => doing('check-in', 20),
  'say-back-end': () => askedAt('get-it.a'),
  'get-it': () => askedAt('get-it.a'),
  'more-end': () => askedAt('talk.a'),
  'question-end': () => atTheDoorOf('question.b'),
  another: () => askedAt('another.1', 'questions', 10),
  'keep-what': () => askedAt('appreciate.a'),
  confirm: () =>
    inCheckIn()
      .says(appreciation('thank you for making dinner when I was late'))
      .says({ type: 'names', name: 'Ana', other: null }),
  'own-what': () => inCheckIn().says({ type: 'keep-question', text: '' }),
  'who-said': () => inCheckIn().says(appreciation('thank you for making dinner when I was late')),
  'recap-ask': () => inCheckIn().says({ type: 'recap', period: 'week', whose: null }),
  'recap-more': () => inCheckIn().says({ type: 'recap', period: 'week', whose: null }).says('yes'),
  'remind-when': () => inCheckIn().says({ type: 'remind', day: null, time: null }),
  'remind-sure': () => inCheckIn().says({ type: 'remind', day: 'sunday', time: '19:00' }),
  forget: () => inCheckIn().says({ type: 'forget', what: 'us' }),
  'take-back': () => inCheckIn().says('take-back'),
  paused: () => inCheckIn().says('pause'),
  support: () => inCheckIn().says({ type: 'support', about: 'asked' }),
  'who-starts': () => new Visit(household()).says('launch').says({ type: 'first', who: null }),
  'start-over': () => inCheckIn().says({ type: 'choose', exercise: 'listening', minutes: null }),
  cold: () => new Visit(household()),
};

const OVER: Playing = { step: null, quietLeft: 0, over: true };
/** In the middle of a turn to talk. */
const IN_TALK: Playing = { step: 'talk.a', quietLeft: 90, over: false };

function situation(moment: Moment): Situation {
  const { state, reply } = visits[moment]();
  const open = moment !== 'mid-talk' && moment !== 'cold';
  const playing = moment === 'mid-talk' ? IN_TALK : reply === null ? null : OVER;
  const { names } = state.household;
  return {
    moment,
    state,
    context: context({ playing, recalled }),
    heard: { question: open ? questionIn(state) : null, names: [names.a, names.b] },
    open,
  };
}

const known = new Map<Moment, Situation>();

/** The situation at a moment. */
export function situationAt(moment: Moment): Situation {
  const found = known.get(moment) ?? situation(moment);
  known.set(moment, found);
  return found;
}

/** Commands that tell something (about the skill, a tip, the progress), and offer an exercise for it. */
import { dialogOf } from '../dialogs/registry.ts';
import { type Act, line, say } from '../model/act.ts';
import type { Event } from '../model/event.ts';
import type { ExerciseId } from '../model/exercise-id.ts';
import { DAY, PRACTICES, type Practice } from '../model/household.ts';
import type { Line, Subject } from '../model/lines.ts';
import type { Outcome } from '../model/outcome.ts';
import { asked } from '../model/state.ts';
import type { Anywhere } from './command.ts';

/** The exercise that is offered after each subject. */
const SHOWN_BY: Readonly<Record<Subject, ExerciseId>> = {
  this: 'check-in',
  why: 'check-in',
  benefits: 'check-in',
  intimacy: 'openness',
  openness: 'openness',
  listening: 'listening',
  together: 'together',
  validation: 'validation',
  appreciation: 'appreciation',
  trust: 'openness',
  communication: 'listening',
  // Not time together: after this, that could be heard as a request.
  physical: 'appreciation',
  satisfaction: 'appreciation',
  understood: 'listening',
  closeness: 'together',
  repair: 'validation',
  'safe-haven': 'listening',
  'long-view': 'appreciation',
  questions: 'questions',
  'good-news': 'good-news',
  weekly: 'weekly',
  'self-check': 'self-check',
  play: 'play',
  // What opens it.
  'small-thing': 'listening',
};

/** Whether the skill can tell something about it. */
export function isSubject(id: string): id is Subject {
  return Object.hasOwn(SHOWN_BY, id);
}

/** "Tell me about listening": tells it, and offers the exercise for it. */
export function learn(here: Anywhere, { about }: Event<'learn'>): Outcome {
  return tellAndOffer(here, [say(line(`learn.${about}`))], SHOWN_BY[about]);
}

/** The tip of the day, which is another one every day. */
export function tip(here: Anywhere): Outcome {
  const day = Math.floor(here.context.now / DAY);
  const practice = PRACTICES[day % PRACTICES.length] ?? 'listening';
  const text = line('tip.text', { tip: { tip: practice, number: Math.floor(day / PRACTICES.length) } });
  return tellAndOffer(here, [say(text)], practice);
}

/** "How are we doing": how often they met, for how long, and which practice they have not tried. */
export function progress(here: Anywhere): Outcome {
  const { household, keeping } = here.state;
  if (!keeping) return tellAndOffer(here, [say(line('progress.unkept'))], 'check-in');
  const { finished, listened } = household.counts;
  if (finished === 0) return tellAndOffer(here, [say(line('progress.none'))], 'check-in');
  const tried = PRACTICES.filter((practice) => household.tried[practice] > 0);
  const untried = PRACTICES.find((practice) => household.tried[practice] === 0);
  const acts: Act[] = [
    say(line('progress.met', { times: { times: finished }, time: { minutes: listened } })),
  ];
  if (untried === undefined) acts.push(say(line('progress.all')));
  else {
    if (tried.length > 0) acts.push(say(line('progress.tried', { practices: { list: tried.map(themeOf) } })));
    acts.push(say(line('progress.untried', { theme: { line: themeOf(untried) } })));
  }
  return tellAndOffer(here, acts, untried ?? 'appreciation');
}

function themeOf(practice: Practice): Line {
  return line(`theme.${practice}`);
}

/** Says these acts. Then it offers the exercise, or goes on with what is under way. */
export function tellAndOffer({ state, context }: Anywhere, lead: Act[], exercise: ExerciseId): Outcome {
  const isOpen = state.session === 'open';
  // If an exercise runs on another device, it is left as it is.
  if (!isOpen && context.elsewhere) return { go: 'end', lead };
  const dialog = asked(state);
  if (isOpen && (dialog === null || !dialogOf(dialog).invites))
    return { go: 'stay', lead, words: 'question' };
  return { go: 'ask', dialog: { id: 'try', exercise }, lead, words: 'question' };
}

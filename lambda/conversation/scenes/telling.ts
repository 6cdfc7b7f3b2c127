/** What is told on request (about the skill, a tip, how they are doing), and the offer to try it now. */
import { type Act, say } from '../act.ts';
import { exerciseOf } from '../balance.ts';
import { startOver } from '../choosing.ts';
import type { Context } from '../context.ts';
import { wished } from '../doing.ts';
import { type Answer, closing, type Draft } from '../draft.ts';
import { continueWith } from '../going-on.ts';
import { bothAgreed, DAY, PRACTICES, type Practice } from '../household.ts';
import { type ExerciseId, line, type Subject } from '../lines.ts';
import type { State } from '../state.ts';
import { askedBefore, before } from './interruptions.ts';
import { launch } from './returning.ts';
import { sceneQuestion } from './scenes.ts';

/** The exercise that shows what was told. */
const SHOWN_BY: Readonly<Record<Subject, ExerciseId>> = {
  this: 'check-in',
  why: 'check-in',
  benefits: 'check-in',
  openness: 'openness',
  listening: 'listening',
  together: 'together',
  validation: 'validation',
  appreciation: 'appreciation',
  understood: 'listening',
  trust: 'openness',
  closeness: 'together',
  repair: 'validation',
  'long-view': 'appreciation',
};

/** Tells three sentences about something, and offers to try it. */
export function tell(state: State, now: State, about: Subject, context: Context): Draft {
  return told(state, now, [say(line(`learn.${about}`))], SHOWN_BY[about], context);
}

/** The tip of the day: the same all day, another tomorrow. */
export function tip(state: State, now: State, context: Context): Draft {
  const day = Math.floor(context.now / DAY);
  const practice = PRACTICES[day % PRACTICES.length] ?? 'listening';
  const text = line('tip.text', { tip: { tip: practice, number: Math.floor(day / PRACTICES.length) } });
  return told(state, now, [say(text)], exerciseOf(practice), context);
}

/** How often they met, for how long, and what they have not tried. Nothing is compared, and nothing counted down. */
export function progress(state: State, now: State, context: Context): Draft {
  const { household, keeping } = state;
  if (!keeping) return told(state, now, [say(line('progress.unkept'))], 'check-in', context);
  const { finished, listened } = household.counts;
  if (finished === 0) return told(state, now, [say(line('progress.none'))], 'check-in', context);
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
  return told(state, now, acts, exerciseOf(untried ?? 'appreciation'), context);
}

function themeOf(practice: Practice) {
  return line(`theme.${practice}`);
}

/** At the beginning it is followed by an offer; where something is under way, that goes on. */
function told(state: State, now: State, acts: Act[], exercise: ExerciseId, context: Context): Draft {
  const { id } = state.scene;
  if (id === 'closed' && context.elsewhere && bothAgreed(state.household)) {
    const { state: running } = launch(state, context);
    return { state: running, acts: [...acts, sceneQuestion(running, false)] };
  }
  if (id !== 'closed' && id !== 'welcome' && id !== 'menu' && id !== 'try')
    return continueWith(state, now, context, acts, false);
  const back = state.scene.id === 'try' ? state.scene.back : before(state);
  const asked: State = { ...state, scene: { id: 'try', exercise, back } };
  return { state: asked, acts: [...acts, sceneQuestion(asked, false)] };
}

/** "Would you like to try it now?" */
export const answerTry: Answer = (state, event, context) => {
  const { scene } = state;
  if (scene.id !== 'try') return null;
  switch (event.type) {
    case 'yes':
    case 'next':
    case 'resume':
      return startOver({ ...state, scene: { id: 'closed' } }, wished(state), context);
    case 'no':
    case 'skip':
    case 'rather-not': {
      if (scene.back === null) return closing(state, [say(line('welcome.no'))]);
      const asked = askedBefore(state, scene.back);
      return { state: asked, acts: [say(line('try.no')), sceneQuestion(asked, true)] };
    }
    default:
      return null;
  }
};

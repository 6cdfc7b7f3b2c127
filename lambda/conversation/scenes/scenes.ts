/** What is asked outside of an exercise, and how it is asked again. */
import { type Act, ask, say } from '../act.ts';
import type { Context } from '../context.ts';
import { minutesOf, wished } from '../doing.ts';
import { named } from '../exercises/exercise.ts';
import { DAY } from '../household.ts';
import { type ExerciseId, type Line, line, type Param } from '../lines.ts';
import { between, called } from '../people.ts';
import type { Adding, Recap, Reminding } from '../scene.ts';
import type { State } from '../state.ts';
import { stepAt } from '../walk.ts';

/** The pages of the menu: its line, and what a yes takes. */
export const MENU: readonly { page: 'main' | 'warm' | 'longer' | 'practice' | 'inner'; first: ExerciseId }[] =
  [
    { page: 'main', first: 'check-in' },
    { page: 'warm', first: 'good-news' },
    { page: 'longer', first: 'together' },
    { page: 'practice', first: 'listening' },
    { page: 'inner', first: 'validation' },
  ];

/** The question of a scene; `again` asks it in other words. */
export function sceneQuestion(state: State, again: boolean): Act {
  const { scene } = state;
  const both = { a: called(state, 'a'), b: called(state, 'b') };
  switch (scene.id) {
    case 'names':
      if (scene.renaming)
        return ask(line(again ? 'rename.ask-again' : 'rename.ask', { name: both[scene.who] }), 'name');
      if (scene.who === 'a') return ask(line(again ? 'names.first-again' : 'names.first'), 'name');
      return ask(line(again ? 'names.second-again' : 'names.second'), 'name');
    case 'consent':
      return ask(line(again ? 'consent.again' : 'consent.ask', { name: both[scene.who] }));
    case 'without-keeping':
      return ask(line(again ? 'without-keeping.again' : 'without-keeping.ask'));
    case 'carry-on':
      return ask(line(again ? 'carry-on.again' : 'carry-on.ask'));
    case 'fresh':
      return ask(line(again ? 'fresh.again' : 'fresh.ask'));
    case 'elsewhere':
      return ask(line(again ? 'elsewhere.again' : 'elsewhere.ask'));
    case 'menu': {
      const { page } = MENU[scene.page] ?? { page: 'main' };
      return ask(line(again ? `menu.${page}-again` : `menu.${page}`));
    }
    case 'try':
      return ask(line(again ? 'try.again' : 'try.ask', { exercise: named(scene.exercise) }));
    case 'start-over':
      return ask(line(again ? 'start-over.again' : 'start-over.ask'));
    case 'paused':
      return ask(line(again ? 'pause.ready-again' : 'pause.ready'));
    case 'support':
      return ask(line(again ? 'support.again' : 'support.ask'));
    case 'adding':
      return addingQuestion(scene, state, again);
    case 'recap':
      return recapQuestion(scene, both, again);
    case 'remind':
      return remindQuestion(scene, again);
    case 'voice':
      return ask(line(again ? 'voice.again' : 'voice.ask', { name: both[scene.who] }));
    case 'forget': {
      const key = scene.what === 'us' || scene.who !== null ? scene.what : 'who';
      if (scene.failed) return ask(line('forget.try-again'));
      if (key === 'us') return ask(line(again ? 'forget.us-again' : 'forget.us'));
      const name = both[scene.who ?? 'a'];
      const asked = line(again ? `forget.${key}-again` : `forget.${key}`, { name });
      return key === 'who' ? ask(asked, 'name') : ask(asked);
    }
    case 'take-back':
      return ask(line(again ? 'retract.ask-again' : 'retract.ask'));
    case 'send':
      return ask(line(again ? 'send.again' : 'send.ask'));
    default:
      return ask(line(again ? 'welcome.again' : 'welcome.ask'));
  }
}

function addingQuestion(scene: Adding, state: State, again: boolean): Act {
  switch (scene.part) {
    case 'text':
      return ask(line(again ? 'adding.text-again' : 'adding.text'), 'appreciation');
    case 'who':
      return ask(
        line(again ? 'adding.who-again' : 'adding.who', { name: called(state, scene.from ?? 'a') }),
        'name',
      );
    case 'confirm':
      if (scene.failed) return ask(line('confirm.try-again'));
      if (again) return ask(line('confirm.keep-again'));
      return ask(line(scene.barbed ? 'confirm.barbed' : 'confirm.keep'));
  }
}

function recapQuestion({ part }: Recap, both: Record<'a' | 'b', Param>, again: boolean): Act {
  switch (part) {
    case 'who':
      return ask(line(again ? 'recap.who-again' : 'recap.who', { name: both.a }), 'name');
    case 'by':
      return ask(line(again ? 'recap.by-again' : 'recap.by', { name: both.a }), 'name');
    case 'ask':
      return ask(line(again ? 'recap.hear-again' : 'recap.hear'));
    case 'offer':
      return ask(line(again ? 'recap.offer-again' : 'recap.offer'));
    case 'more':
      return ask(line(again ? 'recap.more-again' : 'recap.more'));
    case 'none':
      return ask(line(again ? 'recap.invite-again' : 'recap.invite'));
  }
}

function remindQuestion({ part, day, time }: Reminding, again: boolean): Act {
  if (part === 'permission') return ask(line(again ? 'remind.again' : 'remind.still'));
  if (part === 'sure') return ask(line(again ? 'remind.sure-again' : 'remind.sure'));
  if (part === 'again') return ask(line(again ? 'remind.when-again' : 'remind.when'));
  if (day !== null) return ask(line(again ? 'remind.what-time-again' : 'remind.what-time'), 'time');
  if (time !== null) return ask(line(again ? 'remind.which-day-again' : 'remind.which-day'), 'day');
  return ask(line(again ? 'remind.when-again' : 'remind.when'));
}

/** All that a scene says, with its question: for entering it, and for "repeat". */
export function present(state: State, context: Context): Act[] {
  const { scene, household } = state;
  const question = sceneQuestion(state, false);
  switch (scene.id) {
    case 'names':
      return scene.who === 'a' && !scene.renaming ? [say(line('welcome.new')), question] : [question];
    case 'consent':
      return scene.who === 'a'
        ? [say(line('consent.practice')), say(line('consent.kept')), question]
        : [question];
    case 'carry-on':
      return [say(line('carry-on.lead')), ...whereTheyWere(state), question];
    case 'fresh':
      return [say(line('fresh.lead', { time: { seconds: sinceTouched(state, context) } })), question];
    case 'elsewhere':
      return [say(line('elsewhere.lead')), question];
    case 'support':
      return [say(line(`support.${scene.about}`)), question];
    case 'recap':
      return scene.part === 'offer'
        ? [say(line('welcome.back', { a: called(state, 'a'), b: called(state, 'b') })), question]
        : [question];
    case 'adding':
      return scene.part === 'confirm' ? [say(readBack(state, scene)), question] : [question];
    case 'remind': {
      const { day, time } = scene;
      if (scene.part !== 'sure' || day === null || time === null) return [question];
      const { reminder } = household;
      const instead = reminder === null ? [] : [say(line('remind.instead', { reminder: { reminder } }))];
      return [say(line('remind.plan', { reminder: { reminder: { day, time } } })), ...instead, question];
    }
    case 'welcome':
      return [
        say(line('welcome.back', { a: called(state, 'a'), b: called(state, 'b') })),
        say(
          line('welcome.plan', {
            name: called(state, wished(state).first ?? household.next),
            time: { seconds: minutesOf(state, wished(state)) * 60 },
          }),
        ),
        question,
      ];
    default:
      return [question];
  }
}

/** An appreciation as it would be kept, read back. */
function readBack(state: State, { from, text }: Adding): Line {
  const spoken = text.replace(/[.\s]+$/u, '');
  return line('adding.read', { ...between(state, from ?? 'a'), text: spoken });
}

/** Who had the floor and on which question, in one line. */
export function whereTheyWere(state: State): Act[] {
  const { place } = state.household;
  if (place === null) return [];
  const { step, kind } = stepAt(place);
  return [say(kind.where(step, state))];
}

function sinceTouched(state: State, context: Context): number {
  const touched = state.household.place?.touched ?? context.now;
  return Math.max(1, Math.round((context.now - touched) / DAY)) * 86_400;
}

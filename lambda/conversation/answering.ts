/** While an exercise runs: what an answer to the step at hand leads to. */
import { type Act, chime, hold, mark, say } from './act.ts';
import type { Context } from './context.ts';
import { begin, changed, questionAgain } from './doing.ts';
import type { Answer, Draft } from './draft.ts';
import type { Event } from './event.ts';
import { type Line, line } from './lines.ts';
import { recalling, wasHeard } from './recap.ts';
import type { State } from './state.ts';
import type { Outcome } from './steps/step.ts';
import { nextPart, stepAt, unansweredNext, walk } from './walk.ts';

/** Seconds of quiet for words that nobody understood, where no step knows better. */
const SIDE_TALK = 20;
/** The longest stretch of extra time in one reply, in seconds. */
const LONGEST_EXTRA = 200;
const MORE_TIME = 60;

/** Answers an event in a step, at the door of one, or at the confirmation of an appreciation. */
export const answerDoing: Answer = (state, event, context) => {
  const { place } = state.household;
  if (place === null) return null;
  const { step, index, kind, steps } = stepAt(place);
  if (state.scene.id === 'door') return answerDoor(state, event, context, index, steps.length);
  const outcome = kind.answer?.(step, state, event, context) ?? null;
  if (outcome !== null) return follow(outcome, state, context);
  switch (event.type) {
    case 'resume':
      if (context.playing !== null && !context.playing.over) return null;
      return walk(state, Math.min(index + 1, steps.length - 1), context);
    case 'next':
    case 'skip':
    case 'yes':
      return walk(state, Math.min(index + 1, steps.length - 1), context);
    case 'choose':
      // "Two minutes" in the middle of an exercise is not another exercise.
      if (event.exercise !== null || event.minutes === null) return null;
      return moreTime(state, context, extra(event.minutes * 60));
    case 'more-time':
      return moreTime(state, context, extra(event.seconds));
    case 'no':
    case 'names':
    case 'rather-not':
    case 'unclear':
      return unclear(state, context, index);
    case 'another':
      return context.playing !== null && !context.playing.over ? null : unclear(state, context, index);
    default:
      return null;
  }
};

function follow(outcome: Outcome, state: State, context: Context): Draft {
  const { place } = state.household;
  if (place === null) return { state, acts: [] };
  const { step, index, steps } = stepAt(place);
  const last = steps.length - 1;
  switch (outcome.go) {
    case 'on': {
      const next = steps.findIndex((later, i) => i > index && later.kind !== outcome.past);
      const acts = [...lead(outcome.lead), ...(outcome.acts ?? [])];
      return walk(changed(state, outcome.change), next === -1 ? last : next, context, { lead: acts });
    }
    case 'part':
      return walk(state, nextPart(steps, index), context, { lead: lead(outcome.lead) });
    case 'to': {
      const to = steps.findIndex(({ id }) => id === outcome.step);
      const from = changed(state, outcome.change);
      return walk(from, to === -1 ? index : to, context, { lead: lead(outcome.lead) });
    }
    case 'end':
      return walk(state, last, context, { lead: lead(outcome.lead) });
    case 'do': {
      const walked = walk(state, index + 1, context, { lead: lead(outcome.lead) });
      return { ...walked, effects: [...outcome.effects, ...(walked.effects ?? [])] };
    }
    case 'quiet':
      return quiet(state, context, outcome.lead, outcome.seconds);
    case 'ask':
      return {
        state: {
          ...(outcome.recapped === true
            ? wasHeard(heardSoFar(state, context), context)
            : heardSoFar(state, context)),
          scene: outcome.scene,
        },
        acts: [mark(step.id), ...outcome.acts],
      };
    case 'begin':
      return begin(state, outcome.wish, context);
    case 'recall':
      return {
        state,
        acts: questionAgain(state),
        effects: [{ effect: 'recall', ...recalling('week', state.household, context) }],
      };
  }
}

function lead(first: Line | undefined): Act[] {
  return first === undefined ? [] : [say(first)];
}

/** More time: added to the quiet that is playing, or given before the question is asked again. */
function moreTime(state: State, context: Context, seconds: number): Draft {
  const { place } = state.household;
  const { playing } = context;
  const lead = line('quiet.more-time');
  if (place === null || playing === null || playing.over) return quiet(state, context, lead, seconds);
  const left = Math.max(playing.quietLeft, Math.min(playing.quietLeft + seconds, LONGEST_EXTRA));
  return walk(state, stepAt(place).index, context, { lead: [say(lead)], left });
}

/** What came before this step was heard: coming back another day begins here. */
function heardSoFar(state: State, context: Context): State {
  const { place } = state.household;
  if (place === null) return state;
  const moved = { ...place, from: place.step, touched: context.now };
  return { ...state, household: { ...state.household, place: moved } };
}

/** More quiet where they are, then the same question in other words. */
function quiet(state: State, context: Context, first: Line, seconds: number): Draft {
  const { place } = state.household;
  if (place === null) return { state, acts: [say(first)] };
  const { step } = stepAt(place);
  const acts = [mark(step.id), say(first), hold(seconds), chime, ...questionAgain(state)];
  return { state: heardSoFar(state, context), acts };
}

function extra(seconds: number | null): number {
  return Math.min(Math.max(seconds ?? MORE_TIME, 10), LONGEST_EXTRA);
}

function answerDoor(
  state: State,
  event: Event,
  context: Context,
  index: number,
  count: number,
): Draft | null {
  switch (event.type) {
    case 'yes':
    case 'next':
    case 'resume':
      return walk(state, index, context);
    case 'skip':
    case 'rather-not': {
      const { place } = state.household;
      const after = place === null ? index + 1 : nextPart(stepAt(place).steps, index);
      return walk(state, Math.min(after, count - 1), context, { lead: [say(line('skip.lead'))] });
    }
    case 'no':
      return quiet(state, context, line('quiet.more'), SIDE_TALK * 2);
    case 'choose':
      if (event.exercise !== null || event.minutes === null) return null;
      return quiet(state, context, line('quiet.more-time'), extra(event.minutes * 60));
    case 'more-time':
      return quiet(state, context, line('quiet.more-time'), extra(event.seconds));
    case 'names':
    case 'unclear':
      return unclear(state, context, index);
    default:
      return null;
  }
}

/** Side talk first, then an example, then on: nobody hears three errors in a row. */
function unclear(state: State, context: Context, index: number): Draft {
  if (state.unclear <= 1 && state.scene.id !== 'confirm')
    return quiet(state, context, line('quiet.more'), SIDE_TALK);
  if (state.unclear <= 2) {
    const example = state.scene.id === 'confirm' ? line('confirm.yes-no') : line('unclear.example');
    return { state, acts: [say(example), ...questionAgain(state)] };
  }
  const { place } = state.household;
  if (place === null || state.scene.id === 'door') return walk(state, index, context);
  const { step, steps, kind } = stepAt(place);
  const words = kind.withoutYes === undefined ? null : (kind.unanswered?.(step, state) ?? null);
  return walk(changed(state, kind.withoutYes), unansweredNext(steps, index), context, {
    lead: lead(words ?? undefined),
  });
}

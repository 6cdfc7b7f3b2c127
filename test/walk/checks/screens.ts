import { expect, it } from 'vitest';
import { questionIn } from '../../../lambda/conversation/dialogs/question-in.ts';
import type { Playing } from '../../../lambda/conversation/model/context.ts';
import type { LineKey } from '../../../lambda/conversation/model/lines.ts';
import type { Reply } from '../../../lambda/conversation/model/reply.ts';
import type { Screen } from '../../../lambda/conversation/model/screen.ts';
import { asked, isRunning } from '../../../lambda/conversation/model/state.ts';
import { respond } from '../../../lambda/conversation/respond.ts';
import { NOTHING_ASKED, screenOf, touched } from '../../../lambda/conversation/screen.ts';
import { render } from '../../../lambda/speech/render.ts';
import { renderScreen } from '../../../lambda/speech/screen.ts';
import { keys } from '../../content/wordings.ts';
import { english } from '../../skill.ts';
import { MARKED } from '../events.ts';
import { comingOf, contextAt, momentsIn, OVER } from '../surroundings.ts';
import type { Met } from '../walk.ts';
import { type Check, createFindings, idOf } from './check.ts';

const MOST_CHOICES = 4;

/** The choices that are about the quiet in which they are touched. */
const OF_A_QUIET: ReadonlySet<string> = new Set(['next', 'more-time', 'pause', 'skip']);

/** Every screen of the conversation: what is on it, and what a touch on it does. */
export function screens(): Check {
  const missing = createFindings();
  const intimate = createFindings();
  const tooMuch = createFindings();
  const unanswered = createFindings();
  const unsaid = createFindings();
  const unsteady = createFindings();
  const seen = new Set<string>();
  const kinds = new Set<string>();
  const shown = new Set<LineKey>();

  function look(met: Met, screen: Screen): void {
    const { reply, context } = met;
    const heard = render(reply.acts, english.wording, 1);
    const data = renderScreen(
      screen,
      { acts: reply.acts, seed: 1, timeline: heard.timeline },
      english.wording,
    );
    kinds.add(screen.kind);
    const choices = [...screen.choices, ...screen.choicesAfter];
    for (const line of [screen.heading, ...screen.text, ...choices.map(({ label }) => label)])
      if (line !== null) shown.add(line.key);
    const timed = screen.kind === 'turn' || screen.kind === 'rest';
    if (timed !== data.seconds > 0) missing.add(`${data.seconds} seconds on ${screen.kind}`, met);
    if (data.after + data.seconds > heard.timeline.seconds)
      missing.add('a quiet that ends after the reply', met);
    for (const some of [screen.choices, screen.choicesAfter]) {
      const ids = new Set(some.map(({ id }) => id));
      if (ids.size < some.length || ids.size > MOST_CHOICES) tooMuch.add([...ids].join(), met);
    }
    if (screen.leaves !== data.leaves > heard.timeline.seconds)
      missing.add(`leaves after ${data.leaves}`, met);
    if (
      data.text.length > 200 ||
      [...data.choices, ...data.choicesAfter].some(({ label }) => label.length > 24)
    )
      tooMuch.add(JSON.stringify(data), met);
    // A sentence of theirs is shown only as long as it is asked whether to save it, and in a list.
    const isReadBack = /\.confirm$/u.test(idOf(reply.state)) || screen.kind === 'list';
    if (JSON.stringify([data.text, data.heading]).includes(MARKED) && !isReadBack)
      intimate.add(data.text, met);
    if (reply.state.session !== 'open') return;
    for (const { id, label } of screen.choices) {
      touch(met, id, english.wording.words(label, 1), context);
      for (const moment of momentsIn(reply.acts)) if (!moment.over) touchIn(moment, met, id);
    }
    for (const { id, label } of screen.choicesAfter) touch(met, id, english.wording.words(label, 1), context);
  }

  /** A touch in a quiet: it does what is written on it, and never only tells where they are. */
  function touchIn(moment: Playing, met: Met, id: string): void {
    const { state } = met.reply;
    const { speaker } = met.context;
    const after = (at: Playing): Reply | null => {
      const meant = touched(state, id, at);
      return meant && respond(state, meant.event, contextAt(meant.playing, { speaker }));
    };
    const [answer, atTheEnd] = [after(moment), after(OVER)];
    const where = respond(state, { type: 'where' }, contextAt(moment, { speaker }));
    const what = `${id} in the quiet of ${moment.step}`;
    if (answer === null || JSON.stringify(answer.acts) === JSON.stringify(where.acts))
      unsteady.add(`${what} changes nothing`, met);
    else if (!OF_A_QUIET.has(id)) {
      if (
        JSON.stringify([answer.state.stack, answer.acts]) !==
        JSON.stringify([atTheEnd?.state.stack, atTheEnd?.acts])
      )
        unsteady.add(`${what} is something else than at the end`, met);
    } else if (isRunning(state) && moment.step !== null && comingOf(answer.effects) === null) {
      const left = quietAgain(answer, moment);
      const isPaused = asked(answer.state)?.id === 'paused';
      const { phase, place } = state.stack.exercise;
      // Before a step that was not begun, what ends the quiet begins the step, which has a quiet of its own.
      const begins = phase.at === 'awaiting-ready' && place.step === moment.step;
      const isOver = begins || left === 0;
      const isRight = id === 'pause' ? isPaused : id === 'more-time' ? left >= moment.quietLeft : isOver;
      if (!isRight) unsteady.add(`${what} leaves ${left} of ${moment.quietLeft} seconds`, met);
    }
  }

  function touch(met: Met, id: string, label: string, { speaker }: Met['context']): void {
    const { state } = met.reply;
    const event = touched(state, id, OVER)?.event;
    if (event === undefined) {
      unanswered.add(`${id} cannot be touched`, met);
      return;
    }
    const context = contextAt(OVER, { speaker });
    const answer = respond(state, event, context);
    if (answer.state.unclear > 0 && comingOf(answer.effects) === null) unanswered.add(id, met);
    const { names } = state.household;
    // Whoever has no nickname says "me", or what Alexa knows of the voice.
    if (/^partner-/u.test(id) && (names.a === null || names.b === null)) return;
    const said = english.listener.understand(label, {
      question: questionIn(state),
      names: [names.a, names.b],
    });
    const twin = respond(state, said.event, context);
    if (JSON.stringify([twin.state.stack, twin.acts]) !== JSON.stringify([answer.state.stack, answer.acts]))
      unsaid.add(`"${label}" is ${JSON.stringify(said.event)}, and not ${JSON.stringify(event)}`, met);
  }

  return {
    name: 'Every screen',
    hear(met) {
      const { reply, event } = met;
      const screen = screenOf(reply, event);
      const asks = reply.acts.at(-1)?.do === 'ask';
      if (screen === null) {
        if (reply.acts.length > 0) missing.add('no screen', met);
        return;
      }
      if (asks !== screen.choices.length > 0) missing.add(`${screen.choices.length} choices`, met);
      if (!asks && screen !== NOTHING_ASKED && !screen.leaves) intimate.add('something is left', met);
      const isSupport = idOf(reply.state) === 'support';
      if (isSupport !== (screen.kind === 'support')) intimate.add(screen.kind, met);
      if (isSupport && screen.text.some(({ key }) => key !== 'screen.support'))
        intimate.add('its words', met);
      const about = JSON.stringify([idOf(reply.state), screen]);
      if (!seen.has(about)) look(met, screen);
      seen.add(about);
    },
    tests() {
      it('shows something of every reply, and how long the quiet of a turn lasts', () => {
        expect(missing.all).toEqual([]);
        expect([...kinds].toSorted()).toEqual(['list', 'rest', 'support', 'turn', 'words']);
      });

      it('leaves nothing of what was said when nothing is asked, and nothing but support of a safety reply', () => {
        expect(intimate.all).toEqual([]);
      });

      it('has four choices at most, all different, and no more words than can be read', () => {
        expect(tooMuch.all).toEqual([]);
      });

      it('has only choices that are answered where they are shown', () => {
        expect(unanswered.all).toEqual([]);
      });

      it('has only choices that do what is written on them in every quiet of the reply', () => {
        expect(unsteady.all).toEqual([]);
      });

      it('has only choices that lead to the same if they are said', () => {
        expect(unsaid.all).toEqual([]);
      });

      it('uses every word for screens', () => {
        expect(keys.filter((key) => key.startsWith('screen.') && !shown.has(key))).toEqual([]);
      });
    },
  };
}

/** Seconds of quiet that a reply begins with in the step of this moment. */
function quietAgain({ acts }: Reply, { step }: Playing): number {
  let own = true;
  let seconds = 0;
  for (const act of acts) {
    if (act.do === 'mark') own = act.step === step;
    else if (own && act.do === 'hold') seconds += act.seconds;
  }
  return seconds;
}

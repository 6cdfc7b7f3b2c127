import { expect, it } from 'vitest';
import type { Content } from '../../../lambda/content/content.ts';
import { locales } from '../../../lambda/content/locales.ts';
import { questionIn } from '../../../lambda/conversation/dialogs/question-in.ts';
import { openSession } from '../../../lambda/conversation/exercise/lifecycle.ts';
import type { Act } from '../../../lambda/conversation/model/act.ts';
import type { LineKey } from '../../../lambda/conversation/model/lines.ts';
import { keptOf, type State } from '../../../lambda/conversation/model/state.ts';
import { respond } from '../../../lambda/conversation/respond.ts';
import { SAID_ELSEWHERE } from '../../content/kinds-of-lines.ts';
import { keys, variantsOf } from '../../content/wordings.ts';
import { hear, hearAnswer } from '../../interaction-models/hear.ts';
import { NOW } from '../households.ts';
import { contextAt } from '../surroundings.ts';
import { type Check, idOf } from './check.ts';

const localised = locales.map((content) => [content.locale, content] as const);

/** The phrases that the skill tells people to say: those in double brackets. */
export function taughtPhrases(): Check {
  const teaching = new Set(
    keys.filter((key) => locales.some((content) => phrasesIn(content, key).length > 0)),
  );
  /** Each line that tells a phrase, once for each kind of state in which it is heard. */
  const heard = new Map<string, { line: LineKey; state: State }>();

  function hearIn(state: State, acts: readonly Act[]): void {
    for (const act of acts) {
      if ((act.do !== 'say' && act.do !== 'ask') || !teaching.has(act.line.key)) continue;
      const line = act.line.key;
      const key = `${idOf(state)} ${line}`;
      if (!heard.has(key)) heard.set(key, { line, state });
    }
  }

  return {
    name: 'What the skill tells people to say',
    see({ reply: { state, acts, ifSilent } }) {
      hearIn(state, acts);
      if (ifSilent !== null) hearIn({ ...state, stack: ifSilent.stack }, ifSilent.acts);
    },
    tests() {
      it('is heard on the walk, in every line that tells them to say something', () => {
        const met = new Set([...heard.values()].map(({ line }) => line));
        expect([...teaching].filter((line) => !met.has(line) && !SAID_ELSEWHERE.has(line))).toEqual([]);
      });

      it.each(localised)('is understood in %s in the state in which it says so', (_, content) => {
        const misunderstood = [...heard.values()].flatMap(({ line, state }) =>
          phrasesIn(content, line).flatMap((phrase) => {
            const what = whatIsLost(phrase, state, content.locale);
            return what === null ? [] : [`"${phrase}" in ${idOf(state)}: ${what}`];
          }),
        );
        expect([...new Set(misunderstood)]).toEqual([]);
      });
    },
  };
}

/** What a phrase is taken for if it is lost in this state; null if it is not. */
function whatIsLost(phrase: string, state: State, locale: string): string | null {
  const { names } = state.household;
  const isOpen = state.session === 'open';
  const { intent, event } = isOpen
    ? hearAnswer(phrase, { question: questionIn(state), names: [names.a, names.b] }, locale)
    : hear(phrase, locale);
  // What is said to a session that is closed opens another one.
  const { acts } = respond(isOpen ? state : openSession(keptOf(state), NOW), event, contextAt(null));
  const isLost = acts.some((act) => 'line' in act && /^(unclear|missed)\./.test(act.line.key));
  return event.type === 'unclear' || isLost ? `${intent} ${event.type}` : null;
}

function phrasesIn(content: Content, key: LineKey): string[] {
  return variantsOf(content, key).flatMap((text) =>
    [...text.matchAll(/\[\[(.+?)\]\]/g)].map(([, phrase]) => phrase ?? ''),
  );
}

import { expect, it } from 'vitest';
import { contentFor } from '../../../lambda/content/locales.ts';
import { questionIn } from '../../../lambda/conversation/dialogs/question-in.ts';
import type { Act } from '../../../lambda/conversation/model/act.ts';
import type { LineKey } from '../../../lambda/conversation/model/lines.ts';
import type { State } from '../../../lambda/conversation/model/state.ts';
import { respond } from '../../../lambda/conversation/respond.ts';
import { hearAnswer } from '../../interaction-models/hear.ts';
import { contextAt } from '../surroundings.ts';
import { type Check, idOf } from './check.ts';

const content = contentFor('en-US');

/** The phrases that the skill tells people to say: those in double brackets. */
export function taughtPhrases(): Check {
  /** Each once for each kind of state in which it is said. */
  const taught = new Map<string, { phrase: string; state: State }>();
  return {
    name: 'What the skill tells people to say',
    see({ reply: { state, acts } }) {
      if (acts.at(-1)?.do !== 'ask') return;
      for (const act of acts)
        for (const phrase of phrasesIn(act)) {
          const key = `${idOf(state)} ${phrase}`;
          if (!taught.has(key)) taught.set(key, { phrase, state });
        }
    },
    tests() {
      it('is understood in the state in which it says so', () => {
        expect(taught.size).toBeGreaterThan(50);
        const misunderstood = [...taught.values()].flatMap(({ phrase, state }) => {
          const { names } = state.household;
          const asked = { question: questionIn(state), names: [names.a, names.b] };
          const { intent, event } = hearAnswer(phrase, asked);
          const { acts } = respond(state, event, contextAt(null));
          const isLost = acts.some((act) => 'line' in act && /^(unclear|missed)\./.test(act.line.key));
          return event.type === 'unclear' || isLost
            ? [`"${phrase}" in ${idOf(state)}: ${intent} ${event.type}`]
            : [];
        });
        expect(misunderstood).toEqual([]);
      });
    },
  };
}

const found = new Map<LineKey, readonly string[]>();

function phrasesIn(act: Act): readonly string[] {
  if (act.do !== 'say' && act.do !== 'ask') return [];
  const { key } = act.line;
  const known = found.get(key);
  if (known !== undefined) return known;
  const phrases = [content.lines[key]]
    .flat()
    .flatMap((text) => [...text.matchAll(/\[\[(.+?)\]\]/g)].map(([, phrase]) => phrase ?? ''));
  found.set(key, phrases);
  return phrases;
}

import { describe, expect, it } from 'vitest';
import { locales } from '../../../lambda/content/locales.ts';
import type { LineKey } from '../../../lambda/conversation/model/lines.ts';
import { isName, QUESTIONS_FOR_EACH_OTHER, SAID_ELSEWHERE } from '../../content/kinds-of-lines.ts';
import { asSpoken, everyWording, keys } from '../../content/wordings.ts';
import type { Check } from './check.ts';

/** Which lines are said, and which are asked. */
export function saidAndAsked(): Check {
  const said = new Set<LineKey>();
  const asked = new Set<LineKey>();
  return {
    name: 'Of the lines',
    hear({ reply }) {
      for (const acts of [reply.acts, reply.ifSilent?.acts ?? []])
        for (const act of acts) {
          if (act.do === 'say') said.add(act.line.key);
          if (act.do === 'ask') asked.add(act.line.key);
          if (act.do === 'card') for (const { key } of [act.title, ...act.items]) said.add(key);
        }
    },
    tests() {
      it('every one is spoken in some conversation', () => {
        const unheard = keys.filter((key) => !isName(key) && !said.has(key) && !asked.has(key));
        expect(unheard.toSorted()).toEqual([...SAID_ELSEWHERE].toSorted());
      });

      it('none is both said and asked', () => {
        expect(keys.filter((key) => said.has(key) && asked.has(key))).toEqual([]);
      });

      describe.each(locales.map((content) => [content.locale, content] as const))('in %s', (_, content) => {
        const wordings = everyWording(content);

        it('what is asked ends with a question', () => {
          expect(wordings.filter(([key, text]) => asked.has(key) && !isQuestion(text))).toEqual([]);
        });

        it('what is said ends without one', () => {
          const open = wordings.filter(
            ([key, text]) => said.has(key) && !QUESTIONS_FOR_EACH_OTHER.has(key) && isQuestion(text),
          );
          expect(open).toEqual([]);
        });
      });
    },
  };
}

function isQuestion(text: string): boolean {
  return asSpoken(text).trim().endsWith('?');
}

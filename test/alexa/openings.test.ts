import { describe, expect, it } from 'vitest';
import { openingOf } from '../../lambda/speech/wording.ts';
import { answer, until } from './couple.ts';
import { aKitchen } from './kitchen.ts';
import { repromptOf, wordsOf } from './responses.ts';

describe('the first words', () => {
  it.each(['AMAZON.StopIntent', 'AMAZON.NoIntent', 'silence'])(
    'of a session are never those of the session before, which ended with %s',
    async (ending) => {
      const { echo } = aKitchen();
      await until(echo, /^closed$/);
      let before = '';
      for (let evening = 0; evening < 25; evening += 1) {
        echo.now += 86_400_000;
        const opening = openingOf(wordsOf(await echo.launch()));
        expect([evening, opening]).not.toEqual([evening, before]);
        before = opening;
        if (ending === 'silence') await echo.end();
        else await echo.say(ending);
      }
    },
  );

  it('after silence are not those of the reprompt that was just heard', async () => {
    for (const run of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const { echo } = aKitchen({ run });
      await until(echo, /appreciate\.a@/);
      const asked = echo.exchanges.at(-1)?.response;
      const reprompt = openingOf(repromptOf(asked ?? never()) ?? '');
      echo.now += 100_000;
      const response = await echo.say('SkipIntent');
      expect(openingOf(wordsOf(response))).not.toBe(reprompt);
      await answer(echo);
    }
  });
});

function never(): never {
  throw new Error('expected a question, got none');
}

/** The examples on docs/safety.md are heard as the page says. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DANGERS } from '../../lambda/content/danger.ts';
import { english } from '../skill.ts';

const page = readFileSync(new URL('../../docs/safety.md', import.meta.url), 'utf8');

const EXAMPLES = [...page.matchAll(/^\| `([a-z-]+)` \| ("[^|]+") \|/gmu)].flatMap(
  ([, concern = '', said = '']) =>
    [...said.matchAll(/"([^"]+)"/gu)].map(([, words = '']) => ({ concern, words })),
);

it('each danger has an example, in the order in which they are answered', () => {
  expect([...new Set(EXAMPLES.map(({ concern }) => concern))]).toEqual(DANGERS);
});

it.each(EXAMPLES)('"$words" is heard as $concern', ({ concern, words }) => {
  const { event } = english.listener.understand(words, { question: null, names: ['Ana', 'Bo'] });
  expect(event).toEqual({ type: 'support', about: concern });
});

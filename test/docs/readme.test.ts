/** README.md tells couples only what the skill understands. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { english } from '../skill.ts';

const page = readFileSync('README.md', 'utf8');

/** The phrases in italics in the table with these first cells. */
function phrasesIn(heading: string): string[] {
  const [, table = ''] = page.split(`| ${heading} |`);
  const [rows = ''] = table.split('\n\n');
  return [...rows.matchAll(/(?<!\*)\*([^*|]+)\*(?!\*)/g)].map(([, phrase = '']) => phrase);
}

const EXERCISES = phrasesIn('say | what it is | minutes');
const COMMANDS = phrasesIn('for | say');

describe('README.md', () => {
  it('names the exercises and the commands', () => {
    expect(EXERCISES.length).toBeGreaterThanOrEqual(12);
    expect(COMMANDS.length).toBeGreaterThan(50);
  });

  it.each([...new Set([...EXERCISES, ...COMMANDS])])(
    'tells couples to say "%s", which is understood',
    (said) => {
      const { event } = english.listener.understand(said, { question: null, names: ['Ana', 'Bo'] });
      expect(event.type).not.toBe('unclear');
    },
  );
});

/** README.md tells couples only what the skill understands, and shows them what it says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../lambda/conversation/model/event.ts';
import { EXERCISES } from '../../lambda/conversation/model/exercise-id.ts';
import { english } from '../skill.ts';

const page = readFileSync('README.md', 'utf8');

/** The phrases in italics in the table with these first cells. */
function phrasesIn(heading: string): string[] {
  const [, table = ''] = page.split(`| ${heading} |`);
  const [rows = ''] = table.split('\n\n');
  return [...rows.matchAll(/(?<!\*)\*([^*|]+)\*(?!\*)/g)].map(([, phrase = '']) => phrase);
}

/** What the skill understands if it was asked nothing. */
const understood = (said: string): Event =>
  english.listener.understand(said, { question: null, names: ['Ana', 'Bo'] }).event;

/** What Alexa says in a conversation: its texts between what the couple says and the quiets, without "...". */
function spokenIn(conversation: string): string[] {
  return conversation
    .replace(/ \.\.\.$/gmu, '')
    .split(/^(?:You:.*| +\[.*\])$|^ *Alexa:/mu)
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
}

const OFFERED = phrasesIn('say | what it is | minutes');
const COMMANDS = phrasesIn('for | say');

describe('README.md', () => {
  it('has a row for each exercise, with words that ask for it', () => {
    const asked = OFFERED.map((said) => {
      const event = understood(said);
      return event.type === 'choose' ? event.exercise : said;
    });
    expect(asked.toSorted()).toEqual(EXERCISES.toSorted());
  });

  it('names the commands', () => {
    expect(COMMANDS.length).toBeGreaterThan(50);
  });

  it.each([...new Set(COMMANDS)])('tells couples to say "%s", which is understood', (said) => {
    expect(understood(said).type).not.toBe('unclear');
  });

  it('shows a first visit as the skill speaks it', () => {
    const [, block = ''] = /## A first visit\n+```\n(.*?)```/su.exec(page) ?? [];
    const spoken = spokenIn(block);
    expect(spoken.length).toBeGreaterThan(8);
    const transcript = spokenIn(readFileSync('test/transcripts/first-visit.txt', 'utf8')).join(' ');
    expect(spoken.filter((text) => !transcript.includes(text))).toEqual([]);
  });
});

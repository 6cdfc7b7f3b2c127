import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PHRASES_FILE, phrasesFile } from '../../interaction-models/phrases.ts';

it('The commands that are known as phrases are those of the interaction model; `npm run phrases` writes them anew', () => {
  expect(readFileSync(PHRASES_FILE, 'utf8')).toBe(phrasesFile());
});

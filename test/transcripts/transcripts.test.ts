import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { play, scriptOf } from '../../simulator/device/transcript.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
/** Read the difference before you commit it. */
const write = process.env.WRITE_TRANSCRIPTS === '1';

describe('A conversation goes as its transcript says; `npm run transcripts` writes it anew', () => {
  let real: SkillOnDatabase;
  beforeAll(async () => {
    real = await skillOnDatabase();
  });
  afterAll(() => real.close());

  it.each(names)('%s', async (name) => {
    const path = `${folder}${name}`;
    const text = readFileSync(path, 'utf8');
    const script = scriptOf(text);
    expect(script.lines.length).toBeGreaterThan(0);
    const played = await play(script, name, real);
    if (write) writeFileSync(path, played.text);
    else expect(played.text).toBe(text);
    expect(played.exchanges.flatMap(({ violations }) => violations)).toEqual([]);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Check, idOf } from './check.ts';

const FILE = fileURLToPath(new URL('../../../interaction-models/state-ids.json', import.meta.url));

/** The id of a state in which the two have changed places; the walk leaves such states out. */
const mirrored = (id: string): string =>
  id.replace(/\.([ab])(?=[.@]|$)/gu, (_whole, who) => (who === 'a' ? '.b' : '.a'));

/** The ids with which the simulator checks `--state` are those that the walk reaches. */
export function stateIds(): Check {
  const ids = new Set(['closed']);
  return {
    name: 'interaction-models/state-ids.json',
    see({ reply: { state } }) {
      const id = idOf(state);
      ids.add(id);
      ids.add(mirrored(id));
    },
    tests() {
      it('lists every state: `npm run docs` writes it', () => {
        const written = `${JSON.stringify([...ids].sort(), null, 2)}\n`;
        if (process.env.WRITE_DOCS === '1') writeFileSync(FILE, written);
        else expect(readFileSync(FILE, 'utf8')).toBe(written);
      });
    },
  };
}

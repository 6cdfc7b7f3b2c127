import { expect, it } from 'vitest';
import { SCRIPTS, typed } from '../command-line/typed.ts';

/** `ask` gives all its options on to the ASK CLI. */
const OURS = [...SCRIPTS.keys()].filter((name) => name !== 'ask');

it.concurrent.each(OURS)(
  'npm run %s says in one line that it has no --bogus, and does nothing',
  async (name) => {
    const { stdout, stderr, status } = await typed(name, '--bogus');
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr.trim()).toMatch(/^Unknown option '--bogus'\.\sSee --help\.$/);
  },
);

/**
 * A V8 code cache beside the bundle: V8 then compiles nothing of what it compiled before. It is measured here, and is no
 * part of the asset (docs/decisions/0028-no-code-cache.md).
 */
import { cpSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Candidate, ready } from './candidates.ts';

/** Loads `skill.js` with the cache, or makes the cache once an event was answered, if `MAKE_CODE_CACHE` is set. */
const LOADER = `
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const filename = join(__dirname, 'skill.js');
const cache = join(__dirname, 'skill.cache');
const making = process.env.MAKE_CODE_CACHE !== undefined;
const cachedData = making ? undefined : readFileSync(cache);
const code = require('node:module').wrap(readFileSync(filename, 'utf8'));
const script = new Script(code, { filename, cachedData });
if (!making && script.cachedDataRejected) throw new Error('The code cache was rejected.');
script.runInThisContext().call(exports, exports, require, module, filename, __dirname);
if (making) {
  const { handler } = module.exports;
  module.exports = {
    async handler(event, context) {
      const answer = await handler(event, context);
      writeFileSync(cache, script.createCachedData());
      return answer;
    },
  };
}
`;

/**
 * The same candidate with a code cache.
 *
 * @param make - runs the folder once, on the Node.js that the cache is for, with `MAKE_CODE_CACHE` set
 */
export async function withCodeCache(
  { folder: from }: Candidate,
  name: string,
  folder: string,
  make: (folder: string) => Promise<unknown>,
): Promise<Candidate> {
  cpSync(from, folder, { recursive: true });
  renameSync(join(folder, 'index.js'), join(folder, 'skill.js'));
  writeFileSync(join(folder, 'index.js'), LOADER);
  await make(folder);
  if (!existsSync(join(folder, 'skill.cache'))) throw new Error(`${folder}: no code cache was made`);
  return ready(name, folder);
}

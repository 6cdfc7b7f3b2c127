/** The errors of the adapter, and what of any error may be logged: its code, and where in our own code it came from. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Why a request is refused before anything is read or written. */
export type RefusalCode =
  /** It is not a valid Alexa request. */
  | 'malformed-request'
  /** It is for another skill. */
  | 'wrong-skill'
  /** Its type is one that this skill does not answer. */
  | 'unknown-request';

/** The error for a request that is refused. Its message contains the code and the field, and never what was said. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/**
 * What is thrown to Lambda for an error that could say anything: Lambda logs whatever it is given, with the message and
 * the stack.
 */
export class SkillFailed extends Error {
  override readonly name = 'SkillFailed';

  constructor(readonly code: string) {
    super(code);
  }
}

/** A code is one short word in ASCII. */
const CODE = /^[A-Za-z][\w.-]{0,63}$/;

/** A code from elsewhere, if it looks like one; otherwise `unknown`. */
export function asCode(code: unknown): string {
  return typeof code === 'string' && CODE.test(code) ? code : 'unknown';
}

/** The code of an error, for the log: its own, or else its name. It is never empty, because errors are counted by it. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return asCode('code' in error && error.code !== '' ? error.code : error.name);
}

/** The folder with our own code: that of the bundle, or `lambda`, of which this file is in a folder. */
const OWN = (() => {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.replace(/(?<=[\\/]lambda)[\\/]alexa$/, '');
})();

/** A frame of a stack trace. The place is in its group. */
const FRAME = /^ {4}at (?:.+ \()?(?:file:\/\/)?([^()\s]+:\d+:\d+)\)?$/;

/**
 * Where in our own code an error came from, such as `index.js:12:3456`, the innermost first. There are no names of
 * functions, because some are those of events. Nothing of the message, which could contain anything, even lines that
 * look like frames; so if the message was changed since, there are no places.
 */
export function placesIn({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  if (at < 0) return [];
  return stack
    .slice(at + message.length)
    .split('\n')
    .slice(1)
    .flatMap((line) => FRAME.exec(line)?.[1] ?? [])
    .filter((place) => place.startsWith(OWN) && !place.includes('node_modules'))
    .map((place) => place.slice(OWN.length + 1));
}

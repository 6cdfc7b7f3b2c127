import { PassThrough } from 'node:stream';
import { hold, type Script } from '../scripted-skill.ts';

export const OPEN = 'alexa, start our check-in';
export const evening: Script = {
  LaunchRequest: { say: 'Welcome. Ready?', reprompt: 'Shall we begin?' },
  'AMAZON.YesIntent': hold(60),
  'AMAZON.NextIntent': { say: 'Your turn. Ready?' },
  'AMAZON.FallbackIntent': { say: 'Take your time. Ready?' },
  'AMAZON.StopIntent': { say: 'Goodbye.', end: true },
  'AMAZON.HelpIntent': {
    say: 'I sent you a card.',
    end: true,
    card: { type: 'Simple', title: 'Your week', content: 'Tea on Sunday.' },
  },
};

/** An input stream of lines, and an output stream with a function that returns what was written to it. */
export function streams(lines: readonly string[]) {
  const input = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  const output = new PassThrough();
  let written = '';
  output.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  return { input, output, written: () => written };
}

/**
 * Plays skills that throw outside of the promise of their handler, for stray-errors.test.ts. It is a process of its own,
 * because the test runner takes such errors for failures of a test. Prints one JSON object a line.
 */
import type { SkillHandler } from '../../../simulator/cloud/lambda-handler.ts';
import { createEcho } from '../../../simulator/device/echo.ts';
import { model, respond, START } from '../scripted-skill.ts';

const ready = respond({ say: 'Ready?' });
const fail = (): never => {
  throw new Error('lost');
};
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** As ask-sdk-core's `SkillBuilders.custom().lambda()` makes it. */
const withCallback = ((
  _event: unknown,
  _context: unknown,
  callback: (error: null, answer: unknown) => void,
) => {
  after(5).then(() => callback(null, ready));
}) as unknown as SkillHandler;

const skills: Readonly<Record<string, SkillHandler>> = {
  timer: () => {
    setTimeout(fail, 5);
    return after(2000);
  },
  promise: async () => {
    after(5).then(fail);
    await after(2000);
  },
  later: async () => {
    setTimeout(fail, 20);
    return ready;
  },
  callback: withCallback,
};

for (const [name, handler] of Object.entries(skills)) {
  const echo = createEcho({ handler, model, start: START });
  const first = await echo.line('alexa, start our check-in');
  await after(100);
  const second = await echo.line('(wait 1s)');
  console.log(JSON.stringify({ name, first, second }));
}
if (process.argv.includes('--own')) setTimeout(fail, 5);

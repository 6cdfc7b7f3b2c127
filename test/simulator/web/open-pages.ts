/** Pages that are open, in tests of what they do and are told. */
import { expect, onTestFinished } from 'vitest';
import type { PageAction, ServerMessage } from '../../../simulator/web/page/messages.ts';
import type { Script } from '../scripted-skill.ts';
import { type OpenPage, openPage, type Served, type ServeOptions, serve } from './page-server.ts';

export const OPEN: PageAction = { do: 'say', words: 'start our check-in', wake: true };
export const say = (words: string, wake = false): PageAction => ({ do: 'say', words, wake });

/** Serves the page until the test is over, and opens it in this many tabs. */
export async function pages(
  script: Script,
  count: number,
  options: ServeOptions = {},
): Promise<{ served: Served; open: OpenPage[] }> {
  const served = await serve(script, options);
  onTestFinished(() => served.close());
  const open: OpenPage[] = [];
  for (let index = 0; index < count; index += 1) open.push(await openPage(served));
  return { served, open };
}

export const first = (open: OpenPage[]): OpenPage => open[0] as OpenPage;

/** All that is said in the turn of a page. */
export const spoken = (page: OpenPage) =>
  page
    .device()
    .turn?.segments.map(({ text }) => text)
    .join(' ')
    .trim();

/** What a page was told of what came of its lines. */
export const exchanges = (page: OpenPage) =>
  page.told.filter(
    (message): message is Extract<ServerMessage, { type: 'exchange' }> => message.type === 'exchange',
  );

/** Waits until a page was told something. */
export async function until(page: OpenPage, isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isTrue(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isTrue(), JSON.stringify(page.told.at(-1))).toBe(true);
}

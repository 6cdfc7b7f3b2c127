import { describe, expect, test, vi } from 'vitest';
import { hold, type Script } from '../scripted-skill.ts';
import { evening } from '../terminal/front-end.ts';
import { exchanges, first, OPEN, pages, say, spoken, until } from './open-pages.ts';
import { ask, type OpenPage, openPage } from './page-server.ts';

describe('a tab is a device', () => {
  test('it is told what plays, and how long the microphone is open after it', async () => {
    const { open } = await pages(evening, 1);
    await first(open).act(OPEN);
    expect(first(open).device()).toMatchObject({
      name: 'living room',
      kind: 'echo',
      session: 'open',
      turn: { elapsed: 0, listens: true, window: 8 },
    });
    expect(spoken(first(open))).toBe('Welcome. Ready?');
  });

  test('two tabs are two speakers of one household, each with its own session', async () => {
    const { open } = await pages(evening, 2);
    const [one, two] = open as [OpenPage, OpenPage];
    await one.act(OPEN);
    expect(one.device()).toMatchObject({ name: 'living room', session: 'open' });
    expect(two.device()).toMatchObject({ name: 'bedroom', session: 'ended', turn: null });
    await two.act(OPEN);
    await one.act(say('alexa, stop'));
    expect(one.device().session).toBe('ended');
    expect(two.device().session).toBe('open');
  });

  test('a tab that comes back has the device that it had; one that is a copy has another', async () => {
    const { served, open } = await pages(evening, 1);
    await first(open).act(OPEN);
    const copy = await openPage(served, 'living room');
    expect(copy.device()).toMatchObject({ name: 'bedroom', session: 'ended' });
    first(open).close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const back = await openPage(served, 'living room');
    expect(back.device()).toMatchObject({ name: 'living room', session: 'open' });
    expect(spoken(back)).toBe('Welcome. Ready?');
    expect((await openPage(served, 'kitchen')).device().name).toBe('study');
  });

  test('a sixth tab is refused, because a browser could send nothing any more, until one is closed', async () => {
    const { served, open } = await pages(evening, 5);
    expect(new Set(open.map((page) => page.device().name)).size).toBe(5);
    const headers = { authorization: `Bearer ${served.token}` };
    expect(await ask(served, '/echo/events', { headers })).toMatchObject({
      status: 409,
      body: 'Five tabs are open, and there can be no more: close one.\n',
    });
    open[2]?.close();
    const next = await vi.waitFor(() => openPage(served), { timeout: 10_000 });
    expect(next.device().name).toBe('study');
  });

  test.each(['living room', 'Living Room'])(
    'none is the device of the terminal, here %s',
    async (deviceId) => {
      const { served, open } = await pages(evening, 5, { deviceId });
      expect(open.map((page) => page.device().name)).toEqual(['bedroom', 'study', 'garden', 'attic', 'hall']);
      first(open).close();
      const next = await vi.waitFor(() => openPage(served, 'living room'), { timeout: 10_000 });
      expect(next.device().name).toBe('bedroom');
    },
  );

  test('lines that come at the same time are carried out one after the other', async () => {
    let asked = 0;
    let most = 0;
    const slow: Script = {
      LaunchRequest: async () => {
        asked += 1;
        most = Math.max(most, asked);
        await new Promise((resolve) => setTimeout(resolve, 10));
        asked -= 1;
        return { say: 'Welcome. Ready?' };
      },
    };
    const { open } = await pages(slow, 3);
    await Promise.all(open.map((page) => page.act(OPEN)));
    expect(most).toBe(1);
    for (const page of open) expect(spoken(page)).toBe('Welcome. Ready?');
  });

  test('it becomes a device with a screen, from the next request on', async () => {
    const document = {
      type: 'APL',
      version: '1.4',
      mainTemplate: { items: [{ type: 'Text', text: 'Ready?' }] },
    };
    const directive = { type: 'Alexa.Presentation.APL.RenderDocument', token: 'first', document };
    const shows: Script = {
      LaunchRequest: ({ context }) => {
        const interfaces = context.System.device?.supportedInterfaces ?? {};
        const hasScreen = 'Alexa.Presentation.APL' in interfaces;
        return { say: 'Welcome. Ready?', ...(hasScreen ? { directives: [directive] } : {}) };
      },
      'Alexa.Presentation.APL.UserEvent': ({ request }) => ({
        say: `You touched ${(request as unknown as { arguments: string[] }).arguments[0]}. Ready?`,
      }),
    };
    const { open } = await pages(shows, 1);
    await first(open).act(OPEN);
    expect(first(open).device().document).toBeNull();
    await first(open).act({ do: 'become', kind: 'show' });
    await first(open).act(OPEN);
    expect(first(open).device()).toMatchObject({ kind: 'show', document: { token: 'first' } });
    await first(open).act({ do: 'tap', id: 'yes', token: 'first' });
    expect(spoken(first(open))).toBe('You touched yes. Ready?');
  });

  test('the skill is told which document was touched, even if another one is on the screen by now', async () => {
    const tokens: unknown[] = [];
    const render = (token: string) => ({
      type: 'Alexa.Presentation.APL.RenderDocument',
      ...{ token, document: { type: 'APL', version: '1.4', mainTemplate: { items: [] } } },
    });
    const shows: Script = {
      LaunchRequest: () => ({ say: 'Welcome. Ready?', directives: [render('first')] }),
      'Alexa.Presentation.APL.UserEvent': ({ request }) => {
        tokens.push((request as unknown as { token: string }).token);
        return { say: 'And you?', directives: [render('second')] };
      },
    };
    const { open } = await pages(shows, 1, { device: 'show' });
    await first(open).act(OPEN);
    const touch = { do: 'tap', id: 'yes', token: 'first' } as const;
    await Promise.all([first(open).act(touch), first(open).act(touch)]);
    expect(tokens).toEqual(['first', 'first']);
    expect(first(open).device().document).toMatchObject({ token: 'second' });
  });
});

describe('time passes as it is heard', () => {
  const asked: string[] = [];
  const timed: Script = {
    ...evening,
    'AMAZON.NextIntent': ({ request }) => {
      asked.push(request.timestamp);
      return { say: 'Your turn. Ready?' };
    },
  };

  test('a barge-in stops at the heard moment, and the clock is there', async () => {
    asked.length = 0;
    const { open } = await pages(timed, 1);
    await first(open).act(OPEN);
    const welcome = 1.47;
    await first(open).act(say('yes'), welcome + 3);
    await first(open).act(say('next', true), 20);
    // The answer begins where it was said, and two and a half words are said in a second.
    expect(asked).toEqual(['2026-11-22T19:00:24Z']);
    expect(spoken(first(open))).toBe('Your turn. Ready?');
  });

  test('what is said of a turn that is over moves no clock', async () => {
    const { open } = await pages(timed, 1);
    const page = first(open);
    await page.act(OPEN);
    const { turn } = page.device();
    await page.act(say('stop', true), 1);
    await page.act({ do: 'advance' }, 3600);
    await page.act(OPEN);
    expect(page.device().turn?.id).not.toBe(turn?.id);
  });

  test('without the wake word nothing is heard while the microphone is closed', async () => {
    const { open } = await pages(evening, 1);
    await first(open).act(OPEN);
    await first(open).act(say('yes'), 0.2);
    expect(exchanges(first(open)).at(-1)).toMatchObject({ line: 'yes', heard: false });
    expect(spoken(first(open))).toBe('Welcome. Ready?');
    await first(open).act(say('yes'), 4);
    expect(spoken(first(open))).toContain('Go ahead.');
  });

  test('a sentence about Alexa is said without the wake word, even if it begins with her name', async () => {
    const { open } = await pages(evening, 1);
    await first(open).act(OPEN);
    await first(open).act(say("Alexa's great"), 0.2);
    expect(exchanges(first(open)).at(-1)).toMatchObject({ line: "Alexa's great", heard: false });
    await first(open).act(say("Alexa's great", true), 0.4);
    expect(exchanges(first(open)).at(-1)).toMatchObject({ line: "alexa, Alexa's great", heard: true });
    await first(open).act(say('Alexa, stop'), 0.2);
    expect(exchanges(first(open)).at(-1)).toMatchObject({ line: 'alexa, stop', heard: true });
  });

  test('when nobody answers, the reprompt plays, and then the session is over', async () => {
    const { open } = await pages(evening, 1);
    const page = first(open);
    await page.act(OPEN);
    const end = () => (page.device().turn?.segments ?? []).reduce((sum, { seconds }) => sum + seconds, 0);
    await page.act({ do: 'advance' }, end() + 7.9);
    expect(spoken(page)).toBe('Welcome. Ready?');
    await page.act({ do: 'advance' }, end() + 8.05);
    await until(page, () => spoken(page) === 'Shall we begin?');
    expect(page.device().session).toBe('open');
    await page.act({ do: 'advance' }, end() + 8.05);
    await until(page, () => page.device().session === 'ended' && page.device().turn === null);
  });

  test('time that passes in one room passes in all, and what happens there is told', async () => {
    const { open } = await pages({ ...evening, 'AMAZON.YesIntent': hold(120) }, 2);
    const [one, two] = open as [OpenPage, OpenPage];
    await one.act(OPEN);
    await one.act(say('yes'), 3);
    await two.act(OPEN);
    await one.act({ do: 'advance' }, 30);
    await until(two, () => two.device().session === 'ended');
  });

  test('the clock is equally fast in every tab', async () => {
    const { open } = await pages(evening, 2);
    await first(open).act({ do: 'speed', speed: 20 });
    await until(first(open), () => open.every((page) => page.device().speed === 20));
  });
});

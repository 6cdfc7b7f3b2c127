import { describe, expect, test } from 'vitest';
import type { Script } from '../scripted-skill.ts';
import { evening } from '../terminal/front-end.ts';
import { exchanges, first, OPEN, pages, say, until } from './open-pages.ts';
import type { OpenPage } from './page-server.ts';

describe('the household', () => {
  test('a voice is recognised on the device where it is chosen', async () => {
    const voices: (string | undefined)[] = [];
    const script: Script = {
      LaunchRequest: ({ context }) => {
        voices.push(context.System.person?.personId);
        return { say: 'Welcome. Ready?' };
      },
    };
    const { open } = await pages(script, 2);
    const [one, two] = open as [OpenPage, OpenPage];
    await one.act({ do: 'voice', voice: 'second' });
    await one.act(OPEN);
    await two.act(OPEN);
    expect(one.device().voice).toBe('second');
    expect(voices).toEqual([expect.stringContaining('amzn1.ask.person'), undefined]);
  });

  test('new people begin without anything of those before', async () => {
    const events: string[] = [];
    const script: Script = {
      ...evening,
      'AlexaSkillEvent.SkillDisabled': ({ request }) => {
        events.push(request.type);
        return {};
      },
    };
    const { open } = await pages(script, 2);
    for (const page of open) await page.act(OPEN);
    await first(open).act({ do: 'reset' });
    for (const page of open) await until(page, () => page.told.some(({ type }) => type === 'reset'));
    expect(events).toEqual(['AlexaSkillEvent.SkillDisabled']);
    expect(open.map((page) => page.device().session)).toEqual(['ended', 'ended']);
    await first(open).act(OPEN);
    expect(first(open).device().session).toBe('open');
  });

  test('new people find nothing of those before in the recording, nor in what developers see', async () => {
    const { open } = await pages(evening, 2);
    const [one, two] = open as [OpenPage, OpenPage];
    await one.act({ do: 'record' });
    for (const page of open) await page.act(OPEN);
    await one.act({ do: 'reset' });
    expect(one.device().recording).toBe(true);
    expect(await one.get('/echo/transcript')).toMatchObject({
      status: 409,
      body: 'Nothing was recorded yet.\n',
    });
    for (const page of [one, two]) {
      const { body } = await page.get('/echo/insight');
      expect(JSON.parse(body)).toMatchObject({ request: null, response: null, words: null });
    }
  });

  test('if the skill cannot delete what it keeps, nobody is told that it did', async () => {
    const script: Script = {
      ...evening,
      'AlexaSkillEvent.SkillDisabled': () => {
        throw new Error('the table is away');
      },
    };
    const { open } = await pages(script, 2);
    const [one, two] = open as [OpenPage, OpenPage];
    await one.act(OPEN);
    await one.act({ do: 'record' });
    await one.act(say('stop', true), 1);
    await one.act({ do: 'reset' });
    expect(exchanges(one).at(-1)?.error).toBe('The skill failed on the event: the table is away.');
    expect(JSON.parse((await one.get('/echo/insight')).body).request).not.toBeNull();
    expect((await one.get('/echo/transcript')).body).toContain('You: alexa, stop');
    await one.act(OPEN);
    expect(one.device().session).toBe('open');
    for (const page of [one, two]) expect(page.told.map(({ type }) => type)).not.toContain('reset');
  });

  test('new people begin also if the skill was disabled before', async () => {
    const { open } = await pages(evening, 1);
    await first(open).act(say('(disable)'));
    await first(open).act({ do: 'reset' });
    await until(first(open), () => first(open).told.some(({ type }) => type === 'reset'));
  });

  test('a wait that is typed is in the recording as it was typed', async () => {
    const { open } = await pages(evening, 1);
    await first(open).act({ do: 'record' });
    await first(open).act(OPEN);
    await first(open).act(say('(wait 20h)'), 1);
    await first(open).act(OPEN);
    const { body } = await first(open).get('/echo/transcript');
    expect(body).toContain('\n(wait 20h)\n');
    expect(body).not.toContain('(silence)');
  });

  test('if the simulator fails, the page is told only that it did, and the terminal why', async () => {
    const errors: unknown[] = [];
    const database = {
      take: () => {
        throw new Error('the meter broke');
      },
      fail: () => {},
    };
    const onError = (error: unknown) => errors.push(error);
    const { open } = await pages(evening, 1, { database, onError });
    const answer = await first(open).act(OPEN);
    expect(answer).toMatchObject({ status: 500, body: 'That did not work. Try it again.\n' });
    expect(errors).toEqual([new Error('the meter broke')]);
  });

  test('what was found about the skill stays with developers while time passes', async () => {
    const { open } = await pages({ LaunchRequest: { say: 'Welcome.' } }, 1);
    const page = first(open);
    const found = async () => JSON.parse((await page.get('/echo/insight')).body).violations;
    await page.act(OPEN);
    const violations = await found();
    expect(violations).not.toEqual([]);
    await page.act({ do: 'advance' }, 1);
    expect(await found()).toEqual(violations);
    await page.act(say('stop', true));
    expect(await found()).not.toEqual(violations);
  });

  test('a recording with two kinds of Echo is no transcript', async () => {
    const { open } = await pages(evening, 1);
    await first(open).act({ do: 'record' });
    await first(open).act(OPEN);
    await first(open).act({ do: 'become', kind: 'show' });
    await first(open).act(say('stop', true));
    const { status, body } = await first(open).get('/echo/transcript');
    expect(status).toBe(409);
    expect(body).toContain('A transcript has one kind of Echo');
  });

  test('a command of the simulator can be typed, but no other device be taken', async () => {
    const { open } = await pages(evening, 1);
    await first(open).act(say('(dance)', true));
    expect(exchanges(first(open)).at(-1)?.error).toContain('(dance) is not a command.');
    await first(open).act(say('(on kitchen)'));
    expect(exchanges(first(open)).at(-1)?.error).toContain('Each tab is a device of its own');
    await first(open).act(OPEN);
    expect(first(open).device()).toMatchObject({ name: 'living room', session: 'open' });
  });
});

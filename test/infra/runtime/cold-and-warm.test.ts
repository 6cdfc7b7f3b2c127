/** The asset from its first invocation on: it answers, and does not mix up two couples in one process. */
import { describe, expect, it } from 'vitest';
import { type Couple, until } from '../../alexa/couple.ts';
import { anEcho } from '../../alexa/envelopes.ts';
import { opensMicrophone, repromptOf, wordsOf } from '../../alexa/responses.ts';
import { anAsset, logOf, nodes, skillIn } from './asset.ts';

const asset = anAsset();

const couples: readonly Couple[] = [
  { a: 'Zelda', b: 'Yorick', thanks: { a: 'thank you for the soup on Monday', b: 'I love how you sang' } },
  { a: 'Quentin', b: 'Xenia', thanks: { a: 'the walk by the river', b: 'your patience' } },
];
const wordsOfOne = ({ a, b, thanks }: Couple) => [a, b, thanks.a, thanks.b];

describe.each(nodes)('the asset on Node.js $version', ({ node, version }) => {
  it('greets a couple in a cold start, after one read of the table', async () => {
    const runtime = await asset.on(node);
    asset.database.take();
    const response = await anEcho(skillIn(runtime), { user: `newcomers-${version}` }).launch();
    expect(response.response.outputSpeech).toMatchObject({
      type: 'SSML',
      ssml: expect.stringContaining('Our Check-In'),
    });
    expect(opensMicrophone(response)).toBe(true);
    expect(asset.database.take().requests).toMatchObject({ GetItem: 1 });
    expect(logOf(runtime).filter(({ message }) => message === 'store failed')).toEqual([]);
    expect(runtime.coldStarts).toBe(1);
  });

  it('answers two couples alternately in one process, and never with the words of the other couple', async () => {
    const runtime = await asset.on(node);
    const rooms = couples.map((couple, n) => ({
      couple,
      other: couples[1 - n] as Couple,
      heard: '',
      echo: anEcho(skillIn(runtime), { user: `couple-${n}-${version}`, device: `room-${n}`, run: version }),
    }));
    const listen = (room: (typeof rooms)[number]) => {
      for (const { response } of room.echo.exchanges)
        room.heard += `${wordsOf(response)} ${repromptOf(response)}\n`;
    };

    for (let exchange = 0; exchange < 40; exchange += 1)
      for (const room of rooms)
        if (room.echo.stateId() !== 'closed') await until(room.echo, /./, room.couple);
    // Each couple comes back the next day and hears what was kept about them.
    for (const { echo } of rooms) {
      expect(echo.stateId()).toBe('closed');
      echo.now += 24 * 3_600_000;
      await echo.launch();
      await echo.say('RecapIntent');
      await echo.say('WhatIsKeptIntent');
    }

    for (const room of rooms) {
      listen(room);
      for (const word of wordsOfOne(room.couple)) expect(room.heard).toContain(word);
      for (const word of wordsOfOne(room.other)) expect(room.heard).not.toContain(word);
    }
    expect(runtime.coldStarts).toBe(1);
  });

  it('continues in a new process where another process stopped', async () => {
    const options = { user: `carried-on-${version}`, run: version };
    const before = await asset.on(node);
    await until(anEcho(skillIn(before), options), /talk\.a$/);
    await before.close();
    const after = anEcho(skillIn(await asset.on(node)), { ...options, run: `${version}-again` });
    after.now += 60_000;
    expect(wordsOf(await after.launch())).toContain('Ana');
    expect(after.stateId()).toBe('carry-on');
  });
});

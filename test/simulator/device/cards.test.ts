import { expect, test } from 'vitest';
import { echoWith, say, silence } from '../scripted-skill.ts';

const OPEN = 'alexa, start our check-in';

test('a card is available until the next line', async () => {
  const card = { type: 'Simple', title: 'Your week', content: 'Tea on Sunday.\r\nA walk.' };
  const { echo } = echoWith({ LaunchRequest: { say: 'Ready?', card } });
  expect(echo.card()).toBeNull();
  const exchange = await say(echo, OPEN);
  expect(echo.card()).toEqual({ title: 'Your week', text: 'Tea on Sunday.\nA walk.' });
  expect(exchange).not.toHaveProperty('card');
  await say(echo, '(wait 1s)');
  expect(echo.card()).toBeNull();
});

test('a card that Alexa refuses is not shown, and its response is not played', async () => {
  const { echo } = echoWith({ LaunchRequest: { say: 'Ready?', card: { type: 'Simple' } } });
  expect(await say(echo, OPEN)).toMatchObject({ spoken: '', session: 'ended' });
  expect(echo.card()).toBeNull();
});

test('a card stays if the same line leads to a second response, which has none', async () => {
  const card = { type: 'Simple', title: 'Your week', content: 'Tea on Sunday.' };
  const { echo } = echoWith({
    LaunchRequest: { say: 'Ready?', apla: [silence(60)], card },
    'Alexa.Presentation.APLA.RuntimeError': { say: 'Take your time.', end: true },
  });
  await say(echo, '(fault sound)');
  expect((await say(echo, OPEN)).spoken).toBe('Ready? Take your time.');
  expect(echo.card()?.title).toBe('Your week');
});

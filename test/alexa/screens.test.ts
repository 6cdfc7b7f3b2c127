/** What a device with a screen shows, and what a touch on it does. */
import type { ResponseEnvelope } from 'ask-sdk-model';
import { describe, expect, it } from 'vitest';
import screenDocument from '../../lambda/content/screen-document.json' with { type: 'json' };
import { DAY, dayOf } from '../../lambda/conversation/model/household.ts';
import type { ScreenData } from '../../lambda/speech/screen.ts';
import { anAppreciation, idAt } from '../household/records.ts';
import { toTheClose, until } from './couple.ts';
import { type Echo, type EchoOptions, EVENING } from './envelopes.ts';
import { aKitchen, type Kitchen, keptIn } from './kitchen.ts';
import { opensMicrophone, screenIn, secondsOf, wordsOf } from './responses.ts';

const NEUTRAL: ScreenData = {
  kind: 'words',
  heading: 'Our Check-In',
  text: '',
  items: [],
  seconds: 0,
  after: 0,
  choices: [],
  choicesAfter: [],
  leaves: 0,
};

const aShow = (options: EchoOptions = {}): Kitchen => aKitchen({ screen: true, ...options });

/** A kitchen in which Ana and Bo have come to this state. */
async function showAt(stateId: RegExp): Promise<Kitchen> {
  const kitchen = aShow();
  await until(kitchen.echo, stateId);
  return kitchen;
}

/** What the screen shows after a response. */
function shown(response: ResponseEnvelope): ScreenData {
  const screen = screenIn(response);
  if (screen === null) throw new Error('expected something on the screen, got nothing');
  return screen.data;
}

const lastOf = ({ exchanges }: Echo): ResponseEnvelope => {
  const last = exchanges.at(-1);
  if (last === undefined) throw new Error('expected a response, got none');
  return last.response;
};

const idsIn = ({ choices }: ScreenData): string[] => choices.map(({ id }) => id);

describe('A screen', () => {
  it('shows the question, what can be touched, and nothing else', async () => {
    const { echo } = aShow();
    await until(echo, /^consent\.a$/);
    expect(shown(lastOf(echo))).toEqual({
      ...NEUTRAL,
      heading: '',
      text: 'Is that okay, Ana?',
      choices: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
      ],
    });
  });

  it('is that of the one document, and has the id of the request as its token', async () => {
    const { echo } = aShow();
    const { response } = await echo.launch();
    const request = echo.exchanges.at(-1)?.request.request;
    expect(response.directives?.[0]).toMatchObject({
      type: 'Alexa.Presentation.APL.RenderDocument',
      token: request?.requestId,
      document: screenDocument,
    });
  });

  it('comes with every reply of a whole check-in, and the session attributes barely grow', async () => {
    const [show, speaker] = [aShow(), aKitchen()];
    await toTheClose(show.echo);
    await toTheClose(speaker.echo);
    expect(show.echo.exchanges.length).toBe(speaker.echo.exchanges.length);
    for (const [index, { response }] of show.echo.exchanges.entries()) {
      expect(idsIn(shown(response)).length > 0).toBe(opensMicrophone(response));
      const { sessionAttributes } = speaker.echo.exchanges[index]?.response ?? {};
      const grown =
        JSON.stringify(response.sessionAttributes).length - JSON.stringify(sessionAttributes).length;
      expect(grown).toBeLessThanOrEqual(23);
    }
    expect(shown(lastOf(show.echo))).toEqual(NEUTRAL);
  });

  it('is sent to no device without one', async () => {
    const { echo } = aKitchen();
    await until(echo, /talk\.a$/);
    await echo.say('AMAZON.StopIntent');
    for (const { response } of echo.exchanges) {
      expect(screenIn(response)).toBeNull();
      expect(JSON.stringify(response)).not.toContain('Presentation.APL.');
    }
    expect(JSON.stringify(echo.attributes)).not.toContain('"screen"');
  });

  it('shows in a turn whose it is, and how long the quiet lasts after the words', async () => {
    const { echo } = await showAt(/talk\.a$/);
    const response = lastOf(echo);
    const { kind, heading, seconds, after, choices } = shown(response);
    expect({ kind, heading }).toEqual({ kind: 'turn', heading: "Ana's turn" });
    expect(choices.map(({ label }) => label)).toEqual(['Done', 'More time', 'Pause']);
    expect(after).toBeGreaterThan(3);
    expect(seconds).toBeGreaterThan(20);
    expect(after + seconds).toBeLessThan(secondsOf(response) + 10);
  });

  it('shows a sentence to save only while it asks whether to save it', async () => {
    const { echo } = await showAt(/appreciate\.a@/);
    expect(shown(lastOf(echo)).text).not.toContain('tea');
    const readBack = shown(await echo.words('thank you for the tea <b>you</b> & Bo made'));
    expect(readBack.text).toContain('tea &lt;b&gt;you&lt;/b&gt; &amp; Bo made');
    expect(idsIn(readBack)).toEqual(['yes', 'reword', 'delete-it']);
    expect(JSON.stringify(shown(await echo.touch('yes')))).not.toContain('tea');
  });

  it('has "Say it differently" only as long as it does not delete the sentence', async () => {
    const { echo } = await showAt(/appreciate\.a@/);
    await echo.words('thank you for the tea you made');
    await echo.touch('reword');
    expect(idsIn(shown(await echo.words('thank you for the good tea')))).toEqual(['yes', 'delete-it']);
  });

  it('shows of a safety reply only that there is support', async () => {
    const { echo } = await showAt(/talk\.a$/);
    const response = await echo.words('I am afraid of him');
    expect(shown(response)).toMatchObject({
      kind: 'support',
      heading: '',
      text: 'Support is here.',
      items: [],
    });
    expect(idsIn(shown(response))).toEqual(['repeat', 'stop']);
    expect(shown(await echo.say('AMAZON.HelpIntent')).text).toBe('Support is here.');
    expect(shown(await echo.touch('repeat'))).toMatchObject({ kind: 'support', text: 'Support is here.' });
    expect(shown(await echo.touch('stop'))).toEqual(NEUTRAL);
  });

  it.each([
    ['a stop', (echo: Echo) => echo.say('AMAZON.StopIntent')],
    ['time out', (echo: Echo) => echo.words('we need a time out')],
    ['a sound that fails', (echo: Echo) => echo.soundError()],
  ])('shows nothing of the two when %s ends the session', async (_what, end) => {
    const { echo } = await showAt(/appreciate\.a@/);
    await echo.words('thank you for the tea you made');
    const response = await end(echo);
    expect(response.response.shouldEndSession).toBe(true);
    expect(shown(response)).toEqual(NEUTRAL);
  });

  it('shows nothing of the two if an apology ends the session', async () => {
    const { echo, store } = aShow();
    store.failNext('unreachable', 9);
    expect(shown(await echo.launch())).toEqual(NEUTRAL);
  });

  it('lists what is read out, and the longest list fits into the smallest response that Alexa once allowed', async () => {
    const kitchen = await showAt(/talk\.a$/);
    const { echo, store, id } = kitchen;
    await echo.say('AMAZON.StopIntent');
    echo.now += 2 * DAY;
    for (let index = 0; index < 9; index += 1) {
      const at = echo.now - (index + 1) * 60_000;
      const text = `${'you noticed the little things & '.repeat(9)}${index}`;
      const [from, to] = index % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const);
      await store.keep(id, anAppreciation({ id: idAt(at), at, day: dayOf(at), from, to, text }));
    }
    await echo.say('RecapIntent');
    const response = await echo.say('AMAZON.YesIntent');
    const list = shown(response);
    expect(list).toMatchObject({ kind: 'list', heading: 'What you appreciate', seconds: 0 });
    expect(list.items).toHaveLength(4);
    for (const item of list.items) expect(item).toMatch(/^(?:Ana|Bo).*…$/u);
    expect(Buffer.byteLength(JSON.stringify(response))).toBeLessThan(24_000);
    await echo.touch('yes');
    const last = shown(await echo.touch('yes'));
    expect(last).toMatchObject({ kind: 'list', choices: [], text: '' });
    expect(last.leaves).toBeGreaterThan(10);
  });
});

describe('A touch', () => {
  const screens: [RegExp, string, (echo: Echo) => Promise<ResponseEnvelope>][] = [
    [/^consent\.a$/, 'yes', (echo) => echo.say('AMAZON.YesIntent')],
    [/^length$/, 'minutes-10', (echo) => echo.words('ten minutes')],
    [/talk\.a$/, 'next', (echo) => echo.say('AMAZON.NextIntent')],
    [/talk\.a$/, 'more-time', (echo) => echo.words('more time')],
    [/talk\.a$/, 'pause', (echo) => echo.say('AMAZON.PauseIntent')],
    [/appreciate\.a@/, 'skip', (echo) => echo.words('skip')],
  ];

  it.each(screens)('at %s on %s does what the words do', async (stateId, id, say) => {
    const [touching, saying] = [await showAt(stateId), await showAt(stateId)];
    const touched = await touching.echo.touch(id);
    const said = await say(saying.echo);
    expect(touching.echo.stateId()).toBe(saying.echo.stateId());
    expect(secondsOf(touched)).toBeCloseTo(secondsOf(said), -2);
    expect(keptIn(touching)).toEqual(keptIn(saying));
  });

  it('in the middle of a quiet works like the same words with the wake word', async () => {
    const inQuiet = async (act: (echo: Echo) => Promise<ResponseEnvelope>) => {
      const { echo } = await showAt(/talk\.a$/);
      echo.now -= Math.round((secondsOf(lastOf(echo)) - 15) * 1000);
      await act(echo);
      return echo.stateId();
    };
    const touched = await inQuiet((echo) => echo.touch('next'));
    expect(touched).toBe(await inQuiet((echo) => echo.say('AMAZON.NextIntent')));
    expect(touched).not.toMatch(/talk\.a$/);
  });

  it.each<[string, unknown, string | undefined]>([
    ['on the screen before', 'yes', 'request-a-kitchen-0'],
    ['on a screen without a token', 'next', ''],
    ['on something that is no choice here', 'minutes-5', undefined],
    ['on something that there never was', 'zebra', undefined],
    ['with an argument that is no id', { yes: true }, undefined],
  ])('%s changes nothing, and it is asked again', async (_where, id, token) => {
    const kitchen = await showAt(/talk\.a$/);
    const { echo } = kitchen;
    const before = keptIn(kitchen);
    const response = await echo.touch(id, token);
    expect(echo.stateId()).toMatch(/talk\.a$/);
    expect(opensMicrophone(response)).toBe(true);
    expect(shown(response).kind).toBe('words');
    expect(idsIn(shown(response))).toEqual(['next', 'more-time', 'pause']);
    expect(keptIn(kitchen)).toEqual(before);
  });

  it('comes too late if the reprompt has asked another question: it is said where they are', async () => {
    const inReprompt = async (act: (echo: Echo) => Promise<ResponseEnvelope>) => {
      const kitchen = await showAt(/talk\.a$/);
      kitchen.echo.now += 40_000;
      await act(kitchen.echo);
      return [kitchen.echo.stateId(), keptIn(kitchen), wordsOf(lastOf(kitchen.echo))];
    };
    const touched = await inReprompt((echo) => echo.touch('more-time'));
    expect(touched[0]).not.toMatch(/talk\.a$/);
    expect(touched).toEqual(await inReprompt((echo) => echo.say('WhereAreWeIntent')));
    expect(touched).not.toEqual(await inReprompt((echo) => echo.words('more time')));
  });

  it('still counts if the reprompt has asked the same question in other words', async () => {
    const { echo } = await showAt(/^consent\.a$/);
    echo.now += 14_000;
    await echo.touch('yes');
    expect(echo.stateId()).toBe('consent.b');
  });

  it('on what is left of a session that is over begins with a welcome', async () => {
    const { echo } = await showAt(/talk\.a$/);
    const { token } = screenIn(lastOf(echo)) ?? {};
    echo.hangUp();
    echo.now += DAY;
    await echo.touch('next', token);
    expect(echo.stateId()).toBe('carry-on');
  });
});

describe('A device that cannot show a screen', () => {
  it('is logged by its code, and the session goes on as if nothing had been said', async () => {
    const { echo, skill, logged, id } = await showAt(/talk\.a$/);
    logged.length = 0;
    const { request } = echo.exchanges.at(-1) ?? {};
    if (request === undefined) throw new Error('expected a request before, got none');
    const answer = await skill({
      ...request,
      session: { ...request.session, new: false, attributes: echo.attributes },
      request: {
        type: 'Alexa.Presentation.APL.RuntimeError',
        requestId: 'request-error',
        timestamp: new Date(EVENING).toISOString(),
        errors: [{ type: 'RENDER_ERROR', reason: 'UNKNOWN_ERROR', message: 'zebra' }],
      },
    });
    expect(answer.response).toEqual({});
    expect(answer.sessionAttributes).toEqual(echo.attributes);
    expect(logged).toEqual([
      { level: 'warn', message: 'screen error', fields: { code: 'RENDER_ERROR', household: id } },
    ]);
  });
});

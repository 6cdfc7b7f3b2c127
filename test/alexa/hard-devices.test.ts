/** The skill on devices that do not do what they should: their sound fails, or their account has Alexa+. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { LineKey } from '../../lambda/conversation/model/lines.ts';
import type { DeviceKind } from '../../simulator/device/device-kind.ts';
import { createEcho, type Echo } from '../../simulator/device/echo.ts';
import type { Exchange } from '../../simulator/device/exchange.ts';
import { model } from '../model.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';

const OPEN = 'alexa, start our check-in';
/** From the launch to the first turn. */
const TO_THE_TURN = [OPEN, 'Ana', 'Bo', 'yes', 'yes', 'twenty minutes'];

let real: SkillOnDatabase;
let users = 0;
beforeAll(async () => {
  real = await skillOnDatabase();
});
afterAll(() => real.close());

function anEcho(device: DeviceKind = 'echo'): Echo {
  users += 1;
  const { skill, database, services } = real;
  const start = new Date('2026-11-22T19:00:00Z');
  const user = `hard-devices-${users}`;
  return createEcho({
    handler: skill,
    model,
    database,
    services,
    user,
    device,
    seed: 7,
    start,
    strict: true,
  });
}

/** Carries out lines. @returns the last exchange, of which none may break a rule */
async function says(echo: Echo, ...lines: string[]): Promise<Exchange> {
  let last: Exchange | null = null;
  for (const line of lines) {
    last = await echo.line(line);
    expect(last?.violations).toEqual([]);
  }
  if (last === null) throw new Error('expected a line that is no comment, got none');
  return last;
}

const variants = (key: LineKey): string[] => [enUS.lines[key]].flat();

/** Which variant of a line a text ends with. */
const endingOf = (text: string, key: LineKey): string | undefined =>
  variants(key).find((variant) => text.endsWith(variant));

describe('a device that cannot play the sound', () => {
  it('lets the whole cue of the first turn be heard, then what to do, and that the place is safe', async () => {
    const heard = (await says(anEcho(), ...TO_THE_TURN)).spoken;
    const cue = heard.slice(0, heard.search(/Another half minute|half a minute/u)).trim();
    expect(cue).toMatch(/breath.*talk, Ana.*Bo, listen/u);
    const {
      spoken,
      session,
      mic,
      heard: request,
      silence,
    } = await says(anEcho(), ...TO_THE_TURN.slice(0, -1), '(fault sound)', ...TO_THE_TURN.slice(-1));
    expect(spoken.startsWith(cue)).toBe(true);
    expect(endingOf(spoken, 'sound.failed')).toBe(spoken.slice(cue.length + 1));
    expect({ session, mic, request: request?.request, silence }).toEqual({
      session: 'ended',
      mic: 'closed',
      request: 'Alexa.Presentation.APLA.RuntimeError',
      silence: 8,
    });
  });

  it('loses no place: the next launch offers to go on from there', async () => {
    const echo = anEcho();
    await says(echo, ...TO_THE_TURN, '(fault sound)', 'yes');
    const back = await says(echo, OPEN);
    expect(back.state).toMatch(/^carry-on/);
    expect((await says(echo, 'yes')).state).toMatch(/^check-in\/get-it\.a/);
  });

  it('does not mention a place to two who keep nothing', async () => {
    const { spoken } = await says(anEcho(), OPEN, 'Ana', 'Bo', 'no', 'yes', '(fault sound)', 'yes');
    expect(endingOf(spoken, 'sound.failed-unkept')).toBeDefined();
  });

  it('that mutes it without a word still says the cue, and takes the answer afterwards', async () => {
    const echo = anEcho();
    const muted = await says(
      echo,
      ...TO_THE_TURN.slice(0, -1),
      '(fault sound-mute)',
      ...TO_THE_TURN.slice(-1),
    );
    expect(muted.spoken).toMatch(/talk, Ana.*Bo, listen/u);
    expect(muted.mic).toBe('open');
    expect((await says(echo, 'yes')).state).toMatch(/^check-in\/get-it\.a/);
  });
});

describe.each(['alexa, start our check-in', 'alexa, open our check-in', 'alexa, open our check-in skill'])(
  '"%s"',
  (launch) => {
    it.each(['echo', 'alexa-plus'] as const)('opens the skill on %s', async (device) => {
      expect(await says(anEcho(device), launch)).toMatchObject({
        heard: { request: 'LaunchRequest' },
        session: 'open',
        mic: 'open',
        error: null,
      });
    });

    it('opens it after Alexa took another launch for something else', async () => {
      const echo = anEcho('alexa-plus');
      expect(await says(echo, '(fault launch)', OPEN)).toMatchObject({ heard: null, session: 'ended' });
      expect((await says(echo, launch)).heard?.request).toBe('LaunchRequest');
    });
  },
);

describe('an account with Alexa+', () => {
  it('says its own sentence first, and the first words of the skill make sense after it', async () => {
    const { spoken } = await says(anEcho('alexa-plus'), OPEN);
    expect(spoken).toMatch(/^Here's Our Check-In\. To get back to Alexa, say: Alexa, exit\. /);
    const own = spoken.slice(spoken.indexOf('exit.') + 'exit. '.length);
    expect(variants('welcome.new').some((welcome) => own.startsWith(welcome))).toBe(true);
  });

  it('ends at "exit" with the place safe', async () => {
    const echo = anEcho('alexa-plus');
    const { spoken, session } = await says(echo, ...TO_THE_TURN, 'alexa, exit');
    expect(session).toBe('ended');
    expect(endingOf(spoken, 'stop.saved')).toBe(spoken);
    expect((await says(echo, OPEN)).state).toMatch(/^carry-on/);
  });

  it('that keeps an answer for itself loses no place', async () => {
    const echo = anEcho('alexa-plus');
    const lost = await says(echo, ...TO_THE_TURN, '(fault answer)', 'yes');
    expect(lost).toMatchObject({ heard: null, spoken: '', session: 'ended', mic: 'closed' });
    const back = await says(echo, OPEN);
    expect(back.state).toMatch(/^carry-on/);
    expect(back.spoken).toMatch(/Ana is talking/);
  });

  it('that tells of the end four minutes late changes nothing in the session that has begun since', async () => {
    const [disturbed, calm] = [anEcho('alexa-plus'), anEcho('echo')];
    const heard: string[][] = [];
    for (const echo of [disturbed, calm]) {
      await says(echo, ...TO_THE_TURN, '(fault answer)', 'yes', OPEN);
      const rows: string[] = [];
      let writes = 0;
      for (const line of ['yes', 'yes', 'yes', 'yes']) {
        const { state, database } = await says(echo, line);
        rows.push(state ?? '');
        writes += database.requests.PutItem ?? 0;
      }
      expect(writes).toBeGreaterThan(0);
      heard.push(rows);
    }
    expect(heard[0]).toEqual(heard[1]);
    expect(heard[0]?.at(-1)).toMatch(/^check-in\//);
  });

  it('reads an end that is told late, and answers it with nothing', async () => {
    const echo = anEcho('alexa-plus');
    await says(echo, ...TO_THE_TURN, '(silence)', '(silence)');
    const told = await says(echo, '(wait 4m)');
    expect(told).toMatchObject({ spoken: '', session: 'ended', error: null });
    expect(Object.values(told.database.requests).reduce((sum, count) => sum + count, 0)).toBe(1);
    expect((await says(echo, OPEN)).state).toMatch(/^carry-on/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEcho } from '../../simulator/device/echo.ts';
import type { Exchange } from '../../simulator/device/exchange.ts';
import { model } from '../model.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../skill.ts';

/** What they ask for in twenty sessions of two weeks, and how long after the one before. */
const SESSIONS: readonly (readonly [wait: string, call: string])[] = [
  ['', 'alexa, start our check-in'],
  ['(wait 22h)', 'alexa, start our check-in'],
  ['(wait 1d)', 'alexa, ask our checkin for a question'],
  ['(wait 3h)', 'alexa, ask our checkin for a five minute check in'],
  ['(wait 20h)', 'alexa, ask our checkin for a ten minute listening exercise'],
  ['(wait 1d)', 'alexa, ask our checkin for a twenty minute check in'],
  ['(wait 4h)', 'alexa, ask our checkin for room for feelings'],
  ['(wait 20h)', 'alexa, ask our checkin for sharing something small'],
  ['(wait 1d)', 'alexa, ask our checkin for the weekly check in'],
  ['(wait 2h)', 'alexa, ask our checkin for our recap'],
  ['(wait 22h)', 'alexa, ask our checkin for a twenty minute check in'],
  ['(wait 1d)', 'alexa, ask our checkin for a ten minute listening exercise'],
  ['(wait 5h)', 'alexa, ask our checkin for good news'],
  ['(wait 20h)', 'alexa, ask our checkin for five minutes of appreciation'],
  ['(wait 1d)', 'alexa, start our check-in'],
  ['(wait 1d)', 'alexa, ask our checkin for a question'],
  ['(wait 3h)', 'alexa, ask our checkin for a ten minute listening exercise'],
  ['(wait 20h)', 'alexa, start our check-in'],
  ['(wait 1d)', 'alexa, ask our checkin for the weekly check in'],
  ['(wait 2h)', 'alexa, ask our checkin for a ten minute listening exercise'],
];

/** The sessions with a check-in of twenty minutes. */
const WHOLE_CHECK_INS = [0, 1, 5, 10];
/** More answers than any session asks for. */
const MOST = 40;
/** How often a sentence of the skill may be heard in two weeks. */
const OFTEN = 8;

/** What they keep, one after the other. */
const THANKS = [
  'thank you for the tea you made',
  'I loved how you laughed at breakfast',
  'you called my mother when I could not',
  'thank you for waiting up for me',
  'I liked the way you listened yesterday',
  'you made the whole evening lighter',
];

describe('Two weeks of a couple who say yes,', () => {
  let real: SkillOnDatabase;
  let sessions: Exchange[][];
  beforeAll(async () => {
    real = await skillOnDatabase();
    sessions = await played(real);
  }, 60_000);
  afterAll(() => real.close());

  it('break no rule of Alexa, and no session stays open', () => {
    const all = sessions.flat();
    expect(all.flatMap(({ violations }) => violations)).toEqual([]);
    expect(all.flatMap(({ error }) => error ?? [])).toEqual([]);
    expect(sessions.map((session) => session.at(-1)?.session)).toEqual(SESSIONS.map(() => 'ended'));
  });

  it(`have no sentence that is heard more than ${OFTEN} times`, () => {
    const heard = new Map<string, number>();
    for (const { spoken } of sessions.flat())
      for (const sentence of sentencesIn(spoken)) heard.set(sentence, (heard.get(sentence) ?? 0) + 1);
    const often = [...heard]
      .filter(([, times]) => times > OFTEN)
      .map(([sentence, times]) => `${times}: ${sentence}`);
    expect(often).toEqual([]);
  });

  it('hear less and less instruction in the check-in of twenty minutes', () => {
    const [first = 0, second = 0, , fourth = 0] = WHOLE_CHECK_INS.map((at) => wordsIn(sessions[at] ?? []));
    expect(second).toBeLessThan(first);
    expect(fourth).toBeLessThan(second);
  });
});

async function played(real: SkillOnDatabase): Promise<Exchange[][]> {
  const echo = createEcho({
    handler: real.skill,
    model,
    database: real.database,
    user: 'two weeks',
    seed: 7,
    start: new Date('2026-11-22T19:00:00Z'),
    strict: true,
  });
  let kept = 0;
  const answerTo = ({ state }: Exchange): string => {
    if (state?.includes('names.a')) return 'Ana';
    if (state?.includes('names.b')) return 'Bo';
    if (state === 'length') return 'twenty minutes';
    if (state?.endsWith('@AppreciationIntent.appreciation') || /appreciate\.[ab]$/.test(state ?? ''))
      return THANKS[kept++ % THANKS.length] as string;
    if (state?.includes('recap.more') || state?.includes('another')) return kept % 3 === 0 ? 'no' : 'yes';
    return 'yes';
  };
  const sessions: Exchange[][] = [];
  for (const [wait, call] of SESSIONS) {
    if (wait !== '') await echo.line(wait);
    const session: Exchange[] = [];
    for (let line = call; session.length < MOST; line = answerTo(session.at(-1) as Exchange)) {
      const exchange = await echo.line(line);
      if (exchange === null) throw new Error(`${line} was not heard`);
      session.push(exchange);
      if (exchange.session === 'ended') break;
    }
    sessions.push(session);
  }
  return sessions;
}

/** The sentences, without the names of the two. */
function sentencesIn(spoken: string): string[] {
  return spoken
    .split(/(?<=[.?!])\s+/)
    .map((sentence) => sentence.replace(/\b(?:Ana|Bo|ana|bo)\b/g, 'X').trim())
    .filter((sentence) => sentence !== '');
}

function wordsIn(session: readonly Exchange[]): number {
  return session.flatMap(({ spoken }) => spoken.split(/\s+/)).length;
}

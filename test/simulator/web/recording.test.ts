import { describe, expect, test } from 'vitest';
import type { SkillHandler } from '../../../simulator/cloud/lambda-handler.ts';
import { NO_USE } from '../../../simulator/database/database-meter.ts';
import { play, scriptOf } from '../../../simulator/device/transcript.ts';
import {
  createConversationRecorder,
  type RecordedLine,
  transcriptOf,
} from '../../../simulator/web/conversation-recorder.ts';
import { type SkillOnDatabase, skillOnDatabase } from '../../skill.ts';

const at = (line: string, more: Partial<RecordedLine> = {}): RecordedLine => ({
  ...{ device: 'living room', kind: 'echo', speaker: null, line, waited: 0, acted: false },
  ...more,
});
const wait = (waited: number, more: Partial<RecordedLine> = {}) => at('(wait)', { waited, ...more });

function recorded(...lines: RecordedLine[]): readonly string[] {
  const recorder = createConversationRecorder();
  for (const line of lines) recorder.note(line);
  return recorder.lines();
}

describe('a recorded conversation', () => {
  test('keeps the time of what interrupts, and not of answers', () => {
    expect(
      recorded(
        at('alexa, start our check-in'),
        wait(2),
        wait(1.4),
        at('yes'),
        wait(20.3),
        wait(2),
        at('alexa, next'),
      ),
    ).toEqual(['alexa, start our check-in', 'yes', '(wait 22s)', 'alexa, next']);
  });

  test('takes a sentence about Alexa for an answer, and not for the wake word', () => {
    expect(recorded(at('alexa, help'), wait(3), at("Alexa's great"))).toEqual([
      'alexa, help',
      "Alexa's great",
    ]);
  });

  test('says (silence) where nobody answered', () => {
    expect(recorded(at('alexa, help'), wait(4), wait(7, { acted: true }), at('yes'))).toEqual([
      'alexa, help',
      '(silence)',
      'yes',
    ]);
  });

  test('names another device and another voice when they change', () => {
    const bedroom = { device: 'bedroom' };
    expect(
      recorded(
        at('alexa, help'),
        at('alexa, help', bedroom),
        at('no', { ...bedroom, speaker: 'first' }),
        at('yes'),
      ),
    ).toEqual([
      'alexa, help',
      '(on bedroom)',
      'alexa, help',
      '(as first)',
      'no',
      '(on kitchen)',
      '(as nobody)',
      'yes',
    ]);
  });

  test('knows the kinds of Echo at which something was said', () => {
    const recorder = createConversationRecorder();
    for (const line of [at('alexa, help'), wait(3, { kind: 'show-round' }), at('yes', { kind: 'show' })])
      recorder.note(line);
    expect(recorder.kinds()).toEqual(['echo', 'show']);
  });

  test('that cannot be played leaves nothing in the household either', async () => {
    const asked: string[] = [];
    const handler: SkillHandler = async (event) => {
      const { type } = (event as { request: { type: string } }).request;
      asked.push(type);
      return { version: '1.0', response: {} };
    };
    const failing = {
      take: () => {
        if (!asked.includes('AlexaSkillEvent.SkillDisabled')) throw new Error('away');
        return NO_USE;
      },
      fail: () => {},
    };
    const stage = { handler, database: failing, locale: 'en-US', noElicit: false, kind: 'echo' } as const;
    await expect(transcriptOf(['alexa, start our check-in'], stage)).rejects.toThrow('away');
    expect(asked.at(-1)).toBe('AlexaSkillEvent.SkillDisabled');
  });

  test('is a transcript that passes, and nothing of it stays in the household', async () => {
    const real: SkillOnDatabase = await skillOnDatabase();
    try {
      const lines = [
        'alexa, start our check-in',
        'Ana',
        'Bo',
        'yes',
        'yes',
        'yes',
        '(wait 12s)',
        'alexa, stop',
      ];
      const stage = { handler: real.skill, locale: 'en-US', noElicit: false, kind: 'echo' } as const;
      const text = await transcriptOf(lines, stage);
      expect(text).toContain('You: alexa, start our check-in\n  Alexa: ');
      const again = await play(scriptOf(text), 'recorded.txt', real);
      expect(again.text).toBe(text);
      expect(again.exchanges.flatMap(({ violations }) => violations)).toEqual([]);
      const kept = await real.database.items();
      expect(kept.filter(({ forgotten }) => forgotten === undefined).length).toBe(1);
    } finally {
      await real.close();
    }
  });
});

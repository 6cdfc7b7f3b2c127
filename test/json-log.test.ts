import { describe, expect, it } from 'vitest';
import { createJsonLog } from '../lambda/json-log.ts';

describe('The log of the function', () => {
  it.each(['info', 'warn', 'error'] as const)(
    'is one line of JSON for each message, with its level: %s',
    (level) => {
      const lines: string[] = [];
      const log = createJsonLog('our-check-in', (line) => lines.push(line));
      log[level]('store failed', { operation: 'load', code: 'throttled', frames: ['a.ts:1', 'two\nlines'] });
      const [line = ''] = lines;
      expect(lines).toHaveLength(1);
      expect(line).not.toContain('\n');
      const { timestamp, ...rest } = JSON.parse(line);
      expect(rest).toEqual({
        level: level.toUpperCase(),
        message: 'store failed',
        service: 'our-check-in',
        operation: 'load',
        code: 'throttled',
        frames: ['a.ts:1', 'two\nlines'],
      });
      expect(new Date(timestamp).toISOString()).toBe(timestamp);
    },
  );

  it('can be left out', () => {
    expect(() => createJsonLog('our-check-in', null).info('refused', {})).not.toThrow();
  });
});

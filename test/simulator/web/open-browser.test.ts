import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBrowser } from '../../../simulator/web/open-browser.ts';

const ADDRESS = 'http://127.0.0.1:1234/#0123456789abcdef';

describe('opening the page in the browser', () => {
  let data: string;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    data = mkdtempSync(join(tmpdir(), 'our-check-in-open-'));
  });
  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
    rmSync(data, { recursive: true, force: true });
  });
  const open = async () => {
    let given: readonly string[] = [];
    const opened = await openBrowser(ADDRESS, data, async (command, args) => {
      given = [command, ...args];
      return true;
    });
    return { opened, given, path: given.at(-1) ?? '' };
  };

  test('the key of the run is on no command line, which every user of the machine can read', async () => {
    const { opened, given } = await open();
    expect(opened).toBe(true);
    expect(given.join(' ')).not.toContain('0123456789abcdef');
  });

  test('what is opened leads to the address, and only its owner can read it', async () => {
    const { path } = await open();
    expect(readFileSync(path, 'utf8')).toContain(`0; url=${ADDRESS}"`);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('once the browser has read it, it is deleted', async () => {
    await open();
    vi.advanceTimersByTime(30_000);
    expect(readdirSync(data)).toEqual([]);
  });
});

import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { closeAll, folder, started } from './started.ts';

afterEach(closeAll);

describe('the data folder', () => {
  const modeOf = async (...path: string[]): Promise<string> =>
    ((await stat(join(...path))).mode & 0o777).toString(8);

  test('is for its owner alone, and so is what was there before', async () => {
    const data = join(await folder(), 'new', 'data');
    await (await started(data)).database.close();
    expect(await modeOf(data)).toBe('700');
    expect(await modeOf(data, 'dynamodb')).toBe('700');
    await chmod(join(data, 'dynamodb'), 0o755);
    await chmod(join(data, 'dynamodb', 'CURRENT'), 0o644);
    await (await started(data)).database.close();
    expect(await modeOf(data, 'dynamodb')).toBe('700');
    expect(await modeOf(data, 'dynamodb', 'LOCK')).toBe('600');
  });

  test('that is somebody’s own keeps its mode', async () => {
    const data = join(await folder(), 'mine');
    await mkdir(data);
    await chmod(data, 0o755);
    await started(data);
    expect(await modeOf(data)).toBe('755');
    expect(await modeOf(data, 'dynamodb')).toBe('700');
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { credentialsFromEnvironment } from '../lambda/credentials.ts';

afterEach(() => vi.unstubAllEnvs());

describe('The credentials of the function', () => {
  it('are those of the environment, as Lambda sets them', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    expect(await credentialsFromEnvironment()).toEqual({
      accessKeyId: 'key',
      secretAccessKey: 'secret',
      sessionToken: 'token',
    });
  });

  it.each(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])(
    'are asked for by name if %s is missing',
    async (missing) => {
      vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
      vi.stubEnv(missing, '');
      await expect(credentialsFromEnvironment()).rejects.toThrow(missing);
    },
  );
});

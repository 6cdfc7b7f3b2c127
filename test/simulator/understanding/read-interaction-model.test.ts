import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readInteractionModel } from '../../../simulator/interaction-model.ts';
import { MODEL_DATA } from './small-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'interaction-model-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('reading an interaction model', () => {
  it('returns the model', () => {
    const model = readInteractionModel(written('good.json', JSON.stringify(MODEL_DATA)));
    expect(model.interactionModel.languageModel.invocationName).toBe('our checkin');
  });

  it.each([
    ['missing', () => join(folder, 'nowhere.json')],
    ['not JSON', () => written('text.json', '{ not json')],
    ['another thing', () => written('other.json', '{"interactionModel":{"languageModel":{"intents":3}}}')],
  ])('throws "model-unreadable" with its cause when the file is %s', (_, path) => {
    expect(() => readInteractionModel(path())).toThrowError(
      expect.objectContaining({ code: 'model-unreadable', cause: expect.any(Error) }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MODEL_FILE, modelFile } from '../../interaction-models/write-model.ts';

it('The interaction model is made of the phrases that are read; `npm run phrases` writes it anew', () => {
  expect(readFileSync(MODEL_FILE, 'utf8')).toBe(modelFile());
});

it('Samples of a meaning that no intent has are refused, and named', () => {
  expect(() => modelFile({ thanks: ['thank you'] })).toThrow(
    new RangeError(
      'samples.json: no intent of frame.json means "thanks". Add one, or put the templates into reads.json.',
    ),
  );
});

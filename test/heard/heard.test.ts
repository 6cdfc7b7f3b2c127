import { expect, it } from 'vitest';
import { fallen, figuresOf, readBounds, risen } from './figures.ts';
import { measured } from './measure.ts';

it('No less is understood than before (figures.json)', { timeout: 120_000 }, () => {
  const figures = figuresOf(measured());
  const bounds = readBounds();
  expect(fallen(figures, bounds), 'less is understood: `npm run heard` tells what').toEqual([]);
  const better = risen(figures, bounds);
  if (better.length > 0)
    console.warn(
      `More is understood. Raise the bounds with \`npm run heard -- --raise\`:\n${better.join('\n')}`,
    );
});

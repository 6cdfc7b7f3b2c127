/**
 * Every screen that a conversation can show, in its real words, on every size of screen, laid out by Amazon's engine in a
 * real browser: `npm run test:screens`. layout.test.ts has the shortest and the longest of each kind.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOff, cutWords, outside, outsideOfCircle, overlapping, tooSmall } from './faults.ts';
import type { ScreenData } from './samples.ts';
import type { Stage, Theatre } from './stage.ts';
import { VIEWPORTS } from './viewports.ts';
import { type WalkedScreen, walkedScreens } from './walked-screens.ts';

const { CHROMIUM: browser = '' } = process.env;
const whyNot = browser === '' ? ' (skipped: npm run test:screens gives it a browser)' : '';

/** Faults that are told if a test fails, this many. */
const TOLD = 5;

describe.skipIf(browser === '')(`every screen of every exercise${whyNot}`, () => {
  let theatre: Theatre;
  let directive: typeof import('./stage.ts').directive;
  let screens: readonly WalkedScreen[];

  beforeAll(async () => {
    const stages = await import('./stage.ts');
    directive = stages.directive;
    theatre = await stages.openTheatre(browser);
    screens = walkedScreens();
  }, 600_000);
  afterAll(() => theatre?.close());

  it('is met on the walk', () => {
    const kinds = new Set(screens.map(({ data }) => data.kind));
    expect([...kinds].sort()).toEqual(['list', 'rest', 'support', 'turn', 'words']);
    expect(screens.length).toBeGreaterThan(500);
  });

  it.concurrent.each(Object.entries(VIEWPORTS))(
    'is shown without a fault on %s',
    async (_size, viewport) => {
      const stage = await theatre.stage(viewport);
      const faults: string[] = [];
      for (const { state, data } of screens) {
        for (const what of await faultsOf(stage, viewport, data)) faults.push(`${state}: ${what}`);
        if (faults.length >= TOLD) break;
      }
      expect(faults).toEqual([]);
      expect(stage.console).toEqual([]);
      await stage.close();
    },
    900_000,
  );

  /** What is wrong with a screen, in the middle of its quiet and, if it has other choices then, after it. */
  async function faultsOf(
    stage: Stage,
    viewport: (typeof VIEWPORTS)[string],
    data: ScreenData,
  ): Promise<string[]> {
    await stage.call('show', directive(data));
    const faults: string[] = [];
    const moments = [[data.after + data.seconds / 2, data.choices] as const];
    if (data.choicesAfter.length > 0) moments.push([data.after + data.seconds + 1, data.choicesAfter]);
    for (const [moment, choices] of moments) {
      if (moment > 0) await stage.call('at', moment);
      const measured = await stage.call('measure');
      faults.push(
        ...outside(measured, viewport).map((name) => `outside: ${name}`),
        ...cutWords(measured).map((name) => `cut words: ${name}`),
        ...cutOff(measured).map((name) => `cut off: ${name}`),
        ...overlapping(measured).map((names) => `overlapping: ${names}`),
        ...tooSmall(measured, viewport).map((name) => `too small: ${name}`),
        ...(viewport.shape === 'round' ? outsideOfCircle(measured, viewport) : []).map(
          (name) => `outside of the circle: ${name}`,
        ),
      );
      const [touches, wanted] = [measured.touches, choices].map((all) => all.map(({ id }) => id).join());
      if (touches !== wanted) faults.push(`${touches} can be touched, and not ${wanted}`);
      if (measured.texts.length === 0) faults.push('empty');
    }
    faults.push(...(await stage.call('warnings')));
    return faults;
  }
});

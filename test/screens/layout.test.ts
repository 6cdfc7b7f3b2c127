/**
 * Every kind of screen on every size of screen, laid out by Amazon's engine in a real browser: `npm run test:screens`.
 * All is measured from the boxes of the engine's components.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cutOff, cutWords, outside, outsideOfCircle, overlapping, seenAsAWhole, tooSmall } from './faults.ts';
import { SAMPLES } from './samples.ts';
import type { Stage, Theatre } from './stage.ts';
import { VIEWPORTS } from './viewports.ts';

const { CHROMIUM: browser = '', SCREENSHOTS: pictures = '' } = process.env;
const whyNot = browser === '' ? ' (skipped: npm run test:screens gives it a browser)' : '';

/** In milliseconds. It is only waited for as long as it takes. */
const ARRIVES_WITHIN = 10_000;

const LONGEST = Object.entries(SAMPLES).filter(([name]) => name.startsWith('the longest'));

describe.skipIf(browser === '')(`the screens${whyNot}`, () => {
  let theatre: Theatre;
  let directive: typeof import('./stage.ts').directive;

  beforeAll(async () => {
    const stages = await import('./stage.ts');
    directive = stages.directive;
    theatre = await stages.openTheatre(browser);
  });
  afterAll(() => theatre?.close());

  describe.each(Object.entries(VIEWPORTS))('on %s', (size, viewport) => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await theatre.stage(viewport);
    });
    afterAll(() => stage?.close());

    it.each(Object.entries(SAMPLES))('show %s', async (name, sample) => {
      await stage.call('show', directive(sample));
      // In the middle of the quiet, so that the light is there too.
      await stage.call('at', sample.after + sample.seconds / 2);
      if (pictures !== '') await picture(stage, size, name);
      const measured = await stage.call('measure');

      expect(await stage.call('warnings')).toEqual([]);
      expect(stage.console).toEqual([]);
      const { heading, text, items, choices } = sample;
      const shown = wordsOf(measured.texts.map((one) => one.text));
      // A sequence makes its items only when they come near.
      expect(shown.filter((words) => !wordsOf(items).includes(words)).sort()).toEqual(
        wordsOf([heading, text, ...choices.map(({ label }) => label)]).sort(),
      );
      expect(shown).toEqual(expect.arrayContaining(wordsOf(items).slice(0, 2)));
      expect(measured.touches.map(({ id }) => id)).toEqual(sample.choices.map(({ id }) => id));
      expect(outside(measured, viewport)).toEqual([]);
      expect(cutWords(measured)).toEqual([]);
      expect(cutOff(measured)).toEqual([]);
      expect(overlapping(measured)).toEqual([]);
      expect(tooSmall(measured, viewport)).toEqual([]);
      if (viewport.shape === 'round') expect(outsideOfCircle(measured, viewport)).toEqual([]);
      if (sample.seconds > 0) expect(measured.light).toBeCloseTo(0.5, 1);
    });

    it('have every item and every choice of the longest list within reach, and send the id of what is touched', async () => {
      const sample = SAMPLES['the longest list'];
      if (sample === undefined) throw new Error('There is no longest list.');
      await stage.call('show', directive(sample));
      const read = new Set<string>();
      for (let turns = 0; turns < 60 && read.size < sample.items.length; turns += 1) {
        const { texts } = await stage.call('measure');
        for (const { text, lines, seen } of texts) {
          const [words = ''] = wordsOf([text]);
          if (wordsOf(sample.items).includes(words) && lines.some((line) => seenAsAWhole(line, seen)))
            read.add(words);
        }
        await stage.page.mouse.move(viewport.width / 2, viewport.height / 2);
        await stage.page.mouse.wheel(0, (viewport.height * viewport.dpi) / 160 / 3);
        await stage.call('at', turns);
      }
      expect(read.size).toBe(sample.items.length);
      for (const [index, { id }] of sample.choices.entries()) {
        await stage.call('scrollTo', id);
        const touch = (await stage.call('measure')).touches.find((one) => one.id === id);
        if (touch === undefined) throw new Error(`There is no choice "${id}".`);
        const { box, seen } = touch;
        expect(seenAsAWhole(box, seen)).toBe(true);
        await stage.page.touchscreen.tap((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        // The browser hands a touch on when it comes to it, which is not always before the next call.
        await vi.waitFor(
          async () => {
            await stage.call('at', 1);
            expect(await stage.call('touches')).toHaveLength(index + 1);
          },
          { timeout: ARRIVES_WITHIN },
        );
      }
      expect(await stage.call('touches')).toEqual(sample.choices.map(({ id }) => [id]));
    });
  });

  // The font of an Echo is not on this machine, and is another one for other scripts.
  describe.each(Object.entries(VIEWPORTS))('in a font that is a tenth wider, on %s', (_size, viewport) => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await theatre.stage(viewport);
      await stage.call('widenFonts', 110);
    });
    afterAll(() => stage?.close());

    it.each(LONGEST)('show %s', async (_name, sample) => {
      await stage.call('show', directive(sample));
      const measured = await stage.call('measure');
      expect(await stage.call('warnings')).toEqual([]);
      expect(cutWords(measured)).toEqual([]);
      expect(cutOff(measured)).toEqual([]);
      expect(overlapping(measured)).toEqual([]);
    });
  });

  async function picture({ page }: Stage, size: string, name: string): Promise<void> {
    const folder = join(pictures, size.replace(/\W+/gu, '-'));
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name.replace(/\W+/gu, '-')}.png`) });
  }
});

/** Words are compared without spaces, which lines do not keep. */
function wordsOf(texts: readonly string[]): string[] {
  return texts.map((text) => text.replace(/\s+/gu, '')).filter((text) => text !== '');
}

/** How a screen moves, and what a touch does, with Amazon's engine in a real browser: `npm run test:screens`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLES, type ScreenData } from './samples.ts';
import type { Stage, Theatre } from './stage.ts';
import { VIEWPORTS } from './viewports.ts';

const { CHROMIUM: browser = '' } = process.env;
const whyNot = browser === '' ? ' (skipped: npm run test:screens gives it a browser)' : '';

const sampleOf = (name: string): ScreenData => {
  const sample = SAMPLES[name];
  if (sample === undefined) throw new Error(`There is no sample "${name}".`);
  return sample;
};

describe.skipIf(browser === '')(`a screen${whyNot}`, () => {
  let theatre: Theatre;
  let stage: Stage;
  let directive: typeof import('./stage.ts').directive;

  beforeAll(async () => {
    const stages = await import('./stage.ts');
    directive = stages.directive;
    theatre = await stages.openTheatre(browser);
    stage = await theatre.stage(VIEWPORTS['hub landscape large'] as never);
  });
  afterAll(() => theatre?.close());

  describe('in a turn', () => {
    const turn = sampleOf('a turn');

    it.each(['a turn', 'time together'])(
      'has a light that grows while the quiet passes (%s)',
      async (name) => {
        const { seconds, after, ...rest } = sampleOf(name);
        await stage.call('show', directive({ ...rest, seconds, after }));
        const sizes: (number | null)[] = [];
        for (const part of [0, 0.25, 0.5, 0.75, 1]) {
          await stage.call('at', after + part * seconds);
          sizes.push((await stage.call('measure')).light);
        }
        expect(sizes.map((size) => size?.toFixed(2))).toEqual(['0.08', '0.25', '0.50', '0.75', '1.00']);
      },
    );

    it('has a light that waits while the turn is announced', async () => {
      await stage.call('show', directive({ ...turn, after: 30 }));
      await stage.call('at', 29);
      expect((await stage.call('measure')).light).toBeCloseTo(0.08);
    });

    it('has a light that stays when the quiet is over', async () => {
      await stage.call('show', directive(turn));
      await stage.call('at', turn.after + turn.seconds * 3);
      expect((await stage.call('measure')).light).toBe(1);
    });

    it('has the choices of the question in place of its own when the quiet is over', async () => {
      await stage.call('show', directive(turn));
      const shownAt = async (seconds: number) => {
        await stage.call('at', seconds);
        return (await stage.call('measure')).touches.map(({ id }) => id);
      };
      const end = turn.after + turn.seconds;
      expect(await shownAt(end - 1)).toEqual(turn.choices.map(({ id }) => id));
      expect(await shownAt(end + 1)).toEqual(turn.choicesAfter.map(({ id }) => id));
      const [first] = turn.choicesAfter;
      await stage.page.getByRole('button', { name: first?.label ?? '' }).click();
      await stage.call('at', end + 2);
      expect(await stage.call('touches')).toEqual([[first?.id]]);
    });

    it('goes on where it was if the screen is turned', async () => {
      await stage.call('show', directive(turn));
      await stage.call('at', turn.after + turn.seconds / 2);
      await stage.call('resize', VIEWPORTS['hub portrait medium'] as never);
      expect((await stage.call('measure')).light).toBeCloseTo(0.5, 1);
      await stage.call('resize', VIEWPORTS['hub landscape large'] as never);
    });
  });

  it('is empty when the list of a last reply was read out', async () => {
    const list = sampleOf('the last list');
    await stage.call('show', directive(list));
    await stage.call('at', list.leaves - 1);
    expect((await stage.call('measure')).texts.length).toBeGreaterThan(1);
    await stage.call('at', list.leaves + 1);
    expect(await stage.call('measure')).toMatchObject({ texts: [], touches: [] });
  });

  it('has no light where there is no quiet', async () => {
    await stage.call('show', directive(sampleOf('a question')));
    expect((await stage.call('measure')).light).toBeNull();
  });

  describe('that is touched', () => {
    it('goes on filling its light', async () => {
      const turn = sampleOf('a turn');
      await stage.call('show', directive(turn));
      await stage.call('at', turn.after + turn.seconds / 4);
      const [first] = (await stage.call('measure')).touches;
      if (first === undefined) throw new Error('There is nothing to touch.');
      await stage.page.touchscreen.tap(first.box.left + 20, first.box.top + 20);
      await stage.call('at', turn.after + turn.seconds / 2);
      expect((await stage.call('measure')).light).toBeCloseTo(0.5);
      expect(await stage.call('touches')).toHaveLength(1);
    });

    it('takes a mouse for a finger, at once', async () => {
      await stage.call('show', directive(sampleOf('a turn')));
      await stage.page.getByRole('button', { name: 'Pause' }).click();
      await stage.call('at', 1);
      expect(await stage.call('touches')).toEqual([['pause']]);
    });

    it('sends nothing for a touch beside the choices', async () => {
      await stage.call('show', directive(sampleOf('a turn')));
      await stage.page.touchscreen.tap(20, 20);
      await stage.call('at', 1);
      expect(await stage.call('touches')).toEqual([]);
    });
  });

  it('has a name for everything that can be touched, and works with the keyboard', async () => {
    const sample = sampleOf('a turn');
    await stage.call('show', directive(sample));
    const { touches } = await stage.call('measure');
    expect(touches.map(({ role, label }) => [role, label])).toEqual(
      sample.choices.map(({ label }) => ['button', label]),
    );
    await stage.page.getByRole('button', { name: 'More time' }).focus();
    await stage.page.keyboard.press('Enter');
    await stage.call('at', 1);
    expect(await stage.call('touches')).toEqual([['more-time']]);
  });

  it('shows names as they are, whatever is in them', async () => {
    await stage.call('show', directive({ ...sampleOf('a turn'), heading: 'A & B’s "turn" 100 % {now}' }));
    const { texts } = await stage.call('measure');
    expect(texts[0]?.text.trim()).toBe('A & B’s "turn" 100 % {now}');
  });

  it('shows the last of two documents that come at once', async () => {
    await stage.call(
      'showBoth',
      directive(sampleOf('a turn')),
      directive(sampleOf('support without choices')),
    );
    const { texts } = await stage.call('measure');
    expect(texts.map(({ text }) => text)).toEqual(['Support is here.']);
    expect(await stage.call('views')).toBe(1);
  });

  it('shows nothing after it is cleared, also if it is turned then', async () => {
    await stage.call('show', directive(sampleOf('a turn')));
    await stage.call('clear');
    expect(await stage.call('views')).toBe(0);
    await stage.call('resize', VIEWPORTS['hub landscape large'] as never);
    expect(await stage.call('views')).toBe(0);
  });

  it('is drawn at the width of its place', async () => {
    await stage.call('show', directive(sampleOf('a turn')));
    const widthOf = () =>
      stage.page.locator('#screen > div').evaluate((view) => view.getBoundingClientRect().width);
    expect(await widthOf()).toBe(1280);
    await stage.page.locator('#screen').evaluate((element) => {
      element.style.width = '320px';
    });
    await expect.poll(widthOf).toBe(320);
    await stage.page.locator('#screen').evaluate((element) => {
      element.style.width = '1280px';
    });
    await expect.poll(widthOf).toBe(1280);
  });

  it('asks for nothing from outside of this machine', () => {
    expect(
      stage.requests.filter((address) => !/^(http:\/\/127\.0\.0\.1:\d+\/|data:)/u.test(address)),
    ).toEqual([]);
    expect(stage.console).toEqual([]);
  });
});

/** The document of the screens, as far as it can be checked without a browser. */
import { StaticAplTemplateValidator } from 'apl-suggester';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import document from '../../lambda/content/screen-document.json' with { type: 'json' };
import { DEVICE_FACTS } from '../../simulator/device/device-kind.ts';
import { readScreen } from '../../simulator/response/screen.ts';
import { contrast, over } from './contrast.ts';
import { SAMPLES } from './samples.ts';

/** The least contrast of text. Source: Alexa design guide, "Make Your Skill Accessible to All", 4.5:1. */
const LEAST_CONTRAST = 4.5;

/** With the words of the recap, it is sent in every reply that shows something. */
const MOST_BYTES = 9 * 1024;

const minified = JSON.stringify(document);

describe('the document of the screens', () => {
  // The validator writes to the console which layouts it does not know.
  beforeAll(() => {
    const written = (['log', 'warn', 'error'] as const).map((way) =>
      vi.spyOn(console, way).mockImplementation(() => {}),
    );
    return () => {
      for (const one of written) one.mockRestore();
    };
  });

  it('has no fault that Amazon’s validator knows', async () => {
    expect(await new StaticAplTemplateValidator().validate(document)).toEqual([]);
  });

  it('would be refused by Amazon’s validator with a property that does not exist', async () => {
    const wrong = structuredClone(document) as { layouts: { Heading: { item: Record<string, unknown> } } };
    wrong.layouts.Heading.item.fontColour = 'red';
    expect(await new StaticAplTemplateValidator().validate(wrong)).toHaveLength(1);
  });

  it('is small, whole and of the version that the engine knows', () => {
    expect(Buffer.byteLength(minified)).toBeLessThan(MOST_BYTES);
    expect(document.version).toBe('1.4');
    expect(minified).not.toContain('"import"');
    expect(minified).not.toContain('"Image"');
    expect(minified).not.toContain('http');
  });

  it('reads nothing but what a reply says of its screen', () => {
    const read = minified.match(/payload[\w.]*/gu)?.filter((name) => name !== 'payload') ?? [];
    const known = [...Object.keys(SAMPLES.support ?? {}), 'choicesAfter.length'];
    expect([...new Set(read)].filter((name) => !known.includes(name.replace('payload.screen.', '')))).toEqual(
      [],
    );
  });

  it('names what can be touched, and sends its id', () => {
    const { item } = document.layouts.Choice;
    expect(item.type).toBe('TouchWrapper');
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: expressions of APL
    expect(item.item.item.text).toBe('${of[n].label}');
    expect(item.accessibilityLabel).toBe('${of[n].said ?? of[n].label}');
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: expressions of APL
    expect(item.onPress).toEqual([{ type: 'SendEvent', arguments: [item.id] }]);
    expect(minified.match(/"TouchWrapper"/gu)).toHaveLength(1);
  });

  describe('has enough contrast', () => {
    const { colors } = document.resources[0] as (typeof document.resources)[number];
    const sky = document.background.colorRange;
    const lights = document.graphics.light.items[0]?.fill.colorRange ?? [];
    const dimmed = numberIn(document.mainTemplate.item.item.opacity);
    const behindWords = document.layouts.Upright.item.items[0]?.strength ?? 0;

    it.each(['ink', 'accent'] as const)('between %s and the sky', (color) => {
      for (const behind of sky) expect(contrast(colors[color], behind)).toBeGreaterThan(LEAST_CONTRAST);
    });

    it.each(['ink', 'pale'] as const)('between %s and the light behind it', (color) => {
      for (const behind of sky)
        for (const light of lights)
          expect(contrast(colors[color], over(light, behind, behindWords))).toBeGreaterThan(LEAST_CONTRAST);
    });

    it('between the words of a choice and the choice', () => {
      for (const behind of sky)
        for (const light of lights) {
          const button = over(colors.button, over(light, behind, behindWords));
          expect(contrast(colors.ink, button)).toBeGreaterThan(LEAST_CONTRAST);
        }
    });

    it.each(['ink', 'accent', 'pale'] as const)('between %s and the night when it is dimmed', (color) => {
      const words = over(colors[color], colors.night, dimmed);
      expect(contrast(words, colors.night)).toBeGreaterThan(LEAST_CONTRAST);
    });

    it('between the words of a choice and the choice when they are dimmed', () => {
      const choice = over(over(colors.button, colors.night), colors.night, dimmed);
      expect(contrast(over(colors.ink, colors.night, dimmed), choice)).toBeGreaterThan(LEAST_CONTRAST);
    });
  });

  it.each(Object.entries(SAMPLES))('is read by the simulator in the terminal (%s)', (_name, sample) => {
    for (const kind of ['show', 'show-round'] as const) {
      const directive = { document, datasources: { screen: sample }, token: 'a request' };
      const { text } = readScreen(directive as never, DEVICE_FACTS[kind].viewport);
      const { heading, items, choices } = sample;
      // A wide screen has the question right above its choices.
      const isAbove = sample.kind === 'list' && kind === 'show';
      const words = isAbove ? [...items, sample.text] : [sample.text, ...items];
      expect(text.split('\n')).toEqual(
        [heading, ...words, ...choices.map(({ label }) => label)].filter((line) => line !== ''),
      );
    }
  });
});

function numberIn(expression: string): number {
  return Number(/\d+\.\d+/u.exec(expression)?.[0]);
}

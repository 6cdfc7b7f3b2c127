/**
 * The screens that the document has to fit, width and height in dp.
 * Source: Alexa docs, "Viewport Profiles", and the example devices of apl-suggester (configs/viewportProfiles).
 */
import type { Viewport } from '../../simulator/web/page/viewport.ts';

const hub = (width: number, height: number, shape: Viewport['shape'] = 'rectangle'): Viewport => ({
  width,
  height,
  dpi: 160,
  shape,
  mode: 'hub',
});

export const VIEWPORTS: Readonly<Record<string, Viewport>> = {
  'hub round small': hub(480, 480, 'round'),
  'hub landscape small': hub(960, 480),
  'hub landscape medium': hub(960, 600),
  'hub landscape large': hub(1280, 800),
  'hub landscape large, less high': hub(1280, 750),
  'hub landscape extra large': hub(1920, 1080),
  'hub portrait medium': hub(1080, 1920),
  'a tablet upright': hub(600, 1024),
  TV: { width: 960, height: 540, dpi: 320, shape: 'rectangle', mode: 'tv' },
};

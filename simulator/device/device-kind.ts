/** The kinds of Echo that can be simulated. */
export const DEVICE_KINDS = ['echo', 'show', 'show-round', 'alexa-plus'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** What a kind of Echo reports about itself in a request. */
export interface DeviceFacts {
  /** `context.System.device.supportedInterfaces`. Every device plays APLA, but none lists it here. */
  readonly supportedInterfaces: Readonly<Record<string, object>>;
  /** `context.Viewport` and `context.Viewports`; empty if there is no screen. */
  readonly context: Readonly<Record<string, unknown>>;
  /** The value of `viewport` in an APL document. */
  readonly viewport: Readonly<Record<string, unknown>>;
  /** Whether its account has Alexa+ (see alexa-plus.ts). */
  readonly alexaPlus: boolean;
}

/** The newest version of APL that current Echo Shows report. */
const APL = { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.2' } } };

const screen = (shape: 'RECTANGLE' | 'ROUND', width: number, height: number): DeviceFacts => ({
  supportedInterfaces: APL,
  context: {
    Viewport: {
      experiences: [{ arcMinuteWidth: 246, arcMinuteHeight: 144, canRotate: false, canResize: false }],
      mode: 'HUB',
      shape,
      pixelWidth: width,
      pixelHeight: height,
      currentPixelWidth: width,
      currentPixelHeight: height,
      dpi: 160,
      touch: ['SINGLE'],
      video: { codecs: ['H_264_42', 'H_264_41'] },
    },
    Viewports: [
      {
        type: 'APL',
        id: 'main',
        shape,
        dpi: 160,
        presentationType: 'STANDARD',
        canRotate: false,
        configuration: {
          current: {
            mode: 'HUB',
            video: { codecs: ['H_264_42', 'H_264_41'] },
            size: { type: 'DISCRETE', pixelWidth: width, pixelHeight: height },
          },
        },
      },
    ],
  },
  viewport: {
    shape: shape.toLowerCase(),
    mode: 'hub',
    width,
    height,
    pixelWidth: width,
    pixelHeight: height,
    dpi: 160,
  },
  alexaPlus: false,
});

const speaker = (alexaPlus: boolean): DeviceFacts => ({
  supportedInterfaces: {},
  context: {},
  viewport: {},
  alexaPlus,
});

/** The facts of each kind: a speaker, an Echo Show 8, an Echo Spot, a speaker with Alexa+. */
export const DEVICE_FACTS: Readonly<Record<DeviceKind, DeviceFacts>> = {
  echo: speaker(false),
  show: screen('RECTANGLE', 1280, 800),
  'show-round': screen('ROUND', 480, 480),
  'alexa-plus': speaker(true),
};

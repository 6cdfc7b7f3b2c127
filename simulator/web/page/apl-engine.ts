/**
 * Amazon's own engine for APL in the browser: the package apl-viewhost-web 1.4.0, which holds all it needs. Later
 * versions fetch their engine from outside.
 *
 * The content security policy of its page has to allow what it does: it makes functions from text (`script-src
 * 'unsafe-eval'`), reads its WebAssembly from a data address (`connect-src data:`), and writes style elements and
 * attributes (`style-src 'unsafe-inline'`). It fetches nothing for a document without imports, once the fonts of its
 * style sheet, which lie with Amazon, are taken out.
 */

/** A component on the screen, as the engine shows it. */
export interface EngineComponent {
  readonly container: HTMLElement;
  readonly parent?: EngineComponent;
  readonly component: {
    getType(): number;
    getId(): string;
    getCalculatedByKey(key: number): unknown;
  };
}

/** The engine's numbers of what is used here (its enums `ComponentType`, `PropertyKey` and `PointerEventType`). */
export const ENGINE = {
  scrollView: 6,
  sequence: 7,
  text: 8,
  touchWrapper: 9,
  accessibilityLabel: 1,
  scrollPosition: 98,
  pointerDown: 1,
  pointerUp: 2,
  touchPointer: 1,
} as const;

export interface EngineRenderer {
  readonly componentMap: Readonly<Record<string, EngineComponent>>;
  readonly context:
    | {
        updateTime(elapsed: number, utc: number): void;
        /** @param x and y in pixels of the screen. */
        handlePointerEvent(type: number, x: number, y: number, pointer: number, kind: number): void;
      }
    | undefined;
  /** When a touch ended, in milliseconds. For half a second after it, a mouse is taken for the same touch. */
  lastPointerEventTimestamp: number;
  /** Called before each frame; tells the engine what time it is. */
  updateTime(): void;
  init(): Promise<void>;
  destroy(): void;
}

interface EngineOptions {
  readonly content: unknown;
  readonly view: HTMLElement;
  readonly viewport: { width: number; height: number; dpi: number; shape: string };
  readonly mode: string;
  readonly theme: string;
  readonly environment: {
    agentName: string;
    agentVersion: string;
    allowOpenUrl: boolean;
    disallowVideo: boolean;
  };
  readonly utcTime: number;
  readonly localTimeAdjustment: number;
  readonly notLoadFonts: boolean;
  readonly logLevel: string;
  readonly logTransport: (level: string, logger: string, message: string) => void;
  readonly onSendEvent: (event: { arguments: unknown }) => void;
  readonly onRunTimeError: (errors: unknown) => void;
}

export interface Engine {
  initEngine(): Promise<void>;
  readonly Content: { create(document: string): { addData(name: string, json: string): void } };
  readonly default: { create(options: EngineOptions): EngineRenderer };
}

let loading: Promise<Engine> | undefined;

/**
 * Loads and starts the engine, once for a page.
 *
 * @param address of the file `index.js` of the package.
 * @throws Error if it cannot be loaded; the next call tries again.
 */
export function loadEngine(address: string): Promise<Engine> {
  loading ??= load(address).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

function load(address: string): Promise<Engine> {
  const script = document.createElement('script');
  script.src = address;
  return new Promise<Engine>((resolve, reject) => {
    script.onerror = () => reject(new Error(`The engine for screens could not be loaded from ${address}.`));
    script.onload = () => {
      // Before the browser looks at the style sheet that the script has just added.
      useFontsOfThisMachine();
      const { AplRenderer } = window as unknown as { AplRenderer: Engine };
      // The engine calls back once it is ready, so the callback has to be in place before this task ends.
      AplRenderer.initEngine().then(() => resolve(AplRenderer), reject);
    };
    document.head.append(script);
  });
}

/** The name by which the engine asks for the font of an Echo. */
const FONT_OF_AN_ECHO = 'amazon-ember-display';

/** Sans-serif fonts of about the same width as an Echo's, on Windows, macOS, Android and Linux. */
const ALIKE = [
  'Amazon Ember',
  'Segoe UI',
  'Helvetica Neue',
  'Roboto',
  'Arial',
  'Liberation Sans',
  'DejaVu Sans',
];

/** Puts fonts of this machine in place of those that the engine's style sheet would fetch from outside. */
function useFontsOfThisMachine(): void {
  for (const sheet of document.styleSheets) {
    if (sheet.href !== null) continue;
    for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1) {
      const rule = sheet.cssRules[at];
      if (rule instanceof CSSFontFaceRule && rule.cssText.includes('https:')) sheet.deleteRule(at);
    }
  }
  const source = ALIKE.map((name) => `local("${name}")`).join(', ');
  document.fonts.add(new FontFace(FONT_OF_AN_ECHO, source));
}

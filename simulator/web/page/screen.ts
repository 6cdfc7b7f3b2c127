/**
 * The screen of an Echo Show in the browser: APL documents, rendered by Amazon's engine (apl-engine.ts).
 */
import { ENGINE, type EngineComponent, type EngineRenderer, loadEngine } from './apl-engine.ts';
import type { Viewport } from './viewport.ts';

/** A directive `Alexa.Presentation.APL.RenderDocument`. */
export interface RenderDocument {
  readonly token?: string;
  readonly document: { readonly mainTemplate: { readonly parameters?: readonly string[] } };
  readonly datasources?: Readonly<Record<string, unknown>>;
}

export interface ScreenOptions {
  /** Where the screen is drawn, in its upper left corner and scaled to its width. Its height is its page's business. */
  readonly element: HTMLElement;
  readonly viewport: Viewport;
  /**
   * Called with the arguments of a `SendEvent`, when something was touched, and with the token of the document in which it
   * was; null if that has none.
   */
  readonly onUserEvent: (args: readonly unknown[], token: string | null) => void;
  /** Called with what the engine complains about, for a developer. */
  readonly onWarning: (warning: string) => void;
  /** The address of the engine's file; "/apl-viewhost-web.js" if it is not given. */
  readonly engine?: string;
  /** The time in milliseconds by which documents move; `Date.now` if it is not given. */
  readonly now?: () => number;
}

export interface Screen {
  /** Shows a document in place of the one before. A later call wins over one that is not done yet. */
  show(directive: RenderDocument): Promise<void>;
  /** Shows nothing. */
  clear(): void;
  /** Fits the picture to the element. With another viewport, the document is laid out again; its time goes on. */
  resize(viewport?: Viewport): Promise<void>;
}

/** The dp of a screen with 160 dpi are pixels. Source: Alexa docs, "Viewport Property", dpi. */
const DPI_OF_A_PIXEL = 160;

/** Creates a screen that shows nothing yet. The engine is loaded with the first document. */
export function createScreen(options: ScreenOptions): Screen {
  const {
    element,
    onUserEvent,
    onWarning,
    engine: address = '/apl-viewhost-web.js',
    now = Date.now,
  } = options;
  let { viewport } = options;
  let shown: { readonly directive: RenderDocument; readonly since: number } | undefined;
  let view: HTMLElement | undefined;
  let renderer: EngineRenderer | undefined;
  let calls = 0;
  if (getComputedStyle(element).position === 'static') element.style.position = 'relative';

  const remove = () => {
    renderer?.destroy();
    view?.remove();
    renderer = undefined;
    view = undefined;
  };

  const rescale = () => {
    if (view === undefined) return;
    const { width } = pixelsOf(viewport);
    view.style.transform = `scale(${element.clientWidth === 0 ? 1 : element.clientWidth / width})`;
  };
  new ResizeObserver(rescale).observe(element);

  const draw = async () => {
    calls += 1;
    const call = calls;
    const engine = await loadEngine(address);
    if (call !== calls || shown === undefined) return;
    const { directive, since } = shown;

    const content = engine.Content.create(JSON.stringify(directive.document));
    for (const name of directive.document.mainTemplate.parameters ?? []) {
      const data = name === 'payload' ? directive.datasources : directive.datasources?.[name];
      content.addData(name, JSON.stringify(data ?? {}));
    }
    const here = document.createElement('div');
    Object.assign(here.style, { position: 'absolute', left: '0', top: '0', transformOrigin: '0 0' });
    here.style.visibility = 'hidden';
    element.append(here);
    const created = engine.default.create({
      content,
      view: here,
      viewport: { ...pixelsOf(viewport), dpi: viewport.dpi, shape: viewport.shape.toUpperCase() },
      mode: viewport.mode.toUpperCase(),
      theme: 'dark',
      environment: {
        agentName: 'Our Check-In',
        agentVersion: '1.0',
        allowOpenUrl: false,
        disallowVideo: true,
      },
      utcTime: Date.now(),
      localTimeAdjustment: -new Date().getTimezoneOffset() * 60_000,
      // Amazon's fonts are not on this machine; waiting for them would take seconds.
      notLoadFonts: true,
      logLevel: 'warn',
      logTransport: (_level, logger, message) => onWarning(`${logger}: ${message}`),
      onSendEvent: ({ arguments: args }) =>
        onUserEvent(Array.isArray(args) ? args : [], directive.token ?? null),
      onRunTimeError: (errors) => onWarning(JSON.stringify(errors)),
    });
    // The engine would use the time of this machine; a page can have a faster clock.
    created.updateTime = () => created.context?.updateTime(now() - since, now());
    // Nothing was touched yet, so a mouse counts from the beginning.
    created.lastPointerEventTimestamp = 0;
    await created.init();
    if (call !== calls) {
      created.destroy();
      here.remove();
      return;
    }
    const focused = focusedIn(renderer);
    remove();
    view = here;
    renderer = created;
    rescale();
    here.style.visibility = '';
    describeTouches(created, here);
    if (focused !== null) focusOn(created, focused);
  };

  return {
    show: (directive) => {
      shown = { directive, since: now() };
      return draw();
    },
    clear: () => {
      calls += 1;
      shown = undefined;
      remove();
    },
    resize: async (changed) => {
      if (changed === undefined || isSame(changed, viewport)) return rescale();
      viewport = changed;
      if (shown !== undefined) await draw();
    },
  };
}

function isSame(one: Viewport, other: Viewport): boolean {
  const names = ['width', 'height', 'dpi', 'shape', 'mode'] as const;
  return names.every((name) => one[name] === other[name]);
}

function pixelsOf({ width, height, dpi }: Viewport): { width: number; height: number } {
  return { width: (width * dpi) / DPI_OF_A_PIXEL, height: (height * dpi) / DPI_OF_A_PIXEL };
}

const touchesOf = ({ componentMap }: EngineRenderer): EngineComponent[] =>
  Object.values(componentMap).filter(({ component }) => component.getType() === ENGINE.touchWrapper);

/** The id of what can be touched and has the focus; null if nothing has it, or if the focus is elsewhere on the page. */
function focusedIn(renderer: EngineRenderer | undefined): string | null {
  if (renderer === undefined || !document.hasFocus()) return null;
  const focused = touchesOf(renderer).find(({ container }) => container === document.activeElement);
  return focused === undefined ? null : focused.component.getId();
}

/** Gives the focus to what has an id, or to the first that can be touched, so that whoever goes by keyboard keeps their place. */
function focusOn(renderer: EngineRenderer, id: string): void {
  const touches = touchesOf(renderer);
  (touches.find(({ component }) => component.getId() === id) ?? touches[0])?.container.focus();
}

/**
 * Makes what can be touched usable with a keyboard and a screen reader. An Echo does so from `accessibilityLabel`; the
 * engine has no part for it.
 */
function describeTouches(renderer: EngineRenderer, view: HTMLElement): void {
  for (const { component, container } of touchesOf(renderer)) {
    container.setAttribute('role', 'button');
    container.setAttribute('aria-label', String(component.getCalculatedByKey(ENGINE.accessibilityLabel)));
    container.tabIndex = 0;
    container.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      const { left, top, width, height } = container.getBoundingClientRect();
      const screen = view.getBoundingClientRect();
      const scale = screen.width / view.offsetWidth;
      const x = (left + width / 2 - screen.left) / scale;
      const y = (top + height / 2 - screen.top) / scale;
      for (const type of [ENGINE.pointerDown, ENGINE.pointerUp])
        renderer.context?.handlePointerEvent(type, x, y, 0, ENGINE.touchPointer);
    });
  }
}

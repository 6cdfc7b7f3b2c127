/** What runs in the browser of test/screens: the screen of the simulator's page, and what is measured of it. */
import {
  ENGINE,
  type EngineComponent,
  type EngineRenderer,
  loadEngine,
} from '../../../simulator/web/page/apl-engine.ts';
import { createScreen, type RenderDocument, type Screen } from '../../../simulator/web/page/screen.ts';
import type { Viewport } from '../../../simulator/web/page/viewport.ts';
import type { Box, Harness, Measured } from '../measured.ts';

const ENGINE_ADDRESS = '/apl-viewhost-web.js';

/** Any font will do here: only its width counts. */
const FONTS = ['Arial', 'Liberation Sans', 'DejaVu Sans', 'Roboto']
  .map((name) => `local("${name}")`)
  .join(', ');

let screen: Screen | undefined;
let renderer: EngineRenderer | undefined;
let seconds = 0;
let warnings: string[] = [];
let touches: (readonly unknown[])[] = [];

const frame = () => new Promise((done) => requestAnimationFrame(done));
const frames = async () => {
  for (let left = 3; left > 0; left -= 1) await frame();
};

/**
 * Until the engine knows how far everything is scrolled. It looks only once in 100 ms, and decides by what it knows what a
 * touch touches.
 */
const scrolled = async () => {
  while (components().filter(scrolls).some(isScrolledUnnoticed)) await frame();
};

const harness: Harness = {
  async open(viewport: Viewport) {
    // The screen keeps its renderer to itself, so it is noted where the engine makes it.
    const engine = await loadEngine(ENGINE_ADDRESS);
    const create = engine.default.create.bind(engine.default);
    engine.default.create = (options) => {
      renderer = create(options);
      return renderer;
    };
    const element = document.getElementById('screen');
    if (element === null) throw new Error('The page has no element for the screen.');
    element.style.width = `${(viewport.width * viewport.dpi) / 160}px`;
    screen = createScreen({
      element,
      viewport,
      engine: ENGINE_ADDRESS,
      onUserEvent: (args) => touches.push(args),
      onWarning: (warning) => warnings.push(warning),
      now: () => seconds * 1000,
    });
  },
  async show(directive: RenderDocument) {
    seconds = 0;
    warnings = [];
    touches = [];
    await screen?.show(directive);
    await frames();
  },
  async showBoth(first: RenderDocument, second: RenderDocument) {
    await Promise.all([screen?.show(first), screen?.show(second)]);
    await frames();
  },
  widenFonts(percent: number) {
    for (const font of document.fonts) {
      const wider = new FontFace(font.family, FONTS, { sizeAdjust: `${percent}%` } as FontFaceDescriptors);
      document.fonts.delete(font);
      document.fonts.add(wider);
    }
  },
  async clear() {
    screen?.clear();
    await frames();
  },
  async resize(viewport?: Viewport) {
    await screen?.resize(viewport);
    await frames();
  },
  async at(moment: number) {
    seconds = moment;
    await frames();
  },
  async scrollTo(id: string) {
    const found = components().find(({ component }) => component.getId() === id);
    found?.container.scrollIntoView({ block: 'center' });
    await frames();
    await scrolled();
  },
  measure,
  warnings: () => warnings,
  touches: () => touches,
  views: () => document.getElementById('screen')?.childElementCount ?? 0,
};

function components(): EngineComponent[] {
  // The engine keeps some of them under two names.
  return [...new Set(Object.values(renderer?.componentMap ?? {}))];
}

function measure(): Measured {
  const all = components().filter(isDisplayed);
  const light = all.find(({ component }) => component.getId() === 'light');
  return {
    texts: all
      .filter(({ component }) => component.getType() === ENGINE.text)
      .map((text) => ({
        ...whereIs(text),
        text: text.container.textContent ?? '',
        lines: [...(text.container.firstElementChild?.children ?? [])].map(lineOf),
        inTouch: ancestors(text).some(isTouch),
      })),
    touches: all.filter(isTouch).map((touch) => ({
      ...whereIs(touch),
      id: touch.component.getId(),
      role: touch.container.getAttribute('role'),
      label: touch.container.getAttribute('aria-label'),
    })),
    scrolls: all.filter(scrolls).some(({ container }) => container.scrollHeight > container.clientHeight + 1),
    light: light === undefined ? null : new DOMMatrix(getComputedStyle(light.container).transform).a,
  };
}

const isDisplayed = ({ container }: EngineComponent) => container.getClientRects().length > 0;

const isTouch = ({ component }: EngineComponent) => component.getType() === ENGINE.touchWrapper;

const scrolls = ({ component }: EngineComponent) =>
  component.getType() === ENGINE.scrollView || component.getType() === ENGINE.sequence;

/** At the end of a list the engine counts a pixel less than the browser. */
const isScrolledUnnoticed = ({ component, container }: EngineComponent) =>
  Math.abs(container.scrollTop - Number(component.getCalculatedByKey(ENGINE.scrollPosition))) > 2;

function ancestors({ parent }: EngineComponent): EngineComponent[] {
  return parent === undefined || parent === null ? [] : [parent, ...ancestors(parent)];
}

/** The box of a component, the part of it that is not clipped, and whether it can be scrolled to. */
function whereIs(component: EngineComponent): { box: Box; seen: Box; canScroll: boolean } {
  const box = boxOf(component.container);
  const around = ancestors(component);
  const seen = around.reduce((part, { container }) => common(part, boxOf(container)), box);
  return { box, seen, canScroll: around.some(scrolls) };
}

function boxOf(element: Element | Range): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}

/** The box of a line without the space at its end, which takes room behind its last word. */
function lineOf(line: Element): Box {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let last: Node | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if ((node.textContent ?? '').trim() !== '') last = node;
  }
  const range = document.createRange();
  range.selectNodeContents(line);
  if (last !== null) range.setEnd(last, (last.textContent ?? '').trimEnd().length);
  return boxOf(range);
}

function common(one: Box, other: Box): Box {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  return {
    left,
    top,
    right: Math.max(left, Math.min(one.right, other.right)),
    bottom: Math.max(top, Math.min(one.bottom, other.bottom)),
  };
}

Object.assign(window, { harness });

/** What the harness page measures, in pixels from the top left corner of the screen, and what it can be told. */
import type { Viewport } from '../../simulator/web/page/viewport.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Where {
  readonly box: Box;
  /** The part of it that nothing around it cuts off. */
  readonly seen: Box;
  /** Whether it is in something that scrolls. */
  readonly canScroll: boolean;
}

export interface MeasuredText extends Where {
  readonly text: string;
  readonly lines: readonly Box[];
  readonly inTouch: boolean;
}

export interface MeasuredTouch extends Where {
  readonly id: string;
  readonly role: string | null;
  readonly label: string | null;
}

export interface Measured {
  readonly texts: readonly MeasuredText[];
  readonly touches: readonly MeasuredTouch[];
  /** Whether there is more than the screen shows at once. */
  readonly scrolls: boolean;
  /** How far the light has grown, from 0 to 1; null if there is none. */
  readonly light: number | null;
}

/** A directive `Alexa.Presentation.APL.RenderDocument`, as far as the screen reads it. */
interface Directive {
  readonly document: { readonly mainTemplate: { readonly parameters?: readonly string[] } };
  readonly datasources?: Readonly<Record<string, unknown>>;
}

export interface Harness {
  open(viewport: Viewport): Promise<void>;
  show(directive: Directive): Promise<void>;
  /** Shows the second without waiting for the first. */
  showBoth(first: Directive, second: Directive): Promise<void>;
  /** Makes every font as wide as this, from the next document on. */
  widenFonts(percent: number): void;
  clear(): Promise<void>;
  resize(viewport?: Viewport): Promise<void>;
  /** Sets the time to this many seconds after the document was shown. */
  at(seconds: number): Promise<void>;
  scrollTo(id: string): Promise<void>;
  measure(): Measured;
  /** What the engine complained about since the document was shown. */
  warnings(): readonly string[];
  /** The arguments of each touch since the document was shown. */
  touches(): readonly (readonly unknown[])[];
  /** How many pictures are in the element of the screen. */
  views(): number;
}

/** What the page and the frame with its screen tell each other. */
import type { RenderDocument } from './screen.ts';
import type { Viewport } from './viewport.ts';

/** From the page to the frame. */
export type ToScreen =
  | { readonly to: 'show'; readonly directive: RenderDocument; readonly viewport: Viewport }
  | { readonly to: 'clear' }
  /** How many seconds of the document pass in a real one; 0 while the clock stands still. */
  | { readonly to: 'pace'; readonly speed: number };

/** From the frame to the page. */
export type FromScreen =
  | { readonly from: 'ready' }
  | { readonly from: 'touch'; readonly args: readonly unknown[]; readonly token: string | null }
  | { readonly from: 'warning'; readonly text: string };

/** Screens: what a device with a screen shows while a reply is heard, as data. lambda/speech puts it into words. */
import type { Choice } from './choice.ts';
import type { Line } from './lines.ts';

/**
 * What a screen looks like. `words`: a question. `turn`: whose turn it is, with a shape that fills while it lasts.
 * `rest`: the same, at rest, while nobody has a turn. `list`: appreciations that are read out. `support`: nothing of what
 * was said, only that there is support.
 */
export type ScreenKind = 'words' | 'turn' | 'rest' | 'list' | 'support';

/** A screen. */
export interface Screen {
  kind: ScreenKind;
  /** Null for none. */
  heading: Line | null;
  /** One after the other. The first ones count if there is no room for all of them. */
  text: readonly Line[];
  /** Of a list. */
  items: readonly Line[];
  /** Four at most. */
  choices: readonly Choice[];
  /** What can be touched in place of these when the quiet is over; empty if that is the same. */
  choicesAfter: readonly Choice[];
  /** The ids of the steps whose quiet fills the shape. */
  quiet: readonly string[];
  /** Whether all of it goes when it was heard, because nothing is asked then. */
  leaves: boolean;
}

/** What a dialog or a step says of its screen. What is absent is as in any other. */
export interface Shown {
  kind?: 'support';
  heading?: Line;
  /** What is shown before its question. */
  before?: readonly Line[];
  /** In place of a yes and a no. */
  choices?: readonly Choice[];
  /** What can be touched in the quiet before its question, in place of "Next", "More time" and "Pause". */
  inQuiet?: readonly Choice[];
}

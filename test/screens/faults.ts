/** What can be wrong with a screen, found in what was measured of it. Each list names the components with the fault. */
import type { Viewport } from '../../simulator/web/page/viewport.ts';
import type { Box, Measured, MeasuredText } from './measured.ts';

/** The engine rounds to whole pixels, each box for itself, so that one can be larger than what is around it. */
const ROUNDING = 2.5;

/** Lines are set closer than the height of their letters' boxes, so these reach over by a few pixels at the edges. */
const OF_A_LINE = 0.2;

/** The least size of a target in dp. Source: Android accessibility help, "Touch target size". */
const LEAST_TARGET = 48;

const named = ({ text }: MeasuredText) => text.slice(0, 24);

const within = (inner: Box, outer: Box, tolerance = ROUNDING): boolean =>
  inner.left >= outer.left - tolerance &&
  inner.top >= outer.top - tolerance &&
  inner.right <= outer.right + tolerance &&
  inner.bottom <= outer.bottom + tolerance;

/** What is not on the screen and cannot be scrolled to. What scrolls has to fit from left to right. */
export function outside({ texts, touches }: Measured, viewport: Viewport): string[] {
  const { width, height } = pixels(viewport);
  const all = [
    ...texts.map((text) => ({ ...text, name: named(text) })),
    ...touches.map((touch) => ({ ...touch, name: touch.id })),
  ];
  return all
    .filter(({ box, canScroll }) => {
      const room = canScroll
        ? { left: 0, top: Number.NEGATIVE_INFINITY, right: width, bottom: Number.POSITIVE_INFINITY }
        : { left: 0, top: 0, right: width, bottom: height };
      return !within(box, room);
    })
    .map(({ name }) => name);
}

/** Texts whose lines are more, or wider, than the box of their text. */
export function cutWords({ texts }: Measured): string[] {
  return texts
    .filter(({ box, lines }) =>
      lines.some((line) => !within(line, box, ROUNDING + OF_A_LINE * (line.bottom - line.top))),
    )
    .map(named);
}

/** What is cut off by something around it that does not scroll. */
export function cutOff({ texts, touches }: Measured): string[] {
  return [
    ...texts.filter(({ box, seen, canScroll }) => !canScroll && !within(box, seen)).map(named),
    ...touches.filter(({ box, seen, canScroll }) => !canScroll && !within(box, seen)).map(({ id }) => id),
  ];
}

/** Pairs of texts or touches that lie on each other, as far as they are seen. The words in a touch belong to it. */
export function overlapping({ texts, touches }: Measured): string[] {
  const all = [
    ...texts.filter(({ inTouch }) => !inTouch).map((text) => ({ ...text, name: named(text) })),
    ...touches.map((touch) => ({ ...touch, name: touch.id })),
  ].filter(({ seen }) => seen.bottom > seen.top);
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter(({ seen }) => overlap(one.seen, seen))
      .map(({ name }) => `${one.name} and ${name}`),
  );
}

/** Touches that are too small for a finger. */
export function tooSmall({ touches }: Measured, { dpi }: Viewport): string[] {
  const least = (LEAST_TARGET * dpi) / 160;
  return touches
    .filter(({ box }) => box.bottom - box.top < least || box.right - box.left < least)
    .map(({ id }) => id);
}

/**
 * Lines that a round screen cuts off before anything is scrolled. If nothing can be scrolled, that is any line; else the
 * lines in the lower half come into the middle by scrolling.
 */
export function outsideOfCircle({ texts, scrolls }: Measured, viewport: Viewport): string[] {
  const { width, height } = pixels(viewport);
  const radius = width / 2 + ROUNDING;
  return texts
    .filter(({ lines }) =>
      lines.some(({ left, top, right, bottom }) => {
        if (scrolls && top > height / 2) return right - left > radius * 2;
        const far = Math.max(Math.abs(top - height / 2), Math.abs(bottom - height / 2));
        const aside = Math.max(Math.abs(left - width / 2), Math.abs(right - width / 2));
        return Math.hypot(far, aside) > radius;
      }),
    )
    .map(named);
}

/** Whether nothing of a box is cut off. */
export const seenAsAWhole = (box: Box, seen: Box): boolean => within(box, seen);

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right - ROUNDING &&
    other.left < one.right - ROUNDING &&
    one.top < other.bottom - ROUNDING &&
    other.top < one.bottom - ROUNDING
  );
}

function pixels({ width, height, dpi }: Viewport): { width: number; height: number } {
  return { width: (width * dpi) / 160, height: (height * dpi) / 160 };
}

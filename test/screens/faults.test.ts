/** What the tests in a browser look for, found in screens that have just that fault. */
import { describe, expect, it } from 'vitest';
import { cutOff, cutWords, outside, outsideOfCircle, overlapping, tooSmall } from './faults.ts';
import type { Box, Measured, MeasuredText, MeasuredTouch } from './measured.ts';
import { VIEWPORTS } from './viewports.ts';

const viewport = VIEWPORTS['hub landscape large'] as NonNullable<(typeof VIEWPORTS)[string]>;
const round = VIEWPORTS['hub round small'] as NonNullable<(typeof VIEWPORTS)[string]>;
const tv = VIEWPORTS.TV as NonNullable<(typeof VIEWPORTS)[string]>;

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

const text = (at: Box, more: Partial<MeasuredText> = {}): MeasuredText => ({
  text: 'words',
  box: at,
  seen: at,
  lines: [at],
  canScroll: false,
  inTouch: false,
  ...more,
});

const touch = (id: string, at: Box): MeasuredTouch => ({
  id,
  box: at,
  seen: at,
  canScroll: false,
  role: null,
  label: null,
});

const measured = (texts: MeasuredText[], touches: MeasuredTouch[] = []): Measured => ({
  texts,
  touches,
  scrolls: false,
  light: null,
});

const good = measured(
  [text(box(80, 80, 400, 60)), text(box(90, 610, 100, 40), { inTouch: true })],
  [touch('yes', box(80, 600, 200, 80)), touch('no', box(300, 600, 200, 80))],
);

describe('a screen', () => {
  it('without faults has none', () => {
    expect([outside, tooSmall].flatMap((find) => find(good, viewport))).toEqual([]);
    expect([cutWords, cutOff, overlapping].flatMap((find) => find(good))).toEqual([]);
  });

  it('has words that are not on it', () => {
    expect(outside(measured([text(box(1000, 80, 400, 60))]), viewport)).toEqual(['words']);
    expect(outside(measured([text(box(80, 780, 400, 60))]), viewport)).toEqual(['words']);
  });

  it('may have words below it that can be scrolled to, but not beside it', () => {
    expect(outside(measured([text(box(80, 900, 400, 60), { canScroll: true })]), viewport)).toEqual([]);
    expect(outside(measured([text(box(1000, 80, 400, 60), { canScroll: true })]), viewport)).toEqual([
      'words',
    ]);
  });

  it('has words with more lines than there is room for', () => {
    const lines = [box(80, 80, 300, 60), box(80, 140, 300, 60)];
    expect(cutWords(measured([text(box(80, 80, 400, 60), { lines })]))).toEqual(['words']);
  });

  it('has words that something around them cuts off', () => {
    const all = box(80, 80, 400, 60);
    expect(cutOff(measured([text(all, { seen: box(80, 80, 400, 30) })]))).toEqual(['words']);
  });

  it('has choices that lie on each other, or on words', () => {
    const choices = [touch('yes', box(80, 600, 200, 80)), touch('no', box(250, 600, 200, 80))];
    expect(overlapping(measured([], choices))).toEqual(['yes and no']);
    expect(overlapping(measured([text(box(80, 570, 100, 60))], choices.slice(0, 1)))).toEqual([
      'words and yes',
    ]);
  });

  it('has a choice that is too small for a finger, whatever its density', () => {
    expect(tooSmall(measured([], [touch('yes', box(80, 600, 200, 40))]), viewport)).toEqual(['yes']);
    expect(tooSmall(measured([], [touch('yes', box(80, 600, 200, 60))]), tv)).toEqual(['yes']);
  });

  it('is round and cuts off a line in its corner', () => {
    expect(outsideOfCircle(measured([text(box(20, 20, 300, 40))]), round)).toEqual(['words']);
    expect(outsideOfCircle(measured([text(box(90, 220, 300, 40))]), round)).toEqual([]);
    const low = measured([text(box(20, 420, 300, 40))]);
    expect(outsideOfCircle(low, round)).toEqual(['words']);
    expect(outsideOfCircle({ ...low, scrolls: true }, round)).toEqual([]);
  });
});

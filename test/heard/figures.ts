/** The figures that may only go up, in percent, and their bounds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { DEVICES } from './devices.ts';
import type { Measured, Tally } from './measure.ts';
import { DANGER_PARTS } from './set.ts';

/** Figures by name, in percent. */
export type Figures = Readonly<Record<string, number>>;

const BOUNDS = new URL('figures.json', import.meta.url);
/** A bound is this much below its figure when it is set. */
const BELOW = 0.5;
/** A bound that is more than this below its figure has to be raised. */
const ROOM = 1;
/** A moment or a meaning with fewer rows says nothing by itself. */
const FEWEST = 20;

/** A share in percent; 100 of nothing. */
export function percent({ of, right }: Tally): number {
  return of === 0 ? 100 : (100 * right) / of;
}

/** The figures of what was measured. All of them are the better the higher they are. */
export function figuresOf({ unseen, evenings, danger, place }: Measured): Figures {
  const figures: Record<string, number> = {};
  for (const device of DEVICES) {
    const { must, all, letBe, names, sentences, calm, by } = unseen[device];
    for (const [name, tally] of Object.entries({ must, all, letBe, names, sentences, calm }))
      figures[`${device}: ${name}`] = percent(tally);
    figures[`${device}: worst moment`] = worst(by.moment);
    for (const name of ['must', 'letBe', 'calm'] as const)
      figures[`${device}, evenings: ${name}`] = percent(evenings[device][name]);
  }
  figures['words: worst meaning'] = worst(unseen.words.by.meaning);
  for (const part of DANGER_PARTS) {
    const { everywhere, by, orMentioned, kinds, calm } = danger[part];
    figures[`danger, ${part}: heard`] = percent(everywhere);
    figures[`danger, ${part}: heard by words`] = percent(by.words);
    figures[`danger, ${part}: heard by samples`] = percent(by.samples);
    figures[`danger, ${part}: heard by words or mentioned`] = percent(orMentioned);
    figures[`danger, ${part}: kind`] = percent(kinds);
    figures[`danger, ${part}: no false alarm`] = percent(calm);
  }
  figures['place kept: once'] = percent(place.once);
  figures['place kept: three times'] = percent(place.threeTimes);
  return figures;
}

function worst(tallies: ReadonlyMap<string, Tally>): number {
  return Math.min(...[...tallies.values()].filter((tally) => tally.of >= FEWEST).map(percent));
}

/** The bounds, by the name of their figure. */
export function readBounds(): Figures {
  return JSON.parse(readFileSync(BOUNDS, 'utf8')) as Figures;
}

/** Writes bounds a little below these figures. What is whole stays whole, and no bound becomes lower. */
export function raiseBounds(figures: Figures, before: Figures = readBounds()): void {
  const bounds = Object.entries(figures).map(([name, figure]) => {
    const bound = figure === 100 ? 100 : Math.floor((figure - BELOW) * 10) / 10;
    return [name, Math.max(bound, before[name] ?? 0)];
  });
  writeFileSync(BOUNDS, `${JSON.stringify(Object.fromEntries(bounds), null, 2)}\n`);
}

/** What has fallen below its bound, or has none. */
export function fallen(figures: Figures, bounds: Figures): string[] {
  return Object.entries(figures)
    .filter(([name, figure]) => figure < (bounds[name] ?? 101))
    .map(([name, figure]) => `${name}: ${figure.toFixed(1)}, at least ${bounds[name] ?? 'a bound'}`);
}

/** What has left its bound behind. */
export function risen(figures: Figures, bounds: Figures): string[] {
  return Object.entries(figures)
    .filter(([name, figure]) => figure > (bounds[name] ?? 101) + ROOM)
    .map(([name, figure]) => `${name}: ${figure.toFixed(1)}, at least ${bounds[name]}`);
}

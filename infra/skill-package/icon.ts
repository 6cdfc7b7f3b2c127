import { type Colour, png } from './png.ts';

/** Two who talk: two rounded shapes, each with the one sharp corner of a speech bubble, that overlap. */
interface Shape {
  readonly centre: Point;
  /** Half of its width and half of its height. */
  readonly half: Point;
  readonly radius: number;
  readonly sharp: 'left' | 'right';
  readonly colour: Colour;
}

/** From 0 to 1 on each axis, from the top left. */
type Point = readonly [x: number, y: number];

const GROUND: Colour = [38, 70, 83];
const OVERLAP: Colour = [255, 244, 224];
const ONE: Shape = {
  centre: [0.4, 0.42],
  half: [0.2, 0.17],
  radius: 0.14,
  sharp: 'left',
  colour: [244, 162, 97],
};
const OTHER: Shape = {
  centre: [0.6, 0.58],
  half: [0.2, 0.17],
  radius: 0.14,
  sharp: 'right',
  colour: [231, 199, 150],
};

/** Samples a pixel on each axis, so that edges are smooth. */
const SAMPLES = 3;

/** The icon of the skill as a PNG of this many pixels on each side. The same size gives the same pixels. */
export function icon(size: number): Buffer {
  return png(size, (x, y) => {
    const sum = [0, 0, 0];
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const right = x + ((sample % SAMPLES) + 0.5) / SAMPLES;
      const down = y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
      colourAt([right / size, down / size]).forEach((channel, index) => {
        sum[index] = (sum[index] ?? 0) + channel;
      });
    }
    const [red = 0, green = 0, blue = 0] = sum.map((channel) => Math.round(channel / SAMPLES ** 2));
    return [red, green, blue];
  });
}

function colourAt(point: Point): Colour {
  const inOne = covers(ONE, point);
  const inOther = covers(OTHER, point);
  if (inOne && inOther) return OVERLAP;
  if (inOne) return ONE.colour;
  return inOther ? OTHER.colour : GROUND;
}

function covers({ centre, half, radius, sharp }: Shape, [x, y]: Point): boolean {
  const right = x - centre[0];
  const down = y - centre[1];
  const isSharpCorner = down > 0 && (sharp === 'left' ? right < 0 : right > 0);
  const corner = isSharpCorner ? 0 : radius;
  const beyond = [Math.abs(right) - half[0] + corner, Math.abs(down) - half[1] + corner] as const;
  if (isSharpCorner) return beyond[0] <= 0 && beyond[1] <= 0;
  return Math.hypot(Math.max(beyond[0], 0), Math.max(beyond[1], 0)) <= corner;
}

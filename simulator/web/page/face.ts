/** What the Echo looks like: its light, what it is doing in words, and the arc that a quiet takes. */
import { element } from './elements.ts';
import type { DeviceKind } from './messages.ts';
import type { Playing } from './player.ts';

/** What the Echo is doing, also while the skill is asked. */
export type Doing = Playing['doing'] | 'thinking' | 'off';

const WORDS: Readonly<Record<Doing, string>> = {
  nothing: 'Waiting for its name',
  off: 'Not started',
  speaking: 'Speaking',
  quiet: 'Quiet. The microphone is closed: this time is yours',
  listening: 'Listening. The microphone is open',
  thinking: 'Thinking',
  over: 'Waiting for its name',
};

/** After none, one, two, three and four quarters of a quiet. */
const PARTS = [
  'A quiet has begun',
  'About a quarter of the quiet is over',
  'About half of the quiet is over',
  'The quiet is almost over',
  'The quiet is over',
];

/** In words how much of a quiet is over, without a number to wait for. */
const partInWords = (done: number): string => PARTS[Math.min(4, Math.floor(done * 4 + 0.001))] ?? '';

export interface Face {
  show(doing: Doing): void;
  /** How much of a quiet is over, from 0 to 1. */
  quiet(done: number): void;
  kind(kind: DeviceKind): void;
}

/** Creates the face of the Echo. */
export function createFace(): Face {
  const stage = element('stage', HTMLElement);
  const words = element('doing', HTMLElement);
  const arc = element('arc', SVGElement);
  const way = arc.querySelector<SVGPathElement>('.arc-way');
  const suns = arc.querySelectorAll<SVGCircleElement>('circle');
  return {
    show: (doing) => {
      if (stage.dataset.doing === doing && words.textContent === WORDS[doing]) return;
      stage.dataset.doing = doing;
      words.textContent = WORDS[doing];
      arc.setAttribute('aria-hidden', String(doing !== 'quiet'));
    },
    quiet: (done) => {
      if (way === null) return;
      arc.style.setProperty('--done', String(done));
      const { x, y } = way.getPointAtLength(way.getTotalLength() * done);
      for (const sun of suns) {
        sun.setAttribute('cx', x.toFixed(1));
        sun.setAttribute('cy', y.toFixed(1));
      }
      const label = partInWords(done);
      if (arc.getAttribute('aria-label') !== label) arc.setAttribute('aria-label', label);
    },
    kind: (kind) => {
      stage.dataset.kind = kind;
    },
  };
}

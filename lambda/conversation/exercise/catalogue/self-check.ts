import type { SharedTopic } from '../../model/lines.ts';
import type { Exercise } from './exercise.ts';
import { arrive, close } from './turn.ts';

const LINES: readonly SharedTopic[] = [
  'notice-near',
  'notice-logistics',
  'notice-kept-in',
  'notice-closeness',
  'notice-topics',
];

/** The self-check: five things to notice silently, then a direction to choose. It is not counted. */
export const selfCheck: Exercise = {
  lengths: [2],
  usual: 2,
  practices: [],
  steps: () => [
    arrive('self-check', 5),
    ...LINES.map((topic) => ({ kind: 'notice', id: topic, part: 'notice', topic, seconds: 13 }) as const),
    { kind: 'direction', id: 'direction', part: 'direction' },
    close('self-check'),
  ],
};

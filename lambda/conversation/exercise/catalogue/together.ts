import type { SharedTopic } from '../../model/lines.ts';
import type { Step } from '../../model/step.ts';
import type { Exercise } from './exercise.ts';
import { arrive, close } from './turn.ts';

/** The prompts in 20 minutes, some of which only give time. */
const WHOLE: readonly SharedTopic[] = [
  'lately',
  'as-you-like',
  'memory',
  'proud-of',
  'looking-ahead',
  'nothing-much',
];
/** The prompts in 10 minutes. */
const HALF: readonly SharedTopic[] = ['lately', 'glad-of', 'looking-ahead'];

/** Time together without distraction: a few prompts, and long quiets that are nobody's turn. */
export const together: Exercise = {
  lengths: [10, 20],
  usual: 20,
  practices: ['together'],
  shared: true,
  fades: true,
  steps({ minutes }) {
    const topics = minutes === 10 ? HALF : WHOLE;
    return [
      arrive('together', 15),
      ...topics.map(
        (topic, index): Step => ({
          kind: 'together',
          id: `together.${index + 1}`,
          part: `together.${index + 1}`,
          topic,
          seconds: 172,
          more: index + 1 < topics.length,
        }),
      ),
      close('together'),
    ];
  },
};

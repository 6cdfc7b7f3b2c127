import { describe, expect, it } from 'vitest';
import { english } from '../skill.ts';
import { meaningsLeftOut, UNDERSTOOD } from './understood.ts';

describe('What docs/conversation.md says is understood', () => {
  it('has every meaning', () => {
    expect(meaningsLeftOut()).toEqual([]);
  });

  it.each([...UNDERSTOOD.values()].flat())('is what is understood: "$example"', ({ example, event }) => {
    const { event: heard } = english.listener.understand(example, { question: null, names: ['Ana', 'Bo'] });
    expect(heard).toEqual(event);
  });
});

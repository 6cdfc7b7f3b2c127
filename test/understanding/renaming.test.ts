/** Which name is changed into which. */
import { describe, expect, it } from 'vitest';
import { heardIn } from '../../interaction-models/costs/examples.ts';
import { english } from '../skill.ts';

const understood = (said: string) => english.listener.understand(said, heardIn('welcome')).event;

describe('a change of a name', () => {
  it.each([
    ["Ana's not Ana any more, she goes by Amelia now", { name: 'Ana', other: 'Amelia' }],
    ["Bo's name's spelt wrong, it's Rob", { name: 'Bo', other: 'Rob' }],
    ["he's not Bo, he's Rob", { name: 'Bo', other: 'Rob' }],
    ['change our names', { name: null, other: null }],
    ["Ana's name is wrong, it's really Katherine", { name: 'Ana', other: 'Katherine' }],
  ])('"%s" is %j', (said, change) => {
    expect(understood(said)).toEqual({ type: 'rename', ...change });
  });

  it.each(["it's not Bo any more, I'm with Kevin now", "it's not Ana any more, it's Zoe, my new girlfriend"])(
    '"%s" is more than that: everything that is remembered is about somebody else',
    (said) => {
      expect(understood(said)).toEqual({ type: 'parting', anew: true });
    },
  );

  it.each([
    'we just got married, my new husband and I',
    'yes, me and my new wife',
    'my new partner at work is nice',
  ])('"%s" is not', (said) => {
    expect(understood(said).type).not.toBe('parting');
  });

  it.each(["yes, but not Bo's, it's too mushy", "Bo's one is a bit soppy"])('"%s" is a remark', (said) => {
    expect(understood(said).type).not.toBe('rename');
  });

  it.each(["wait, the doctor one: it's not doctor, it's dentist", "it isn't Ana's, I'm Bo"])(
    '"%s" is none',
    (said) => {
      expect(understood(said).type).not.toBe('rename');
    },
  );
});

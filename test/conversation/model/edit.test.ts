/** Changes of a sentence that was read back. */
import { describe, expect, it } from 'vitest';
import { enUS } from '../../../lambda/content/en-US/en-us.ts';
import { edited } from '../../../lambda/conversation/model/edit.ts';
import { createReadEdit } from '../../../lambda/understanding/edits.ts';

const editIn = createReadEdit(enUS.hearing);

describe('a change of a sentence', () => {
  it.each([
    ['he held the baby for me, good grief', 'yeah without the good grief', 'he held the baby for me'],
    [
      "I'm thankful for Pat's shepherd's pie, he says",
      'take off the he says and then yes',
      "I'm thankful for Pat's shepherd's pie",
    ],
    [
      'Chris parked my car in the snow for me, save it sure',
      'drop the save it sure, the rest is right',
      'Chris parked my car in the snow for me',
    ],
    ['he lit the stove before I was up', 'no, fire, not stove', 'he lit the fire before I was up'],
    ['he lit the stove before I was up', 'not stove, fire', 'he lit the fire before I was up'],
    ['he lit the stove before I was up', 'change stove to fire', 'he lit the fire before I was up'],
    ['the doctor was kind', "it's dentist instead of doctor", 'the dentist was kind'],
    ['She made tea. And toast', 'minus the toast', 'She made tea. And'],
    [
      'thank you for taking mother to the doctor',
      'no no, not mother, my mother-in-law',
      'thank you for taking my mother-in-law to the doctor',
    ],
  ])('in "%s", "%s" gives "%s"', (text, said, changed) => {
    const edit = editIn(said, said.startsWith('yes'));
    expect(edit).not.toBeNull();
    expect(edit === null ? null : edited(text, edit)).toBe(changed);
  });

  it.each([
    'drop it',
    'not like that',
    'not the whole thing',
    'change it',
    'yes please',
    'no',
    'not yet',
    'not really',
  ])('is not said by "%s"', (said) => {
    expect(editIn(said, said.startsWith('yes'))).toBeNull();
  });

  it.each([
    ['he made tea', 'without the soup'],
    ['tea', 'without the tea'],
    ['he made tea', 'not tea'],
  ])('of "%s" is not made by "%s": they are asked to say it again', (text, said) => {
    const edit = editIn(said, said.startsWith('yes'));
    expect(edit === null ? null : edited(text, edit)).toBeNull();
  });
});

it('one more sentence is added at the end, with the word that joins it', () => {
  expect(edited('He made tea.', { more: 'and he rang the doctor' })).toBe(
    'He made tea, and he rang the doctor',
  );
});

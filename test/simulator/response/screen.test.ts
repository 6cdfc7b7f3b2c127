import { describe, expect, test } from 'vitest';
import { readScreen } from '../../../simulator/response/screen.ts';
import { bound } from '../scripted-skill.ts';

const text = (words: string, properties: object = {}) => ({ type: 'Text', text: words, ...properties });

/** What a screen shows of a document whose main template has these items. */
const shown = (items: readonly object[], document: object = {}, datasources: object = {}) =>
  readScreen(
    {
      type: 'Alexa.Presentation.APL.RenderDocument',
      document: { type: 'APL', mainTemplate: { parameters: ['payload'], items }, ...document },
      datasources,
    },
    { width: 1280 },
  ).text;

describe('a screen', () => {
  test.each([[false], [0], [''], [null], [bound('payload.none')]])(
    'does not show an element whose condition is %j',
    (when) => {
      expect(shown([text('No', { when }), text('Yes')])).toBe('Yes');
    },
  );

  test.each([[true], [1], ['false']])('shows an element whose condition is %j', (when) => {
    expect(shown([text('Yes', { when }), text('No')])).toBe('Yes');
  });

  test('shows one item of the main template: the first whose condition is true, by its resources too', () => {
    const items = [text('Wide', { when: bound('@wide') }), text('Narrow')];
    expect(shown(items, { resources: [{ booleans: { wide: true } }] })).toBe('Wide');
    expect(shown(items, { resources: [{ booleans: { wide: false } }] })).toBe('Narrow');
  });

  test('shows the first and the last item around those of the data', () => {
    const list = {
      type: 'Sequence',
      data: ['Tea', 'A walk'],
      firstItem: text('Your week'),
      item: text(bound('data')),
      lastItem: text('That is all'),
    };
    expect(shown([list]).split('\n')).toEqual(['Your week', 'Tea', 'A walk', 'That is all']);
  });
});

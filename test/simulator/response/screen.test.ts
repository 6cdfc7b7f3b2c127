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
});

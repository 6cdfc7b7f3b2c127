import { describe, expect, test } from 'vitest';
import { renderApla } from '../../../simulator/response/apla.ts';
import { apla, bound, chime, silence, speech } from '../scripted-skill.ts';

describe('an APLA document', () => {
  test('becomes a flat list of what is heard, in order', () => {
    const { segments, ssml, audioFiles, violations } = renderApla(
      apla([speech('Go ahead.'), silence(60), chime, speech('Finished?')]),
    );
    expect(segments.map(({ kind, seconds }) => [kind, Math.round(seconds)])).toEqual([
      ['speech', 1],
      ['silence', 60],
      ['audio', 2],
      ['speech', 1],
    ]);
    expect(ssml).toEqual(['Go ahead.', 'Finished?']);
    expect(audioFiles).toBe(1);
    expect(violations).toEqual([]);
  });

  test('uses texts and durations from its datasources', () => {
    const data = { turn: { parts: [{ text: 'Go <break time="2s"/> now.' }], ms: 90_000 } };
    const { segments, violations } = renderApla(
      apla(
        [
          {
            type: 'Speech',
            contentType: 'SSML',
            content: `<speak>${bound('payload.turn.parts[0].text')}</speak>`,
          },
          { type: 'Silence', duration: bound('payload.turn.ms') },
        ],
        data,
      ),
    );
    expect(violations).toEqual([]);
    expect(segments.map(({ kind, seconds }) => [kind, Math.round(seconds)])).toEqual([
      ['speech', 0],
      ['silence', 2],
      ['speech', 1],
      ['silence', 90],
    ]);
  });

  test('plays the first item of a Selector whose condition is true', () => {
    const items = [{ ...speech('No.'), when: false }, speech('Yes.'), speech('Never.')];
    expect(renderApla(apla([{ type: 'Selector', items }])).segments).toMatchObject([{ text: 'Yes.' }]);
  });

  test.each([[false], [0], [''], [null], [bound('payload.none')], [bound('payload.count')]])(
    'leaves out a component whose condition is %j',
    (when) => {
      const { segments } = renderApla(apla([{ ...speech('No.'), when }, speech('Yes.')], { count: 0 }));
      expect(segments).toMatchObject([{ text: 'Yes.' }]);
    },
  );

  test.each([[true], [1], ['false'], [[]], [bound('payload.count == 0')]])(
    'plays a component whose condition is %j',
    (when) => {
      const { segments } = renderApla(apla([{ ...speech('Yes.'), when }], { count: 0 }));
      expect(segments).toMatchObject([{ text: 'Yes.' }]);
    },
  );

  test('plays the first item of its main template whose condition is true, and no other', () => {
    const { document, ...directive } = apla([]);
    const items = [{ ...speech('No.'), when: false }, speech('Yes.'), speech('Never.')];
    const { segments } = renderApla({ ...directive, document: { ...document, mainTemplate: { items } } });
    expect(segments).toMatchObject([{ text: 'Yes.' }]);
  });

  test.each([
    [
      { type: 'Sequencer', data: ['Ana', 'Bo'], items: [speech(bound('data'))] },
      [],
      'The property data of an APLA Sequencer is not simulated: nothing of the component is played here.',
    ],
    [
      { ...speech(bound('name')), bind: [{ name: 'name', value: 'Ana' }] },
      [],
      'The property bind of an APLA Speech is not simulated: nothing of the component is played here.',
    ],
    [
      { type: 'Greeting', name: 'Ana' },
      [],
      'The composition Greeting of an APLA document is not simulated: nothing of it is played here.',
    ],
    [
      { type: 'Selector', strategy: 'randomItem', items: [speech('One.'), speech('Two.')] },
      ['One.'],
      'The strategy randomItem of an APLA Selector is not simulated: its first item is played here.',
    ],
    [
      {
        ...chime,
        filter: [
          { type: 'Volume', amount: 0.5 },
          { type: 'Repeat', repeatCount: 2 },
        ],
      },
      [''],
      'The filter Repeat of an APLA Audio is not simulated: the component is played without it here.',
    ],
  ])('with %j is played by Alexa, but not simulated', (item, texts, sentence) => {
    const { document, ...directive } = apla([item]);
    const compositions = { Greeting: { parameters: ['name'], items: [speech(bound('name'))] } };
    const { segments, violations } = renderApla({ ...directive, document: { ...document, compositions } });
    expect(segments.map(({ text }) => text)).toEqual(texts);
    expect(violations).toEqual([{ sentence, refused: false }]);
  });

  test('with an empty list of data, the usual strategy and a quieter sound is simulated', () => {
    const selector = { type: 'Selector', strategy: 'normal', data: [], items: [speech('Yes.')] };
    const { segments, violations } = renderApla(apla([selector, { ...chime, filters: { type: 'FadeIn' } }]));
    expect(segments).toHaveLength(2);
    expect(violations).toEqual([]);
  });

  test('lasts as long as the longest track of a Mixer', () => {
    const { segments } = renderApla(apla([{ type: 'Mixer', items: [silence(10), speech('Breathe.')] }]));
    expect(segments.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(10);
    expect(segments[0]?.text).toBe('Breathe.');
  });

  test.each([
    [{ type: 'Dance' }, 'The APLA component "Dance" is not known.'],
    [{ type: 'Silence' }, 'An APLA Silence has the duration "undefined" instead of milliseconds.'],
    [{ type: 'Silence', duration: -1 }, 'An APLA Silence has the duration "-1" instead of milliseconds.'],
    [{ type: 'Speech' }, 'An APLA Speech has no content.'],
    [speech('<speak>Hi.</speak>'), 'An APLA Speech holds SSML but its contentType is PlainText.'],
    [
      { type: 'Audio', source: 'http://example.com/a.mp3' },
      'An APLA Audio has the source "http://example.com/a.mp3", neither soundbank:// nor https://.',
    ],
    [speech(bound('payload.none')), `In the APLA document ${bound('payload.none')} is not in the data.`],
  ])('with %j is refused', (item, sentence) => {
    expect(renderApla(apla([item])).violations).toContainEqual({ sentence, refused: true });
  });

  test.each([
    [undefined, 'The APLA document has no version; Alexa knows "0.8", "0.9", "0.91".'],
    ['1.0', 'The APLA document has the version "1.0"; Alexa knows "0.8", "0.9", "0.91".'],
    [0.91, 'The APLA document has the version 0.91; Alexa knows "0.8", "0.9", "0.91".'],
  ])('with the version %j is refused', (version, sentence) => {
    const { document, ...directive } = apla([speech('Hi.')]);
    expect(renderApla({ ...directive, document: { ...document, version } }).violations).toEqual([
      { sentence, refused: true },
    ]);
  });

  test('is refused without a main template', () => {
    expect(renderApla({ document: { type: 'APLA' } }).violations).toHaveLength(1);
  });
});

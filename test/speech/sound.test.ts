import { describe, expect, test } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { ask, chime, hold, line, mark, say } from '../../lambda/conversation/model/act.ts';
import { render } from '../../lambda/speech/render.ts';
import { asAudio, divided, type Segment } from '../../lambda/speech/sound.ts';
import { createWording } from '../../lambda/speech/wording.ts';

const turn: readonly Segment[] = [
  { kind: 'speech', ssml: 'Ana, it&apos;s your turn.' },
  { kind: 'quiet', seconds: 140 },
  { kind: 'speech', ssml: 'About half a minute more.' },
  { kind: 'quiet', seconds: 30.5 },
  { kind: 'chime' },
  { kind: 'speech', ssml: 'Is that everything?' },
];

describe('speech with quiet in it', () => {
  const { document, datasources } = asAudio(turn);

  test('is an APLA document with one sequence', () => {
    expect(document).toMatchObject({
      type: 'APLA',
      version: '0.91',
      mainTemplate: { parameters: ['payload'], item: { type: 'Sequencer' } },
    });
  });

  test('keeps the order, with silence in whole milliseconds and the chime from the sound library', () => {
    expect(document.mainTemplate).toMatchObject({
      item: {
        items: [
          { type: 'Speech', contentType: 'SSML' },
          { type: 'Silence', duration: 140_000 },
          { type: 'Speech' },
          { type: 'Silence', duration: 30_500 },
          { type: 'Audio', source: expect.stringMatching(/^soundbank:\/\/soundlibrary\//) },
          { type: 'Speech' },
        ],
      },
    });
  });

  test('has its words in the data source alone, where nothing in them is evaluated', () => {
    expect(JSON.stringify(document)).not.toContain('Ana');
    expect(datasources).toEqual({
      turn: {
        speech: [
          '<speak>Ana, it&apos;s your turn.</speak>',
          '<speak>About half a minute more.</speak>',
          '<speak>Is that everything?</speak>',
        ],
      },
    });
  });

  test('points each speech at its own words', () => {
    const pointers = JSON.stringify(document).match(/\$\{payload\.turn\.speech\[\d+\]\}/g);
    expect(pointers).toEqual([0, 1, 2].map((index) => `\${payload.turn.speech[${index}]}`));
  });

  test('is divided at the first quiet, so that the cue is outside of the document', () => {
    expect(divided(turn)).toEqual({
      ssml: '<speak>Ana, it&apos;s your turn.</speak>',
      rest: turn.slice(1),
    });
  });

  test.each([
    [8, '<speak>One breath. <break time="8s"/> Ana, it&apos;s your turn.</speak>', 3],
    [10, '<speak>One breath. <break time="10s"/> Ana, it&apos;s your turn.</speak>', 3],
    [10.5, '<speak>One breath.</speak>', 1],
  ])(
    'has a breath of %d s with its cue before the document if a break can hold it',
    (seconds, ssml, parts) => {
      const segments: Segment[] = [
        { kind: 'speech', ssml: 'One breath.' },
        { kind: 'quiet', seconds },
        ...turn,
      ];
      expect(divided(segments)).toEqual({ ssml, rest: segments.slice(parts) });
    },
  );

  test('has one break at most before the document, and none before a chime', () => {
    const breath: readonly Segment[] = [
      { kind: 'quiet', seconds: 8 },
      { kind: 'speech', ssml: 'Another.' },
    ];
    const segments: Segment[] = [{ kind: 'speech', ssml: 'One breath.' }, ...breath, ...breath];
    expect(divided(segments)).toEqual({
      ssml: '<speak>One breath. <break time="8s"/> Another.</speak>',
      rest: segments.slice(3),
    });
    const chimed: Segment[] = [
      { kind: 'speech', ssml: 'One.' },
      { kind: 'quiet', seconds: 8 },
      { kind: 'chime' },
    ];
    expect(divided(chimed)).toEqual({ ssml: '<speak>One.</speak>', rest: chimed.slice(1) });
  });

  test('is all in the document if it begins with quiet or with the chime', () => {
    for (const first of [1, 4]) {
      const segments = turn.slice(first);
      expect(divided(segments)).toEqual({ ssml: '', rest: segments });
    }
  });
});

test('a name that looks like an expression stays in the data source', () => {
  const name = `\${payload}`;
  const acts = [mark('talk.a'), say(line('talk.still', { name })), hold(30), chime, ask(line('ready.on'))];
  const { document, datasources } = asAudio(render(acts, createWording(enUS), 1).segments);
  expect(JSON.stringify(document)).not.toContain(name);
  expect(JSON.stringify(datasources)).toContain(name);
});

test('speech alone is SSML, without a document', () => {
  const words: readonly Segment[] = [
    { kind: 'speech', ssml: 'One.' },
    { kind: 'speech', ssml: 'Two &amp; three.' },
  ];
  expect(divided(words)).toEqual({ ssml: '<speak>One. Two &amp; three.</speak>', rest: [] });
  expect(divided([])).toEqual({ ssml: '', rest: [] });
});

import { describe, expect, test } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { ask, chime, hold, line, mark, say } from '../../lambda/conversation/model/act.ts';
import { render } from '../../lambda/speech/render.ts';
import { unescapeSsml } from '../../lambda/speech/sound.ts';
import { spokenSeconds } from '../../lambda/speech/timeline.ts';
import { createWording, openingOf } from '../../lambda/speech/wording.ts';

const wording = createWording(enUS);
const cue = say(line('talk.half-minute'));
const question = ask(line('ready.on'));

describe('from acts to sound', () => {
  test('speech, quiet and chimes come in order, and lines that follow each other are one piece', () => {
    const words = wording.words(line('talk.half-minute'), 1);
    const { segments } = render([mark('talk.a'), cue, cue, hold(30), chime, question], wording, 1);
    expect(segments.map(({ kind }) => kind)).toEqual(['speech', 'quiet', 'chime', 'speech']);
    expect(segments[0]).toEqual({
      kind: 'speech',
      ssml: `${words} ${words}`,
    });
    expect(segments[1]).toEqual({ kind: 'quiet', seconds: 30 });
  });

  test('the microphone opens only if something is asked, and listens for what was asked for', () => {
    expect(render([cue], wording, 1)).toMatchObject({ asks: false, listenFor: null });
    expect(render([cue, question], wording, 1)).toMatchObject({ asks: true, listenFor: null });
    expect(render([ask(line('names.first'), 'name')], wording, 1)).toMatchObject({
      asks: true,
      listenFor: 'name',
    });
  });

  test('nothing to do is nothing to hear', () => {
    expect(render([], wording, 1)).toEqual({
      segments: [],
      asks: false,
      listenFor: null,
      card: null,
      permission: null,
      timeline: { seconds: 0, steps: [] },
      opening: '',
    });
  });

  test('the first words are remembered, and the next reply begins with others', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const first = render([say(line('quiet.more')), question], wording, seed);
      const next = render([say(line('quiet.more')), question], wording, seed, first.opening);
      expect(first.opening).not.toBe('');
      expect(next.opening).not.toBe(first.opening);
    }
  });

  test('the opening is what was said, with the marks of the escape undone', () => {
    const { opening } = render([say(line('rename.one', { name: 'A & B' }))], wording, 1);
    expect(opening).toBe(openingOf(unescapeSsml(wording.words(line('rename.one', { name: 'A & B' }), 1))));
  });
});

describe('slow speech', () => {
  const acts = [cue, hold(30), chime, question];

  test('is all of the words, and the quiet is as long as before', () => {
    const [first, quiet, , last] = render(acts, wording, 1, undefined, { slow: true }).segments;
    for (const speech of [first, last])
      expect(speech).toMatchObject({ ssml: expect.stringMatching(/^<prosody rate="slow">.+<\/prosody>$/) });
    expect(quiet).toEqual({ kind: 'quiet', seconds: 30 });
  });

  test('takes longer, and says the same words', () => {
    const slow = render(acts, wording, 1, undefined, { slow: true });
    const usual = render(acts, wording, 1);
    expect(slow.timeline.seconds).toBeGreaterThan(usual.timeline.seconds);
    expect(slow.opening).toBe(usual.opening);
  });

  test('is slow once, even for what is said slowly anyway', () => {
    const { segments } = render(
      [{ do: 'say', line: line('support.close'), slowly: true }],
      wording,
      1,
      undefined,
      { slow: true },
    );
    expect(JSON.stringify(segments).match(/<prosody/g)).toHaveLength(1);
  });
});

test('without chimes there is as much quiet in their place', () => {
  const acts = [cue, hold(30), chime, question];
  const silent = render(acts, wording, 1, undefined, { chimeless: true });
  expect(silent.segments.map(({ kind }) => kind)).toEqual(['speech', 'quiet', 'quiet', 'speech']);
  expect(silent.timeline).toEqual(render(acts, wording, 1).timeline);
});

describe('when what is heard', () => {
  test('each step begins where it was marked, and knows its quiet', () => {
    const { timeline } = render(
      [cue, mark('more.a'), hold(45), chime, mark('sense.b'), cue, hold(30), cue, hold(20), question],
      wording,
      1,
    );
    const [more, sense] = timeline.steps;
    expect(timeline.steps.map(({ id }) => id)).toEqual(['more.a', 'sense.b']);
    expect(more?.quiet).toEqual([[more?.at, (more?.at ?? 0) + 45]]);
    expect(sense?.at).toBeCloseTo((more?.at ?? 0) + 47, 1);
    expect(sense?.quiet.map(([from, to]) => Math.round(to - from))).toEqual([30, 20]);
  });

  test('it lasts as long as its quiet, its chimes and its words', () => {
    const { timeline, segments } = render([cue, hold(100), chime], wording, 1);
    const [spoken] = segments.flatMap((segment) => (segment.kind === 'speech' ? segment.ssml : []));
    expect(timeline.seconds).toBeCloseTo(102 + spokenSeconds(spoken ?? ''), 1);
  });
});

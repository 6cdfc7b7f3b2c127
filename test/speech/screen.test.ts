import { describe, expect, it } from 'vitest';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { type Act, ask, chime, hold, line, mark, say } from '../../lambda/conversation/model/act.ts';
import { choice } from '../../lambda/conversation/model/choice.ts';
import type { Screen } from '../../lambda/conversation/model/screen.ts';
import { render } from '../../lambda/speech/render.ts';
import { renderScreen } from '../../lambda/speech/screen.ts';
import { unescapeSsml } from '../../lambda/speech/sound.ts';
import { createWording } from '../../lambda/speech/wording.ts';

const wording = createWording(enUS);
const question = line('ready.on');
const words: Screen = {
  kind: 'words',
  heading: null,
  text: [question],
  items: [],
  choices: [],
  choicesAfter: [],
  quiet: [],
  leaves: false,
};

function shown(screen: Partial<Screen>, acts: readonly Act[] = [ask(question)], seed = 1, avoid?: string) {
  const { timeline } = render(acts, wording, seed, avoid);
  const heard = { acts, seed, timeline, ...(avoid === undefined ? {} : { avoid }) };
  return renderScreen({ ...words, ...screen }, heard, wording);
}

/** A line of this many characters and words of ten. */
const long = (characters: number) => line('rename.one', { name: 'abcdefghi '.repeat(characters / 10) });

describe('A screen', () => {
  it('has the words that are heard, also if they avoid those of the reply before', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const { opening } = render([ask(question)], wording, seed);
      const heard = render([ask(question)], wording, seed, opening).segments[0];
      const ssml = heard?.kind === 'speech' ? heard.ssml : '';
      expect(shown({}, [ask(question)], seed, opening).text).toBe(unescapeSsml(ssml));
    }
  });

  it('takes what somebody said for words, and not for marks', () => {
    const name = 'Ana <b>&amp;</b> "Bo"';
    const { heading, text } = shown({
      heading: line('screen.turn', { name }),
      text: [line('rename.one', { name })],
    });
    expect(heading).toBe('Ana &lt;b&gt;&amp;amp;&lt;/b&gt; "Bo"\'s turn');
    expect(text).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt;');
  });

  it('cuts what is too long between two words, and leaves out what there is no room for', () => {
    const { text } = shown({ text: [long(300), question] });
    expect(text.length).toBeLessThanOrEqual(200);
    expect(text).toMatch(/abcdefghi…$/u);
    const short = shown({ text: [long(100), long(200), question] }).text;
    expect(short).toMatch(/\?$/u);
    expect(short.length).toBeLessThan(200);
  });

  it('lists twelve items at most, each as long as can be read', () => {
    const { items } = shown({ kind: 'list', items: Array.from({ length: 20 }, () => long(500)) });
    expect(items).toHaveLength(12);
    for (const item of items) expect(item.length).toBeLessThanOrEqual(220);
  });

  it('fills from the first quiet of its steps to the last', () => {
    const acts = [
      mark('arrive'),
      say(line('ready.on')),
      hold(5),
      mark('talk.a'),
      say(line('ready.on')),
      hold(30),
      say(line('talk.half-minute')),
      hold(30),
      chime,
      ask(question),
    ];
    const { timeline } = render(acts, wording, 1);
    const [[from] = [0], [, to] = [0, 0]] = timeline.steps[1]?.quiet ?? [];
    const { after, seconds } = shown({ kind: 'turn', quiet: ['talk.a'] }, acts);
    expect(after).toBe(Math.round(from));
    expect(seconds).toBe(Math.round(to - from));
    expect(seconds).toBeGreaterThan(60);
    expect(shown({ kind: 'turn', quiet: ['arrive', 'talk.a'] }, acts).after).toBeLessThan(after);
    expect(shown({}, acts)).toMatchObject({ after: 0, seconds: 0 });
  });

  it('has a label for each choice, with its id', () => {
    expect(shown({ choices: [choice('next', 'done'), choice('pause')] }).choices).toEqual([
      { id: 'next', label: 'Done' },
      { id: 'pause', label: 'Pause' },
    ]);
  });

  it('has what is said of a choice beside its label, if that has escaped characters', () => {
    const named = { id: 'partner-a', label: line('screen.partner', { name: 'Jo & Al' }) } as const;
    expect(shown({ choices: [named] }).choices).toEqual([
      { id: 'partner-a', label: 'Jo &amp; Al', said: 'Jo & Al' },
    ]);
  });
});

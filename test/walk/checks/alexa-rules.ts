import { expect, it } from 'vitest';
import { responseOf } from '../../../lambda/alexa/response.ts';
import type { Act } from '../../../lambda/conversation/model/act.ts';
import type { Line } from '../../../lambda/conversation/model/lines.ts';
import { type Rendered, render } from '../../../lambda/speech/render.ts';
import { unescapeSsml } from '../../../lambda/speech/sound.ts';
import { openingOf } from '../../../lambda/speech/wording.ts';
import { violationsIn } from '../../../simulator/response/rules.ts';
import { readResponse } from '../../../simulator/response/skill-response.ts';
import { sentencesOf } from '../../content/wordings.ts';
import { model } from '../../model.ts';
import { english } from '../../skill.ts';
import type { Extent, Met } from '../walk.ts';
import { type Check, createFindings, idOf } from './check.ts';

/** Ours, below Amazon's 240 and 90: speech on a device may be slower than estimated (docs/architecture.md). */
const REPLY_SECONDS = 230;
const REPROMPT_SECONDS = 85;

/** Three, and the question. */
const MOST_SENTENCES = 4;

/** Each seed chooses other wordings. */
const SEEDS: Readonly<Record<Extent, readonly number[]>> = {
  'each-trait': [1],
  'every-moment': [1, 2, 3, 5, 8],
};

const { wording } = english;

/** Every reply, rendered for Alexa as it is heard on a device. */
export function alexaRules(extent: Extent): Check {
  const seeds = SEEDS[extent];
  const tooLong = createFindings();
  const unruly = createFindings();
  const breathless = createFindings();
  const alike = createFindings();
  const pairs = new Set<string>();
  let longest = 0;
  let count = 0;

  /** Two replies in a row: only the first words of each matter. */
  function compare(met: Met): void {
    const [one, two] = [firstLine(met.before), firstLine(met.reply.acts)];
    if (one === null || two === null) return;
    const pair = `${one.json} ${two.json}`;
    if (pairs.has(pair)) return;
    pairs.add(pair);
    for (const seed of seeds) {
      const before = openingWords(one.line, seed);
      for (const next of seeds) if (openingWords(two.line, next, before) === before) alike.add(before, met);
    }
  }

  return {
    name: 'Every reply of the conversation, rendered for Alexa,',
    see: compare,
    hear(met) {
      const { acts, ifSilent, state } = met.reply;
      if (acts.length === 0) return;
      count += 1;
      for (const seed of seeds) {
        const main = render(acts, wording, seed, undefined, state);
        const silent = ifSilent && render(ifSilent.acts, wording, seed + 1, main.opening, state);
        const [seconds, again] = [main.timeline.seconds, silent?.timeline.seconds ?? 0];
        longest = Math.max(longest, seconds);
        if (seconds > REPLY_SECONDS || again > REPROMPT_SECONDS) tooLong.add(`${seconds} and ${again}`, met);
        for (const breach of breaches(met, main, silent)) unruly.add(breach, met);
        for (const words of [...lastWords(main), ...lastWords(silent)])
          if (sentencesOf(words).length > MOST_SENTENCES && !isAboutSafety(met)) breathless.add(words, met);
        if (silent?.opening === main.opening) alike.add('if nobody answers', met);
      }
    },
    tests() {
      it('is no longer than a response may be, nor its reprompt', () => {
        expect(tooLong.all).toEqual([]);
        expect(longest).toBeGreaterThan(150);
      });

      it("breaks none of Alexa's rules and limits", () => {
        expect(count).toBeGreaterThan(500);
        expect(unruly.all).toEqual([]);
      });

      it('says no more than three sentences before a question', () => {
        expect(breathless.all).toEqual([]);
      });

      it('never begins with the same words as the reply before it', () => {
        expect(alike.all).toEqual([]);
      });
    },
  };
}

interface FirstLine {
  line: Line;
  json: string;
}

const firstLines = new WeakMap<readonly Act[], FirstLine | null>();

/** The line that a reply begins with; null if it says nothing. */
function firstLine(acts: readonly Act[]): FirstLine | null {
  const known = firstLines.get(acts);
  if (known !== undefined) return known;
  const first = acts.find((act) => act.do === 'say' || act.do === 'ask');
  const found = first === undefined ? null : { line: first.line, json: JSON.stringify(first.line) };
  firstLines.set(acts, found);
  return found;
}

function openingWords(line: Line, seed: number, avoid?: string): string {
  return openingOf(unescapeSsml(wording.words(line, seed, avoid)));
}

/** What is said after the last quiet, with the question at its end. */
function lastWords(rendered: Rendered | null): string[] {
  const last = rendered?.segments.at(-1);
  return rendered?.asks && last?.kind === 'speech' ? [unescapeSsml(last.ssml)] : [];
}

/** Its wording is fixed, and says the numbers twice. */
function isAboutSafety({ reply }: Met): boolean {
  return idOf(reply.state) === 'support';
}

function breaches({ event, reply }: Met, main: Rendered, silent: Rendered | null): string[] {
  const response = readResponse({
    version: '1.0',
    sessionAttributes: {},
    response: responseOf(main, silent, 'token'),
  });
  if (response === null) return ['it is no response at all'];
  const violations = violationsIn(response, {
    type: 'IntentRequest',
    intent: event.type === 'stop' ? 'AMAZON.StopIntent' : 'AMAZON.YesIntent',
    interfaces: new Set(),
    model,
  });
  const asks = reply.acts.at(-1)?.do === 'ask';
  const mismatch =
    response.shouldEndSession === asks ? ['the session ends although something was asked'] : [];
  return [...violations.map(({ sentence }) => sentence), ...mismatch, ...unheardIfSoundFails(main, silent)];
}

/** Parts of a response that begin with quiet or a chime, so that a device that cannot play sound would say nothing. */
function unheardIfSoundFails(main: Rendered, silent: Rendered | null): string[] {
  return [main, silent].flatMap((part) =>
    part === null || part.segments.length === 0 || part.segments[0]?.kind === 'speech'
      ? []
      : ['it does not begin with words, so that a device that cannot play the sound says nothing'],
  );
}

import { beforeAll, describe, expect, it } from 'vitest';
import { hasDialogSlot } from '../../interaction-models/model-facts.ts';
import { responseOf } from '../../lambda/alexa/response.ts';
import type { Act } from '../../lambda/conversation/model/act.ts';
import { type Rendered, render } from '../../lambda/speech/render.ts';
import { unescapeSsml } from '../../lambda/speech/sound.ts';
import { checkResponse } from '../../simulator/response/rules.ts';
import { readResponse } from '../../simulator/response/skill-response.ts';
import { sentencesOf } from '../content/wordings.ts';
import { everyReply, type Met } from '../conversation/every-state.ts';
import { english } from '../skill.ts';
import { model } from '../transcripts/transcript.ts';

/** Ours, below Amazon's 240 and 90: speech on a device may be slower than estimated (docs/architecture.md). */
const REPLY_SECONDS = 230;
const REPROMPT_SECONDS = 85;

/** Three, and the question. */
const MOST_SENTENCES = 4;

const { wording } = english;
const SEEDS = [1, 2, 3, 5, 8];

/** Every reply of the walk, as it is heard on a device, once for each wording of it. */
describe('Every reply of the conversation, rendered for Alexa,', () => {
  const tooLong: string[] = [];
  const unruly: string[] = [];
  const alike: string[] = [];
  const breathless: string[] = [];
  let longest = 0;
  let count = 0;

  beforeAll(() => {
    const rendered = new Set<string>();
    const pairs = new Set<string>();
    for (const met of everyReply()) {
      const { acts, ifSilent } = met.reply;
      if (acts.length === 0) continue;
      const key = JSON.stringify([acts, ifSilent?.acts]);
      if (!rendered.has(key)) {
        rendered.add(key);
        count += 1;
        for (const seed of SEEDS) {
          const main = render(acts, wording, seed);
          const silent = ifSilent && render(ifSilent.acts, wording, seed + 1, main.opening);
          longest = Math.max(longest, main.timeline.seconds);
          if (main.timeline.seconds > REPLY_SECONDS || (silent?.timeline.seconds ?? 0) > REPROMPT_SECONDS)
            add(tooLong, `${main.timeline.seconds}/${silent?.timeline.seconds}`, met);
          for (const finding of breaches(met, main, silent)) add(unruly, finding, met);
          for (const words of [main, silent].flatMap((one) => lastWords(one)))
            if (sentencesOf(words).length > MOST_SENTENCES && !isAboutSafety(met))
              add(breathless, words, met);
          if (silent?.opening === main.opening) add(alike, `again: ${main.opening}`, met);
        }
      }
      // Two replies in a row: the one before is known to end in `before`, so that is what must not begin the same.
      const pair = `${firstLine(met.before)} > ${firstLine(acts)}`;
      if (met.before.length > 0 && !pairs.has(pair)) {
        pairs.add(pair);
        for (const seed of SEEDS) {
          const before = render(met.before, wording, seed).opening;
          for (const next of SEEDS)
            if (render(acts, wording, next, before).opening === before) add(alike, before, met);
        }
      }
    }
  }, 400_000);

  it('is no longer than a response may be, nor its reprompt', () => {
    expect(tooLong).toEqual([]);
    expect(longest).toBeGreaterThan(150);
  });

  it("breaks none of Alexa's rules and limits", () => {
    expect(count).toBeGreaterThan(500);
    expect(unruly).toEqual([]);
  });

  it('says no more than three sentences before a question', () => {
    expect(breathless).toEqual([]);
  });

  it('never begins with the same words as the reply before it', () => {
    expect(alike).toEqual([]);
  });
});

/** What is said after the last quiet, with the question at its end. */
function lastWords(rendered: Rendered | null): string[] {
  const last = rendered?.segments.at(-1);
  return rendered?.asks && last?.kind === 'speech' ? [unescapeSsml(last.ssml)] : [];
}

/** Its wording is fixed, and says the numbers twice. */
function isAboutSafety({ reply }: Met): boolean {
  return reply.state.scene.id === 'support';
}

function breaches({ event, reply }: Met, main: Rendered, silent: Rendered | null): string[] {
  const response = readResponse({
    version: '1.0',
    sessionAttributes: {},
    response: responseOf(main, silent, 'token'),
  });
  if (response === null) return ['it is no response at all'];
  const intent = event.type === 'stop' ? 'AMAZON.StopIntent' : 'AMAZON.YesIntent';
  const findings = checkResponse(response, {
    request: 'IntentRequest',
    intent,
    interfaces: new Set(),
    hasDialogSlot: (name, slot) => hasDialogSlot(model, name, slot),
  });
  const asks = reply.acts.at(-1)?.do === 'ask';
  const mismatch = response.shouldEndSession === asks ? ['the session ends where something was asked'] : [];
  return [...findings.map(({ sentence }) => sentence), ...mismatch];
}

function firstLine(acts: readonly Act[]): string {
  const first = acts.find((act) => act.do === 'say' || act.do === 'ask');
  return JSON.stringify(first);
}

function add(list: string[], what: string, { event, reply }: Met): void {
  if (list.length >= 5) return;
  const keys = reply.acts.map((act) => ('line' in act ? act.line.key : act.do)).join(' ');
  list.push(`${what} [${event.type}: ${keys}]`);
}

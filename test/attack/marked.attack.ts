/** Every word that is said is marked. The log, what is thrown and what is stored are searched for them after each request. */
import { readFileSync } from 'node:fs';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { householdId } from '../../lambda/household/identity.ts';
import { answer } from '../alexa/couple.ts';
import { anEcho, type Echo } from '../alexa/envelopes.ts';
import type { Finding } from './evening.ts';
import { leaksIn, markedWords, marksIn } from './marks.ts';
import { onlyMark } from './nothing-readable.ts';
import { type RealHandler, theRealHandler } from './real-handler.ts';
import { type Chance, chanceOf, many } from './settings.ts';
import { storedOf } from './stored.ts';

const { interactionModel: model } = JSON.parse(
  readFileSync(new URL('../../interaction-models/en-US.json', import.meta.url), 'utf8'),
) as { interactionModel: { languageModel: { intents: { name: string; slots?: { name: string }[] }[] } } };
const intents = model.languageModel.intents.map(({ name, slots = [] }) => ({
  name,
  slots: slots.map((slot) => slot.name),
}));

/** What somebody may say, at any moment, with a marked word in it. */
const SAID = [
  (mark: string) => mark,
  (mark: string) => `yes ${mark}`,
  (mark: string) => `no ${mark}`,
  (mark: string) => `save the ${mark}`,
  (mark: string) => `thank you for the ${mark} you made`,
  (mark: string) => `${mark} thank you for the tea you made`,
  (mark: string) => `I love how ${mark} you are`,
  (mark: string) => `thank you for the ${mark} I want to die`,
  (mark: string) => `${mark} he hits me`,
  (mark: string) => `save a question for us what makes you ${mark}`,
  (mark: string) => `change my name to ${mark}`,
  (mark: string) => `forget ${mark}`,
  (mark: string) => `what did ${mark} say`,
  (mark: string) => `remind us every ${mark} at seven`,
  (mark: string) => `you never ${mark} and I am so angry about ${mark} that I could cry`,
] as const;

/** The events that are a yes to saving a sentence. In a step "next" is one too. */
const YES_TO_SAVING = /"event":"(?:yes|keep-it|next)"/;

/** Whether it was a yes. What is asked next can be private, and then the log does not name the event. */
function isYes(printed: string, echo: Echo): boolean {
  if (printed.includes('"event"')) return YES_TO_SAVING.test(printed);
  const request = echo.exchanges.at(-1)?.request.request;
  if (request?.type !== 'IntentRequest') return false;
  const { name, slots } = request.intent;
  return name === 'AMAZON.YesIntent' || /^(?:yes|save) /.test(slots?.utterance?.value ?? '');
}

const HOUSEHOLDS = many(5, 24);
const EACH = many(120, 400);

let real: RealHandler;
beforeAll(async () => {
  real = await theRealHandler();
});
afterAll(() => real.close());

const words = markedWords();

/** How many requests had a marked word in what was said. */
let said = 0;

/** Somebody says or does something. */
async function something(echo: Echo, chance: Chance): Promise<ResponseEnvelope> {
  const [a, b] = [words.next(), words.next()];
  const share = chance.below(100);
  if (share < 50)
    return answer(echo, {
      a,
      b,
      thanks: { a: `thank you for the ${a} you made`, b: `thank you for the ${b} you made` },
    });
  if (share < 75) return echo.words(chance.pick(SAID)(a));
  if (share < 92) {
    const { name, slots } = chance.pick(intents);
    return echo.say(
      name,
      Object.fromEntries(slots.map((slot) => [slot, `${words.next()} and ${words.next()}`])),
    );
  }
  if (share < 95) return echo.say(chance.pick(['AMAZON.YesIntent', 'AMAZON.NoIntent', 'AMAZON.StopIntent']));
  if (share < 97) return echo.launch();
  if (share < 98) return echo.end(chance.pick(['EXCEEDED_MAX_REPROMPTS', 'USER_INITIATED', 'ERROR']));
  real.database.fail(chance.pick(['throttle', 'down']), 2);
  return echo.words(chance.pick(SAID)(a));
}

/** What is stored. A fault that the skill has not met hits this read, and is over then. */
async function itemsOf(id: string): Promise<Awaited<ReturnType<RealHandler['table']['items']>>> {
  return real.table.items(id).catch(() => itemsOf(id));
}

describe('a marked word', () => {
  it.each(Array.from({ length: HOUSEHOLDS }, (_, household) => household))(
    'is nowhere but in what they asked to be saved, household %i',
    async (household) => {
      const chance = chanceOf(`marked ${household}`);
      const user = `amzn1.ask.account.MARKED-${household}`;
      const id = householdId(user);
      const skill = (event: unknown) =>
        real.handler(
          JSON.parse(JSON.stringify(event).replaceAll('https://api.amazonalexa.com', real.services)),
        );
      const echo = anEcho(skill, { user, run: `marked-${household}` });
      const confirmed = new Set<string>();
      const findings: Finding[] = [];
      real.printed();
      for (let times = 0; times < EACH; times += 1) {
        const at = echo.stateId();
        const waiting = at.includes('confirm') ? marksIn(echo.attributes) : new Set<string>();
        const found = (where: string): void => {
          findings.push({ promise: 'leaked', where: `${where}, after ${at}, exchange ${times}` });
        };
        const thrown = await something(echo, chance).then(
          () => null,
          (error: unknown) => error,
        );
        if (marksIn(echo.exchanges.at(-1)?.request.request).size > 0) said += 1;
        if (thrown !== null) {
          findings.push({ promise: 'unhandled', where: `after ${at}, exchange ${times}` });
          if (marksIn(`${thrown} ${(thrown as Error).stack}`).size > 0) found('an error');
        }
        const printed = real.printed();
        if (marksIn(printed).size > 0) found('the log');
        if (isYes(printed, echo)) for (const mark of waiting) confirmed.add(mark);
        const items = await itemsOf(id);
        findings.push(
          ...leaksIn(items, confirmed).map(({ where }) => ({
            promise: 'leaked' as const,
            where: `${where}, after ${at}, exchange ${times}`,
          })),
        );
        if (findings.length > 5) break;
      }
      expect(findings).toEqual([]);
      for (let times = 0; times < 4; times += 1) {
        // A fault that is left from before can come in between.
        await echo.launch();
        await echo.say('ForgetUsIntent');
        await echo.say('AMAZON.YesIntent');
      }
      expect(onlyMark(await storedOf({ table: real.table, id, echo }))).toEqual([]);
    },
  );

  it('was said many times', () => {
    console.log(`${said} requests with a marked word`);
    expect(said).toBeGreaterThan((HOUSEHOLDS * EACH) / 5);
  });
});

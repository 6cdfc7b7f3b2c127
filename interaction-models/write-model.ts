/**
 * Makes the interaction model of en-US from its frame and from the phrases that the skill reads, so that both have one
 * source: `npm run phrases` writes it.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { v1 } from 'ask-smapi-model';
import { scriptOptions } from '../command-line/script-options.ts';
import { MEANING_OF } from '../lambda/alexa/intent-meanings.ts';
import { slotAfter } from '../lambda/understanding/carriers.ts';
import { parseTemplate } from '../lambda/understanding/template.ts';
import carriers from './carriers.json' with { type: 'json' };
import { expand } from './expand.ts';
import frame from './frame.json' with { type: 'json' };

type Model = v1.skill.interactionModel.InteractionModelData;

/** An intent of the frame: its slots, and samples that are no phrases of the skill. */
interface FrameIntent {
  readonly name: string;
  readonly slots?: Readonly<Record<string, string>>;
  readonly samples?: readonly string[];
}

const PHRASES = new URL('../lambda/content/en-US/phrases/', import.meta.url);
export const MODEL_FILE = fileURLToPath(new URL('./en-US.json', import.meta.url));
/** The intent and the slot for whatever somebody says. Its other slots each follow a carrier, such as "i {after_i}". */
const FREE = {
  intent: 'UtteranceIntent',
  slot: 'utterance',
  prompt: 'Elicit.Utterance',
  type: 'AMAZON.SearchQuery',
};
/** Amazon demands a carrier phrase in every sample with AMAZON.SearchQuery, also for a slot that is only elicited. */
const CARRIER_OF_THE_FREE_SLOT = 'our answer is';

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, PHRASES), 'utf8')) as T;
}

/**
 * The model as text.
 *
 * @param samples - the templates of the samples, by what they mean
 * @throws {SyntaxError} if a template cannot be read
 * @throws {RangeError} if a template stands for too many samples, or no intent has the meaning of some
 */
export function modelFile(samples = read<Record<string, string[]>>('samples.json')): string {
  const meant = new Set<string | undefined>(frame.intents.map(({ name }) => MEANING_OF[name]));
  for (const meaning of Object.keys(samples))
    if (!meant.has(meaning))
      throw new RangeError(
        `samples.json: no intent of frame.json means "${meaning}". Add one, or put the templates into reads.json.`,
      );
  const types = read<Record<string, Record<string, string[]>>>('types.json');
  const taken = new Set<string>();
  const samplesOf = ({ name, samples: own = [] }: FrameIntent): string[] => {
    const templates = samples[MEANING_OF[name] ?? ''] ?? [];
    const texts = templates.flatMap((template) => expand(parseTemplate(template, {}, (word) => [word])));
    // A text that means several things is a sample of the first intent alone.
    return [...own, ...texts].filter((text) => !taken.has(text) && taken.add(text));
  };
  const intents = (frame.intents as FrameIntent[]).map((intent) => {
    const isFree = intent.name === FREE.intent;
    const slots = Object.entries(intent.slots ?? {}).map(([name, type]) => ({ name, type }));
    if (isFree) slots.push(...carriers.map((words) => ({ name: slotAfter(words), type: FREE.type })));
    const spoken = isFree
      ? [
          `${CARRIER_OF_THE_FREE_SLOT} {${FREE.slot}}`,
          ...carriers.map((words) => `${words} {${slotAfter(words)}}`),
        ]
      : samplesOf(intent);
    return { name: intent.name, ...(slots.length > 0 ? { slots } : {}), samples: spoken };
  });
  const free = intents.find(({ name }) => name === FREE.intent);
  const model: Model = {
    interactionModel: {
      languageModel: {
        invocationName: frame.invocationName,
        intents,
        types: Object.entries(types).map(([name, values]) => ({
          name,
          values: Object.entries(values).map(([id, [value = '', ...synonyms]]) => ({
            id,
            name: { value, synonyms },
          })),
        })),
        modelConfiguration: frame.modelConfiguration as never,
      },
      dialog: {
        delegationStrategy: 'SKILL_RESPONSE',
        intents: [
          {
            name: FREE.intent,
            confirmationRequired: false,
            prompts: {},
            slots: (free?.slots ?? []).map(({ name, type }) => ({
              name,
              type,
              confirmationRequired: false,
              elicitationRequired: name === FREE.slot,
              prompts: name === FREE.slot ? { elicitation: FREE.prompt } : {},
            })),
          },
        ],
      },
      prompts: [{ id: FREE.prompt, variations: [{ type: 'PlainText', value: 'What would you like?' }] }],
    },
  };
  return `${JSON.stringify(model, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  scriptOptions(
    `npm run phrases

Writes interaction-models/en-US.json from its frame and the phrases of the skill, and then packs the content (npm run pack).`,
    {},
  );
  writeFileSync(MODEL_FILE, modelFile());
  process.exitCode = spawnSync('npm', ['run', '--silent', 'pack'], { stdio: 'inherit' }).status ?? 1;
}

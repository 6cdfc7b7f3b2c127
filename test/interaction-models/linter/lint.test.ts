import { describe, expect, it } from 'vitest';
import { lintInteractionModel } from '../../../interaction-models/linter/lint.ts';
import { type GoodModel, goodModel, intentOf, modelWith } from './good-model.ts';

type Parts = GoodModel['interactionModel'];

const rulesBroken = (model: unknown, locale = 'en-US'): string[] =>
  lintInteractionModel(model, locale).map(({ rule }) => rule);

const choose = (parts: Parts) => intentOf(parts, 'ChooseIntent');
const addSample = (parts: Parts, intent: string, sample: string) =>
  intentOf(parts, intent).samples?.push(sample);

describe('the linter', () => {
  it('finds nothing in a good model', () => {
    expect(lintInteractionModel(goodModel(), 'en-US')).toEqual([]);
  });

  it.each<[string, (parts: Parts) => void]>([
    ['built-in-missing', (parts) => parts.languageModel.intents.splice(0, 1)],
    [
      'intent-name',
      (parts) => parts.languageModel.intents.push({ name: 'Step2Intent', samples: ['step two'] }),
    ],
    ['built-in-unknown', (parts) => parts.languageModel.intents.push({ name: 'AMAZON.SkipIntent' })],
    ['built-in-unknown', (parts) => parts.languageModel.intents.push({ name: 'AMAZON.help' })],
    ['built-in-unknown', (parts) => parts.languageModel.intents.push({ name: 'AMAZON.SearchAction<>' })],
    ['intent-duplicate', (parts) => parts.languageModel.intents.push({ name: 'AMAZON.StopIntent' })],
    [
      'intent-without-samples',
      (parts) => parts.languageModel.intents.push({ name: 'MuteIntent', samples: [] }),
    ],
    ['slot-unused', (parts) => choose(parts).slots?.push({ name: 'day', type: 'AMAZON.DayOfWeek' })],
    ['slot-duplicate', (parts) => choose(parts).slots?.push({ name: 'minutes', type: 'AMAZON.NUMBER' })],
    [
      'slot-two-types',
      (parts) =>
        parts.languageModel.intents.push({
          name: 'WaitIntent',
          slots: [{ name: 'minutes', type: 'AMAZON.DURATION' }],
          samples: ['wait {minutes}'],
        }),
    ],
    ['slot-undeclared', (parts) => addSample(parts, 'ChooseIntent', 'with {partner}')],
    ['slot-undeclared', (parts) => intentOf(parts, 'KeepIntent').slots?.[0]?.samples?.push('that {partner}')],
    ['slot-twice-in-sample', (parts) => addSample(parts, 'ChooseIntent', '{minutes} or {minutes} long')],
    ['sample-characters', (parts) => addSample(parts, 'ChooseIntent', 'start, please')],
    ['sample-characters', (parts) => addSample(parts, 'ChooseIntent', '20 of them')],
    ['slot-glued', (parts) => addSample(parts, 'ChooseIntent', 'about{minutes} minutes')],
    ['slot-glued', (parts) => addSample(parts, 'ChooseIntent', 'a {minutes}minute talk')],
    ['slot-glued', (parts) => addSample(parts, 'ChooseIntent', 'a {minutes}-minute talk')],
    ['slot-glued', (parts) => addSample(parts, 'ChooseIntent', 'take {minutes}{exercise}')],
    ['slot-glued', (parts) => intentOf(parts, 'KeepIntent').slots?.[0]?.samples?.push('that{words}')],
    ['slot-blanks', (parts) => addSample(parts, 'ChooseIntent', 'for { minutes } minutes')],
    ['slot-blanks', (parts) => addSample(parts, 'ChooseIntent', 'for {minutes } minutes')],
    ['sample-empty', (parts) => addSample(parts, 'ChooseIntent', ' ')],
    ['sample-duplicate', (parts) => addSample(parts, 'ChooseIntent', 'Start our  {exercise}')],
    ['sample-in-two-intents', (parts) => addSample(parts, 'ChooseIntent', 'leave-it')],
    ['carrier-phrase-missing', (parts) => addSample(parts, 'KeepIntent', '{words}')],
    ['type-unknown', (parts) => Object.assign(choose(parts).slots?.[0] ?? {}, { type: 'AMAZON.Nothing' })],
    ['type-without-values', (parts) => Object.assign(parts.languageModel.types[0] ?? {}, { values: [] })],
    ['type-unused', (parts) => parts.languageModel.types.push({ ...goodType(), name: 'THEME' })],
    ['type-name', (parts) => renameType(parts, 'EXERCISE-1')],
    ['type-name', (parts) => renameType(parts, '_EXERCISE')],
    ['type-name', (parts) => renameType(parts, 'OUR.EXERCISE')],
    ['type-name', (parts) => renameType(parts, 'AMAZON.Nothing')],
    ['type-name', (parts) => renameType(parts, 'AMAZON.DATE')],
    ['value-length', (parts) => addSynonym(parts, 'a'.repeat(141))],
    ['value-characters', (parts) => addSynonym(parts, 'check in (long)')],
    ['value-characters', (parts) => addSynonym(parts, 'evening/morning')],
    ['value-characters', (parts) => addSynonym(parts, 'evening\tmorning')],
    ['value-empty', (parts) => addSynonym(parts, ' ')],
    ['type-duplicate', (parts) => parts.languageModel.types.push(goodType())],
    ['value-duplicate', (parts) => parts.languageModel.types[0]?.values[1]?.name.synonyms.push('Check-In')],
    [
      'value-id-duplicate',
      (parts) => Object.assign(parts.languageModel.types[0]?.values[1] ?? {}, { id: 'check-in' }),
    ],
    [
      'dialog-intent-unknown',
      (parts) => parts.dialog.intents.push({ ...keep(parts), name: 'LoseIntent', slots: [] }),
    ],
    ['dialog-slot-unknown', (parts) => Object.assign(dialogSlot(parts), { name: 'sounds' })],
    ['dialog-slot-type', (parts) => Object.assign(dialogSlot(parts), { type: 'AMAZON.NUMBER' })],
    [
      'prompt-unknown',
      (parts) => dialogSlot(parts).validations.push({ type: 'isInSet', prompt: 'Other', values: ['a'] }),
    ],
    [
      'prompt-unused',
      (parts) => parts.prompts.push({ id: 'Other', variations: [{ type: 'PlainText', value: 'Well?' }] }),
    ],
    ['prompt-slot-unknown', (parts) => addVariation(parts, 'PlainText', 'What is {name}?')],
    ['prompt-slot-unknown', (parts) => addVariation(parts, 'SSML', '<speak>What is {minutes}?</speak>')],
    ['prompt-ssml', (parts) => addVariation(parts, 'SSML', '<speak>What <break>is it?</speak>')],
    ['prompt-ssml', (parts) => addVariation(parts, 'SSML', '<speak>You & who?</speak>')],
    ['prompt-ssml', (parts) => addVariation(parts, 'SSML', '<speak><blink>What?</blink></speak>')],
    [
      'prompt-ssml',
      (parts) => addVariation(parts, 'SSML', '<speak><prosody rate="slowly">What?</prosody></speak>'),
    ],
    ['prompt-ssml', (parts) => addVariation(parts, 'PlainText', '<speak>What?</speak>')],
    ['prompt-duplicate', (parts) => parts.prompts.push(...goodModel().interactionModel.prompts)],
  ])('finds %s and nothing else', (rule, change) => {
    expect(rulesBroken(modelWith(change))).toEqual([rule]);
  });

  it.each<[string, (parts: Parts) => void]>([
    [
      'the signature of an intent of the library',
      (parts) =>
        parts.languageModel.intents.push({
          name: 'AMAZON.SearchAction<object@WeatherForecast[temperature],sourceCollection@List>',
        }),
    ],
    ['a possessive after a slot', (parts) => addSample(parts, 'ChooseIntent', "our {exercise}'s beginning")],
    ['an elision before a slot', (parts) => addSample(parts, 'ChooseIntent', "l'{exercise}")],
    ['a type of Amazon to which values are added', (parts) => renameType(parts, 'AMAZON.Game')],
    ['a value of 140 characters', (parts) => addSynonym(parts, 'a'.repeat(140))],
    [
      'a value with all that Amazon takes',
      (parts) => addSynonym(parts, "Zoë & Ben's 2nd, at b. b. c. @home-x"),
    ],
    [
      'values whose id is null',
      (parts) => {
        for (const value of parts.languageModel.types[0]?.values ?? []) Object.assign(value, { id: null });
      },
    ],
    ['a slot of the intent in a prompt', (parts) => addVariation(parts, 'PlainText', 'Is it {words}?')],
    [
      'SSML in a prompt',
      (parts) => addVariation(parts, 'SSML', '<speak>Is it <emphasis>{words}</emphasis>?</speak>'),
    ],
  ])('allows %s', (_, change) => {
    expect(lintInteractionModel(modelWith(change), 'en-US')).toEqual([]);
  });

  it('finds a SearchQuery beside another slot', () => {
    const model = modelWith((parts) => {
      intentOf(parts, 'KeepIntent').slots?.push({ name: 'count', type: 'AMAZON.NUMBER' });
      addSample(parts, 'KeepIntent', 'keep {count} times {words}');
    });
    expect(rulesBroken(model)).toEqual(['phrase-slot-not-alone']);
  });

  it('finds samples that differ only in the names of their slots, if the types are the same', () => {
    const withSlot = (type: string) =>
      modelWith((parts) => {
        choose(parts).slots?.push({ name: 'length', type });
        addSample(parts, 'ChooseIntent', '{length} minutes');
      });
    expect(rulesBroken(withSlot('AMAZON.NUMBER'))).toEqual(['sample-differs-in-slot-names']);
    expect(rulesBroken(withSlot('AMAZON.Ordinal'))).toEqual([]);
  });

  it('finds a required slot without a prompt', () => {
    const model = modelWith((parts) => {
      dialogSlot(parts).prompts = {};
      parts.prompts = [];
    });
    expect(rulesBroken(model)).toEqual(['elicitation-prompt-missing']);
  });

  it('allows a slot that no sample uses if the dialog asks for it', () => {
    expect(
      rulesBroken(
        modelWith((parts) => Object.assign(intentOf(parts, 'KeepIntent'), { samples: ['keep this'] })),
      ),
    ).toEqual([]);
  });

  it('reports a value that is not a model as unreadable', () => {
    for (const value of [null, 3, {}, { interactionModel: { languageModel: { intents: 'none' } } }]) {
      expect(new Set(rulesBroken(value))).toEqual(new Set(['unreadable']));
    }
  });
});

describe('an invocation name', () => {
  const rulesBrokenBy = (name: string, locale?: string): string[] =>
    rulesBroken(
      modelWith((parts) => Object.assign(parts.languageModel, { invocationName: name })),
      locale,
    );

  it.each([
    ['our checkin', []],
    ["daisy's listening hour", []],
    ['n. p. r. news', []],
    ['checkin', ['invocation-name-one-word']],
    ['our check-in', ['invocation-name-characters', 'invocation-name-connecting-word']],
    ['Our checkin', ['invocation-name-characters']],
    ['our checkin 2', ['invocation-name-characters']],
    ['our check in', ['invocation-name-connecting-word']],
    ['start our evening', ['invocation-name-launch-phrase']],
    ['our echo time', ['invocation-name-wake-word']],
    ['our listening app', ['invocation-name-wake-word']],
    ['the checkin', ['invocation-name-two-words']],
    ['the evening checkin', []],
  ])('"%s" breaks %j', (name, rules) => {
    expect(rulesBrokenBy(name)).toEqual(rules);
  });

  it('is checked for English words only if the locale is English', () => {
    expect(rulesBrokenBy('unser start', 'de-DE')).toEqual([]);
  });
});

function goodType() {
  const [type] = goodModel().interactionModel.languageModel.types;
  if (type === undefined) throw new Error('The good model has no type.');
  return type;
}

/** Gives the custom type another name, in its slot as well. */
function renameType(parts: Parts, name: string) {
  Object.assign(parts.languageModel.types[0] ?? {}, { name });
  Object.assign(choose(parts).slots?.[1] ?? {}, { type: name });
}

const addSynonym = (parts: Parts, words: string) =>
  parts.languageModel.types[0]?.values[0]?.name.synonyms.push(words);

const addVariation = (parts: Parts, type: string, value: string) =>
  parts.prompts[0]?.variations.push({ type, value });

function keep(parts: Parts) {
  const [intent] = parts.dialog.intents;
  if (intent === undefined) throw new Error('The good model has no dialog.');
  return intent;
}

function dialogSlot(parts: Parts) {
  const [slot] = keep(parts).slots;
  if (slot === undefined) throw new Error('The good model has no dialog slot.');
  return slot;
}

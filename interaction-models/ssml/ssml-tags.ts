/** A fault of SSML: a sentence, and whether Alexa would refuse all of the speech for it. */
export interface SsmlFault {
  readonly sentence: string;
  readonly refused: boolean;
}

/** Attributes and their values, as they are written. */
export type Attributes = Readonly<Partial<Record<string, string>>>;

/** What is wrong with the value of an attribute: that it is not known, or that it is outside of Alexa's bounds. */
type Check = (value: string) => 'unknown' | 'outside' | null;

/** The attributes of a tag: those that it needs, and what each may be. Other attributes are reported. */
interface TagRule {
  readonly needs?: readonly string[];
  /** It needs one of these at least. */
  readonly needsOneOf?: readonly string[];
  readonly attributes: Readonly<Record<string, Check>>;
}

const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value) ? null : 'unknown';

const matching =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value) ? null : 'unknown';

/** A word of a list, or a number in a form whose first group is the number. */
const wordOrNumber =
  (words: readonly string[], form: RegExp, least: number, most: number): Check =>
  (value) => {
    if (words.includes(value)) return null;
    const number = Number(form.exec(value)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) return 'unknown';
    return number < least || number > most ? 'outside' : null;
  };

const anything: Check = (value) => (value.trim() === '' ? 'unknown' : null);

const LEVELS = ['x-low', 'low', 'medium', 'high', 'x-high'];
const RATES = ['x-slow', 'slow', 'medium', 'fast', 'x-fast'];
const VOLUMES = ['silent', 'x-soft', 'soft', 'medium', 'loud', 'x-loud'];
const LANGUAGES =
  'de-DE en-AU en-CA en-GB en-IN en-US es-ES es-MX es-US fr-CA fr-FR hi-IN it-IT ja-JP pt-BR'.split(' ');
const VOICES = [
  'Ivy Joanna Joey Justin Kendra Kimberly Matthew Salli Nicole Russell Amy Brian Emma Aditi Raveena',
  'Hans Marlene Vicki Conchita Enrique Lucia Mia Lupe Miguel Penelope Chantal Celine Lea Mathieu',
  'Carla Giorgio Bianca Mizuki Takumi Camila Vitoria Ricardo',
].flatMap((names) => names.split(' '));

/**
 * The SSML elements that Alexa knows, and the values that she knows of their attributes. Source: Alexa Skills Kit, SSML
 * Reference (developer.amazon.com/docs/custom-skills/speech-synthesis-markup-language-ssml-reference.html), "Supported
 * SSML tags"; `alexa:name` from the personalization docs. An `<audio>` of the sound library begins with soundbank://.
 * The voices are those of the reference, and those of Amazon Polly that were announced for skills afterwards.
 */
const TAGS: Readonly<Record<string, TagRule | undefined>> = {
  'alexa:name': { needs: ['type', 'personId'], attributes: { type: oneOf('first'), personId: anything } },
  'amazon:domain': {
    needs: ['name'],
    attributes: { name: oneOf('conversational', 'fun', 'long-form', 'music', 'news') },
  },
  'amazon:effect': { needs: ['name'], attributes: { name: oneOf('whispered') } },
  'amazon:emotion': {
    needs: ['name', 'intensity'],
    attributes: { name: oneOf('excited', 'disappointed'), intensity: oneOf('low', 'medium', 'high') },
  },
  audio: { needs: ['src'], attributes: { src: matching(/^(?:https|soundbank):\/\/\S+$/u) } },
  break: {
    attributes: {
      strength: oneOf('none', 'x-weak', 'weak', 'medium', 'strong', 'x-strong'),
      time: matching(/^\s*\+?\d+(?:\.\d+)?m?s\s*$/u),
    },
  },
  emphasis: { attributes: { level: oneOf('strong', 'moderate', 'reduced') } },
  lang: { needs: ['xml:lang'], attributes: { 'xml:lang': oneOf(...LANGUAGES) } },
  p: { attributes: {} },
  phoneme: { needs: ['ph'], attributes: { alphabet: oneOf('ipa', 'x-sampa'), ph: anything } },
  prosody: {
    needsOneOf: ['rate', 'pitch', 'volume'],
    attributes: {
      rate: wordOrNumber(RATES, /^(\d+(?:\.\d+)?)%$/u, 20, Number.POSITIVE_INFINITY),
      pitch: wordOrNumber(LEVELS, /^([+-]\d+(?:\.\d+)?)%$/u, -33.3, 50),
      volume: wordOrNumber(VOLUMES, /^([+-]\d+(?:\.\d+)?)dB$/u, Number.NEGATIVE_INFINITY, 4.08),
    },
  },
  s: { attributes: {} },
  'say-as': {
    needs: ['interpret-as'],
    attributes: {
      'interpret-as': oneOf(
        ...['characters', 'spell-out', 'cardinal', 'number', 'ordinal', 'digits', 'fraction', 'unit', 'date'],
        ...['time', 'telephone', 'address', 'interjection', 'expletive'],
      ),
      format: oneOf('mdy', 'dmy', 'ymd', 'md', 'dm', 'ym', 'my', 'd', 'm', 'y'),
    },
  },
  speak: { attributes: { version: anything, xmlns: anything, 'xml:lang': anything } },
  sub: { needs: ['alias'], attributes: { alias: anything } },
  voice: { needs: ['name'], attributes: { name: oneOf(...VOICES) } },
  w: {
    needs: ['role'],
    attributes: { role: oneOf('amazon:VB', 'amazon:VBD', 'amazon:NN', 'amazon:SENSE_1') },
  },
};

/**
 * What is wrong with a tag by itself: its name, and the names and values of its attributes. What Alexa does with a number
 * outside of her bounds, or with an attribute that she does not know, is not documented [?]; here it does not refuse.
 */
export function faultsOfTag(name: string, attributes: Attributes): SsmlFault[] {
  const rule = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
  if (rule === undefined)
    return [{ sentence: `The SSML tag <${name}> is not known to Alexa.`, refused: true }];
  const faults: SsmlFault[] = [];
  for (const needed of (rule.needs ?? []).filter((one) => attributes[one] === undefined)) {
    faults.push({ sentence: `The SSML tag <${name}> has no ${needed}.`, refused: true });
  }
  const { needsOneOf = [] } = rule;
  if (needsOneOf.length > 0 && needsOneOf.every((one) => attributes[one] === undefined)) {
    faults.push({ sentence: `The SSML tag <${name}> has none of ${needsOneOf.join(', ')}.`, refused: true });
  }
  for (const [attribute, value = ''] of Object.entries(attributes)) {
    const check = Object.hasOwn(rule.attributes, attribute) ? rule.attributes[attribute] : undefined;
    if (check === undefined) {
      const sentence = `The SSML tag <${name}> has the attribute "${attribute}", which Alexa does not know.`;
      faults.push({ sentence, refused: false });
      continue;
    }
    const problem = check(value);
    if (problem === null) continue;
    const sentence = `The SSML tag <${name}> has the ${attribute} "${value}", which is ${
      problem === 'unknown' ? 'not known to Alexa' : "outside of Alexa's bounds"
    }.`;
    faults.push({ sentence, refused: problem === 'unknown' });
  }
  return faults;
}

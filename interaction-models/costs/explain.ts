/**
 * Shows how words are understood: `npm run explain -- MOMENT "WORDS"`, with a moment of examples/moments.json. It prints
 * the event, whether all the words are a phrase, the likeliest meanings, and how much each feature of the words speaks for
 * the first of them and against the second.
 */
import { fileURLToPath } from 'node:url';
import { refuse, scriptOptions } from '../../command-line/script-options.ts';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import { createClues } from '../../lambda/understanding/clues.ts';
import { wholePhrase } from '../../lambda/understanding/deciding.ts';
import { createJudge } from '../../lambda/understanding/evidence.ts';
import { createListener } from '../../lambda/understanding/listener.ts';
import { heardIn, isMoment, type Moment } from './examples.ts';

const SHOWN = 4;

/** What is understood of words that are said in a moment, and why, line by line. */
export function explained(moment: Moment, said: string): string[] {
  const { phrases } = enUS.hearing;
  const heard = heardIn(moment);
  const { event, judged, clues } = createListener(enUS).understand(said, heard);
  const lines = [`understood as ${JSON.stringify(event)}`];
  const [first, second] = judged;
  if (clues === null || first === undefined || second === undefined) return [...lines, 'as danger'];
  const phrase = wholePhrase(clues);
  if (phrase !== null) lines.push(`all of it is a phrase of ${phrase.meaning}`);
  const judge = createJudge(phrases.costs);
  // The features add up, so each alone tells what it does.
  const speaks = (feature: string): number => {
    const alone = new Map(judge([feature]).map(({ sense, probability }) => [sense, Math.log(probability)]));
    return (alone.get(first.sense) ?? 0) - (alone.get(second.sense) ?? 0);
  };
  const features = createClues(phrases)
    .features(clues)
    .map((feature) => ({ feature, speaks: speaks(feature) }))
    .filter(({ speaks }) => Math.abs(speaks) > 0.001)
    .sort((one, two) => two.speaks - one.speaks);
  return [
    ...lines,
    '',
    ...judged.slice(0, SHOWN).map(({ sense, probability }) => `${probability.toFixed(2)} ${sense}`),
    '',
    `for ${first.sense} and against ${second.sense}:`,
    ...features.map(({ feature, speaks }) => `${speaks.toFixed(2).padStart(6)} ${feature}`),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals } = scriptOptions(
    `npm run explain -- MOMENT "WORDS"

Shows how words are understood in a moment of interaction-models/examples/moments.json, and why.`,
    {},
    true,
  );
  const [moment = '', ...said] = positionals;
  if (!isMoment(moment)) refuse(`"${moment}" is not a moment of interaction-models/examples/moments.json`);
  console.log(explained(moment, said.join(' ')).join('\n'));
}

import type { Finding } from './finding.ts';
import rules from './rules/invocation-name-rules.json' with { type: 'json' };

// Source: Amazon's page below. "Only lower-case alphabetic characters, spaces between words, and possessive
// apostrophes", and periods for initials.
const LETTERS = "\\p{Ll}\\p{Lo}\\p{M}'.";
const ALLOWED = new RegExp(`^[${LETTERS}]+(?: [${LETTERS}]+)*$`, 'u');

/**
 * Checks an invocation name. Source: Amazon, "Choose the invocation name for a custom skill". The lists of words are
 * English, so that in another language only the characters and the number of words are checked.
 */
export function lintInvocationName(name: string, locale: string): Finding[] {
  const findings: Finding[] = [];
  const found = (rule: string, message: string): void => {
    findings.push({ rule, where: `invocation name "${name}"`, message });
  };
  const words = name
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '');
  if (!ALLOWED.test(name)) {
    found(
      'invocation-name-characters',
      'It may hold only lower-case letters, single spaces, possessive apostrophes and periods of initials.',
    );
  }
  if (words.length < 2)
    found('invocation-name-one-word', 'It needs two words at least, unless it is a brand of your own.');
  if (!locale.startsWith('en')) return findings;
  const among = (list: readonly string[]): string[] =>
    words.filter((word) => list.includes(word.replace(/'s$/, '')));
  for (const word of among(rules.launchPhrases)) {
    found('invocation-name-launch-phrase', `"${word}" is a launch phrase of Alexa.`);
  }
  for (const word of among(rules.connectingWords)) {
    found('invocation-name-connecting-word', `"${word}" is a connecting word of Alexa.`);
  }
  for (const word of among(rules.wakeWordsAndTerms)) {
    found('invocation-name-wake-word', `"${word}" is a wake word or a word reserved by Amazon.`);
  }
  if (words.length === 2) {
    for (const word of among(rules.notInTwoWords)) {
      found(
        'invocation-name-two-words',
        `A name of two words may not hold the article or preposition "${word}".`,
      );
    }
  }
  return findings;
}

/** Whether a spoken text ends with a question. */
export const asksQuestion = (text: string): boolean => /[?？؟]["'”’)\]»」]*$/u.test(text.trim());

const VERBS = 'say|tell|ask|try|choose|pick|select|name|give|answer|guess|repeat|spell|describe|share';

/**
 * How a sentence asks for an answer although it is no question: "Tell me a city", "Now say yes or no", "You can ask for
 * help", "Your turn".
 */
const PROMPTING = new RegExp(
  [
    `(?:^|[,;:]\\s*|\\b(?:and|or|please|now|just|then|so|can|could|may|to)\\s+)(?:${VERBS})\\b`,
    '\\b(?:let (?:me|us) know|go ahead|your (?:turn|move|guess|choice)|please|(?:yes|true) or (?:no|false))\\b',
  ].join('|'),
  'iu',
);

/**
 * Whether the last sentence of a spoken text asks for an answer without a question mark. Only English can be told; what
 * is said in another language is taken for a prompt.
 */
export function prompts(text: string, locale = 'en-US'): boolean {
  const last =
    text
      .trim()
      .split(/(?<=[.!…。！])\s*(?=\S)/u)
      .at(-1) ?? '';
  if (!/[\p{L}\p{N}]/u.test(last)) return false;
  return !locale.startsWith('en') || PROMPTING.test(last);
}

const SMALL = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const UNITS = new Map(SMALL.map((word, value) => [word, value]));
const TENS_OF = new Map(TENS.map((word, index) => [word, (index + 2) * 10]));
const SCALES = new Map([
  ['thousand', 1_000],
  ['million', 1_000_000],
]);

/** Reads a whole number from 0 to 999,999,999 in words or digits; null if it is not one. */
export function numberFrom(words: readonly string[]): number | null {
  const [first, ...others] = words;
  if (first === undefined) return null;
  if (others.length === 0 && /^\d{1,3}(,\d{3})+$|^\d{1,9}$/.test(first))
    return Number(first.replaceAll(',', ''));
  return fromWords(words);
}

function fromWords(words: readonly string[]): number | null {
  let total = 0;
  let lastScale = Number.POSITIVE_INFINITY;
  let group: string[] = [];
  for (const [index, word] of words.entries()) {
    const scale = SCALES.get(word);
    if (scale === undefined) {
      group.push(word);
      continue;
    }
    const count = belowThousand(group);
    if (count === null || scale >= lastScale) return null;
    total += count * scale;
    lastScale = scale;
    group = [];
    if (index === words.length - 1) return total;
  }
  if (lastScale !== Number.POSITIVE_INFINITY && group[0] === 'and') group = group.slice(1);
  const rest = belowThousand(group);
  return rest === null || (total > 0 && rest === 0) ? null : total + rest;
}

function belowThousand(words: readonly string[]): number | null {
  const hundred = words.indexOf('hundred');
  if (hundred < 0) return belowHundred(words);
  const count = hundred === 1 && words[0] === 'a' ? 1 : belowHundred(words.slice(0, hundred));
  if (hundred === 0 || count === null || count === 0 || count > 9) return null;
  const rest = words.slice(hundred + 1);
  if (rest.length === 0) return count * 100;
  const small = belowHundred(rest[0] === 'and' ? rest.slice(1) : rest);
  return small === null || small === 0 ? null : count * 100 + small;
}

function belowHundred(words: readonly string[]): number | null {
  const [first, second] = words;
  if (first === undefined || words.length > 2) return null;
  const tens = TENS_OF.get(first);
  if (tens === undefined) return second === undefined ? (UNITS.get(first) ?? null) : null;
  if (second === undefined) return tens;
  const unit = UNITS.get(second);
  return unit === undefined || unit === 0 || unit > 9 ? null : tens + unit;
}

/** Reads AMAZON.NUMBER: the number in digits ("twenty five" is "25"); null if it is not one. */
export function numberSlot(words: readonly string[]): string | null {
  const value = numberFrom(words);
  return value === null ? null : String(value);
}

/** Finds telephone numbers in a text, in words or in digits. */

const DIGITS: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  hundred: '00',
  thousand: '000',
};

const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3 };

/**
 * The numbers with three digits or more in a text, as they are dialled: "eight hundred, seven nine nine" is 800799. A
 * number can contain commas, hyphens and spaces. Anything else ends it.
 */
export function numbersIn(text: string): string[] {
  const numbers: string[] = [];
  let number = '';
  let times = 1;
  const end = (): void => {
    if (number.length >= 3) numbers.push(number);
    number = '';
    times = 1;
  };
  for (const token of text.toLocaleLowerCase().match(/\p{L}+|\d+|[^\p{L}\d\s,-]/gu) ?? []) {
    const digits = /^\d+$/u.test(token) ? token : DIGITS[token];
    if (digits !== undefined) {
      number += digits.repeat(times);
      times = 1;
    } else if (TIMES[token] !== undefined) times = TIMES[token];
    else end();
  }
  end();
  return numbers;
}

/**
 * The texts of a language: fills in parameters, and chooses the form for a number.
 *
 * `{{name}}` in a text is a parameter. A text with a number can have the forms `<key>_one` and `<key>_other`, named after
 * the plural categories of Unicode (https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules).
 */

/** The parameters of a text, by name. `count` chooses the form. */
export type Values = Readonly<Record<string, string | number>>;

/** The texts of a language. */
export interface Texts {
  locale: string;
  /**
   * A text with its parameters, which are not looked at for parameters again. A parameter without a value is left out.
   * A key without a text is returned itself.
   */
  text(key: string, values?: Values): string;
}

const PARAMETER = /\{\{(\w+)\}\}/g;

/**
 * The texts of a language, from a function that finds the one of a key.
 *
 * @param find - undefined if there is none
 * @param escaped - what is done to each parameter before it is filled in
 */
export function createTexts(
  locale: string,
  find: (key: string) => string | undefined,
  escaped: (value: string) => string,
): Texts {
  // Plural rules are loaded when they are first needed: most replies have no number.
  let plural: Intl.PluralRules | undefined;
  const formOf = (key: string, count: number): string => {
    plural ??= new Intl.PluralRules(locale);
    return `${key}_${plural.select(count)}`;
  };
  return {
    locale,
    text(key, values = {}) {
      const { count } = values;
      const form = typeof count === 'number' ? find(formOf(key, count)) : undefined;
      const text = form ?? find(key) ?? key;
      return text.replace(PARAMETER, (_, name: string) => escaped(String(values[name] ?? '')));
    },
  };
}

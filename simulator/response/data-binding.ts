/** The values that a data-binding expression can use, by name. */
export type Scope = Readonly<Record<string, unknown>>;

type Token = { readonly kind: 'number' | 'text' | 'name' | 'sign'; readonly value: string };

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([A-Za-z_@$][\w$]*)|(\?\?|[=!<>]=|&&|\|\||[-+*/%<>!?:()[\].]))/uy;

/** The precedence of the operators in APL's expressions; those with a higher number bind tighter. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '==': 4,
  '!=': 4,
  '<': 5,
  '>': 5,
  '<=': 5,
  '>=': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '%': 7,
};

/**
 * Evaluates the `${...}` expressions in a value as APL and APLA do. A string that is one expression becomes the value
 * of that expression; in any other string the values are inserted. Paths, literals, comparison, logic, arithmetic and
 * `a ? b : c` are supported; functions are not.
 *
 * @param onProblem is called with a sentence, without its full stop, for each expression that cannot be evaluated.
 * @returns the value. An expression that cannot be evaluated is undefined, or empty inside a text.
 */
export function bind(value: unknown, scope: Scope, onProblem: (problem: string) => void): unknown {
  if (typeof value !== 'string' || !value.includes('${')) return value;
  const whole = /^\$\{([^{}]*)\}$/u.exec(value);
  if (whole !== null) return evaluate(whole[1] ?? '', scope, onProblem);
  return value.replace(/\$\{([^{}]*)\}/gu, (_, expression: string) => {
    const part = evaluate(expression, scope, onProblem);
    return part === undefined || part === null ? '' : String(part);
  });
}

/**
 * Whether APL takes a value for true: all but false, 0, an empty text, and null, which stands for what is missing too.
 * Source: Alexa docs, "APL Data-Binding Syntax", "Truthy and Coercion".
 */
export const isTruthy = (value: unknown): boolean => ![false, 0, '', null, undefined].includes(value as null);

function evaluate(expression: string, scope: Scope, onProblem: (problem: string) => void): unknown {
  const tokens = tokenize(expression);
  if (tokens === null) {
    onProblem(`\${${expression}} cannot be read`);
    return undefined;
  }
  let position = 0;
  const peek = () => tokens[position];
  const take = (sign: string): boolean => {
    const token = peek();
    if (token?.kind !== 'sign' || token.value !== sign) return false;
    position += 1;
    return true;
  };
  const expect = (sign: string): void => {
    if (!take(sign)) throw new SyntaxError(expression);
  };

  const operand = (): unknown => {
    if (take('!')) return !operand();
    if (take('-')) return -Number(operand());
    if (take('(')) {
      const inner = conditional();
      expect(')');
      return inner;
    }
    const token = peek();
    position += 1;
    if (token === undefined || token.kind === 'sign') throw new SyntaxError(expression);
    if (token.kind === 'number') return Number(token.value);
    if (token.kind === 'text') return token.value;
    return path(constant(token.value, scope));
  };
  const path = (start: unknown): unknown => {
    let value = start;
    for (;;) {
      if (take('.')) {
        const name = peek();
        position += 1;
        if (name?.kind !== 'name') throw new SyntaxError(expression);
        value = property(value, name.value);
      } else if (take('[')) {
        value = property(value, conditional());
        expect(']');
      } else return value;
    }
  };
  const chain = (weakest: number): unknown => {
    let left = operand();
    for (;;) {
      const sign = peek();
      const strength = sign?.kind === 'sign' ? PRECEDENCE[sign.value] : undefined;
      if (sign === undefined || strength === undefined || strength < weakest) return left;
      position += 1;
      left = combine(sign.value, left, chain(strength + 1));
    }
  };
  const conditional = (): unknown => {
    const condition = chain(1);
    if (!take('?')) return condition;
    const yes = conditional();
    expect(':');
    const no = conditional();
    return condition ? yes : no;
  };

  try {
    const result = conditional();
    if (position < tokens.length) throw new SyntaxError(expression);
    if (result === undefined) onProblem(`\${${expression}} is not in the data`);
    return result;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    onProblem(`\${${expression}} cannot be read`);
    return undefined;
  }
}

function tokenize(expression: string): Token[] | null {
  const tokens: Token[] = [];
  const end = expression.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(expression);
    if (found === null) return null;
    const [, number, single, double, name, sign] = found;
    const text = single ?? double;
    if (number !== undefined) tokens.push({ kind: 'number', value: number });
    else if (text !== undefined) tokens.push({ kind: 'text', value: text.replace(/\\(.)/gu, '$1') });
    else if (name !== undefined) tokens.push({ kind: 'name', value: name });
    else tokens.push({ kind: 'sign', value: sign ?? '' });
  }
  return tokens;
}

const CONSTANTS: Scope = { true: true, false: false, null: null };

function constant(name: string, scope: Scope): unknown {
  const values = [scope, CONSTANTS].find((it) => Object.hasOwn(it, name));
  return values?.[name];
}

function property(value: unknown, key: unknown): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  if (Array.isArray(value)) return key === 'length' ? value.length : value[Number(key)];
  return Object.hasOwn(value, String(key)) ? (value as Scope)[String(key)] : undefined;
}

function combine(sign: string, left: unknown, right: unknown): unknown {
  switch (sign) {
    case '??':
      return left ?? right;
    case '||':
      return left || right;
    case '&&':
      return left && right;
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return Number(left) < Number(right);
    case '>':
      return Number(left) > Number(right);
    case '<=':
      return Number(left) <= Number(right);
    case '>=':
      return Number(left) >= Number(right);
    case '+':
      return typeof left === 'number' && typeof right === 'number' ? left + right : `${left}${right}`;
    case '-':
      return Number(left) - Number(right);
    case '*':
      return Number(left) * Number(right);
    case '/':
      return Number(left) / Number(right);
    default:
      return Number(left) % Number(right);
  }
}

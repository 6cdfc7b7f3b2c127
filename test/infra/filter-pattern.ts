/**
 * Whether a line of a JSON log matches a filter pattern of CloudWatch. It supports the part of the syntax that the
 * stack uses: `=` and `!=` with a string, `>` with a number, "any value" (`= "*"`), and terms in parentheses joined by
 * `&&` and `||` (Amazon CloudWatch Logs, "Filter pattern syntax").
 *
 * @throws Error for a pattern with any other syntax
 */
export function matches(pattern: string, line: Readonly<Record<string, unknown>>): boolean {
  const inside = /^\{ (.*) \}$/.exec(pattern)?.[1];
  if (inside === undefined) throw new Error(`${pattern}: this is not a pattern for JSON`);
  return holds(inside, line);
}

function holds(expression: string, line: Readonly<Record<string, unknown>>): boolean {
  const parts = split(expression);
  if (parts === null) return term(expression, line);
  const results = parts.terms.map((one) => holds(one, line));
  return parts.by === '||' ? results.includes(true) : !results.includes(false);
}

/** The terms in parentheses that an expression joins, and the operator between them; null for a single term. */
function split(expression: string): { by: string; terms: string[] } | null {
  if (!expression.startsWith('(')) return null;
  const terms: string[] = [];
  let by = '';
  let depth = 0;
  let from = 0;
  for (let at = 0; at < expression.length; at += 1) {
    if (expression[at] === '(' && depth++ === 0) from = at + 1;
    if (expression[at] === ')' && --depth === 0) terms.push(expression.slice(from, at));
    if (depth === 0 && /^(&&|\|\|)/.test(expression.slice(at))) by = expression.slice(at, at + 2);
  }
  return { by, terms };
}

function term(expression: string, line: Readonly<Record<string, unknown>>): boolean {
  const [, field = '', operator, text, number] =
    /^\$\.(\w+) (=|!=|>) (?:"([^"]*)"|([\d.]+))$/.exec(expression) ?? [];
  const value = line[field];
  switch (operator) {
    case '=':
      return text === '*' ? value !== undefined : value === text;
    case '!=':
      return value !== undefined && value !== text;
    case '>':
      return typeof value === 'number' && value > Number(number);
    default:
      throw new Error(`${expression}: this term is not supported`);
  }
}

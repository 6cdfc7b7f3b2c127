import { asArray, asString, isRecord, type JsonRecord } from '../json-value.ts';
import { itemsOf, scopeOf } from './apla.ts';
import { bind, isTruthy, type Scope } from './data-binding.ts';

/** What a screen shows: its text, and the token that is sent with a touch. */
export interface Screen {
  readonly text: string;
  readonly token: string | undefined;
}

/** Layouts nested deeper than this are taken for an endless loop. */
const MOST_NESTED = 40;

/**
 * Reads the text that an `Alexa.Presentation.APL.RenderDocument` directive shows: one line for each Text component,
 * from top to bottom, at the moment when the document is shown. Data binding, custom layouts, `when`, `display` and
 * `data` are applied.
 *
 * @param viewport the value of `viewport` in the document.
 */
export function readScreen(directive: JsonRecord, viewport: Scope): Screen {
  const { document } = directive;
  const token = asString(directive.token);
  if (!isRecord(document) || !isRecord(document.mainTemplate)) return { text: '', token };
  const layouts = isRecord(document.layouts) ? document.layouts : {};
  const resources = Object.assign({}, ...asArray(document.resources).flatMap(resourcesOf));
  const scope = { ...scopeOf(document.mainTemplate, directive.datasources), viewport, elapsedTime: 0 };
  const lines: string[] = [];
  const resolve = (value: unknown, within: Scope) => bind(value, within, () => {});

  const show = (item: unknown, within: Scope, depth: number): void => {
    if (Array.isArray(item)) {
      const first = item.find((candidate) => isRecord(candidate) && shown(candidate, within));
      show(first, within, depth);
      return;
    }
    if (!isRecord(item) || depth > MOST_NESTED || !shown(item, within)) return;
    const type = asString(item.type) ?? '';
    const layout = layouts[type];
    if (isRecord(layout)) {
      show(layout.items ?? layout.item, { ...within, ...argumentsOf(layout, item, within) }, depth + 1);
      return;
    }
    if (type === 'Text') {
      const text = plain(String(resolve(item.text, within) ?? ''));
      if (text !== '') lines.push(text);
    }
    const data = resolve(item.data, within);
    show(item.firstItem, within, depth + 1);
    if (Array.isArray(data)) {
      data.forEach((datum, index) => {
        show(item.items ?? item.item, { ...within, data: datum, index, length: data.length }, depth + 1);
      });
    } else {
      for (const child of itemsOf(item)) show(child, within, depth + 1);
    }
    show(item.lastItem, within, depth + 1);
  };
  const shown = (item: JsonRecord, within: Scope): boolean => {
    const isDisplayed = item.display === undefined || resolve(item.display, within) === 'normal';
    return isDisplayed && (item.when === undefined || isTruthy(resolve(item.when, within)));
  };
  const argumentsOf = (layout: JsonRecord, item: JsonRecord, within: Scope): Scope =>
    Object.fromEntries(
      asArray(layout.parameters).map((parameter) => {
        const name = String(isRecord(parameter) ? parameter.name : parameter);
        const value = item[name] ?? (isRecord(parameter) ? parameter.default : undefined);
        return [name, resolve(value, within)];
      }),
    );

  show(itemsOf(document.mainTemplate), { ...resources, ...scope }, 0);
  return { text: lines.join('\n'), token };
}

/** The resources of a document, each under the name `@name` by which expressions use it. */
function resourcesOf(block: unknown): JsonRecord[] {
  if (!isRecord(block)) return [];
  return Object.values(block)
    .filter(isRecord)
    .map((values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [`@${name}`, value])));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The text of a Text component without its markup. */
const plain = (text: string): string =>
  text
    .replace(/<br\s*\/?>/gu, ' ')
    .replace(/<\/?[a-z][^>]*>/giu, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/gu, ' ')
    .trim();

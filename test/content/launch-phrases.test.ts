/** Three ways to open the skill are taught, and each that is taught anywhere opens it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { invocationNameOf } from '../../interaction-models/model-facts.ts';
import { locales } from '../../lambda/content/locales.ts';
import type { LineKey } from '../../lambda/conversation/model/lines.ts';
import { parseInvocation } from '../../simulator/understanding/invocation.ts';
import { model } from '../model.ts';
import { variantsOf } from './wordings.ts';

const WAYS = ['start our check-in', 'open our check-in', 'open our check-in skill'];

/** What a text tells people to say after the wake word, if it names the skill and asks it for nothing. */
function launchesIn(text: string): string[] {
  const found = text.matchAll(/Alexa,? ((?:start|open) our check-?in(?: skill)?)(?![\w-])/giu);
  return [...found].map(([, said = '']) => said.toLowerCase().replace('checkin', 'check-in'));
}

const page = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8').replace(/\s+/gu, ' ');

describe.each(locales.map((content) => [content.locale, content] as const))('in %s', (_, content) => {
  const taught = (Object.keys(content.lines) as LineKey[]).flatMap((key) =>
    variantsOf(content, key).flatMap(launchesIn),
  );

  test('three ways to open the skill are spoken', () => {
    expect([...new Set(taught)].sort()).toEqual([...WAYS].sort());
  });

  test('no other way is told, except to ask or tell the skill something', () => {
    const others = (Object.keys(content.lines) as LineKey[]).flatMap((key) =>
      variantsOf(content, key).filter(
        (text) =>
          (text.match(/say, Alexa, (?!ask|tell)[^,.]*our check/giu)?.length ?? 0) > launchesIn(text).length,
      ),
    );
    expect(others).toEqual([]);
  });
});

test.each(['README.md', 'docs/deploy.md', 'docs/alexa-plus.md', 'infra/skill-package/listing.json'])(
  'three ways to open the skill are taught in %s',
  (name) => {
    expect([...new Set(launchesIn(page(name)))].sort()).toEqual([...WAYS].sort());
  },
);

test.each(WAYS)('"%s" opens the skill', (way) => {
  expect(parseInvocation(invocationNameOf(model), way)).toEqual({ kind: 'launch' });
});

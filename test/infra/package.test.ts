import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFaults } from '../../infra/skill-package/package-faults.ts';
import { packageFiles } from '../../infra/skill-package/package-files.ts';
import { EXAMPLES } from '../../infra/skill-package/parameters.ts';
import { runPackage } from '../../infra/skill-package/run-package.ts';

const PATHS = [
  'assets/images/icon-108.png',
  'assets/images/icon-512.png',
  'interactionModels/custom/en-AU.json',
  'interactionModels/custom/en-CA.json',
  'interactionModels/custom/en-GB.json',
  'interactionModels/custom/en-IN.json',
  'interactionModels/custom/en-US.json',
  'skill.json',
];
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const good = packageFiles(EXAMPLES);

/** The same package with two locales, which is faster to check and is enough to test faults. */
const small = new Map([...good].filter(([path]) => !/en-(?:AU|CA|IN)\.json$/u.test(path)));
small.set('skill.json', Buffer.from(JSON.stringify(withTwoLocales(textOf(good, 'skill.json')))));

function withTwoLocales(text: string): unknown {
  const envelope = JSON.parse(text);
  const { publishingInformation, privacyAndCompliance } = envelope.manifest;
  for (const { locales } of [publishingInformation, privacyAndCompliance])
    for (const locale of ['en-AU', 'en-CA', 'en-IN']) delete locales[locale];
  return envelope;
}

function textOf(files: ReadonlyMap<string, Buffer>, path: string): string {
  return files.get(path)?.toString('utf8') ?? '';
}

/** The small package with one file changed. */
function packageWith(path: string, change: (text: string) => string | null): Map<string, Buffer> {
  const files = new Map(small);
  const changed = change(textOf(files, path));
  if (changed === null) files.delete(path);
  else files.set(path, Buffer.from(changed));
  return files;
}

/** The faults of the small package with a changed manifest. */
// biome-ignore lint/suspicious/noExplicitAny: tests put any value into the manifest
function manifestWith(change: (manifest: any) => void): string[] {
  const files = packageWith('skill.json', (text) => {
    const envelope = JSON.parse(text);
    change(envelope.manifest);
    return JSON.stringify(envelope);
  });
  return packageFaults(files);
}

describe('A package', () => {
  it('contains a manifest, a model for each locale, and two icons', () => {
    expect([...good.keys()].sort()).toEqual(PATHS);
  });

  it('has no faults', () => {
    expect(packageFaults(good)).toEqual([]);
    expect(packageFaults(small)).toEqual([]);
  });

  it('contains the icons that the manifest names', () => {
    const { manifest } = JSON.parse(textOf(good, 'skill.json'));
    for (const { smallIconUri, largeIconUri } of Object.values<Record<string, string>>(
      manifest.publishingInformation.locales,
    ))
      for (const uri of [smallIconUri, largeIconUri]) expect(PATHS).toContain(uri?.replace('file://', ''));
  });
});

describe('A package is refused', () => {
  it.each([
    ['a summary that is too long', (one: Listing) => (one.summary = 'a'.repeat(161)), /summary.*160/u],
    [
      'a description that is too long',
      (one: Listing) => (one.description = 'a'.repeat(4_001)),
      /description.*4000/u,
    ],
    ['an empty description', (one: Listing) => (one.description = ' '), /description is empty/u],
    ['a name of one letter', (one: Listing) => (one.name = 'O'), /name.*2/u],
    ['a phrase that is too long', (one: Listing) => (one.examplePhrases[0] = 'a'.repeat(201)), /200/u],
    ['two phrases', (one: Listing) => one.examplePhrases.pop(), /Three example phrases/u],
    [
      'a phrase without the name',
      (one: Listing) => (one.examplePhrases[0] = 'Alexa, next'),
      /does not call/u,
    ],
    [
      '31 keywords',
      (one: Listing) => (one.keywords = Array.from({ length: 31 }, (_, at) => `k${at}`)),
      /30/u,
    ],
    ['a keyword twice', (one: Listing) => one.keywords.push('couples'), /twice/u],
    [
      '"Alexa skill" after the name',
      (one: Listing) => (one.summary = 'Our Check-In Alexa skill'),
      /follows the name/u,
    ],
    ['an icon of another size', (one: Listing) => (one.smallIconUri = one.largeIconUri), /108 pixels/u],
    [
      'a property of no schema',
      (one: Listing) => Object.assign(one, { motto: 'a' }),
      /does not know: "motto"/u,
    ],
  ])('with %s', (_, change, fault) => {
    const faults = manifestWith((manifest) => change(manifest.publishingInformation.locales['en-US']));
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it('with a permission or an event that Amazon does not know', () => {
    expect(manifestWith((one) => one.permissions.push({ name: 'alexa::secrets:read' }))).not.toEqual([]);
    expect(manifestWith((one) => one.events.subscriptions.push({ eventName: 'A' }))).not.toEqual([]);
  });

  it('without a policy, or terms', () => {
    const faults = manifestWith((one) => {
      delete one.privacyAndCompliance.locales['en-GB'].privacyPolicyUrl;
      delete one.privacyAndCompliance.locales['en-US'];
    });
    expect(faults).toEqual([
      'skill.json: en-US has no privacy policy.',
      'skill.json: en-US has no terms of use.',
      'skill.json: en-GB has no privacy policy.',
    ]);
  });

  it('with a listing but no model, or a model but no listing', () => {
    const path = 'interactionModels/custom/en-GB.json';
    expect(packageFaults(packageWith(path, () => null))).toEqual([
      'skill.json: en-GB has no interaction model without faults.',
    ]);
    expect(manifestWith((one) => delete one.publishingInformation.locales['en-GB'])).toEqual([
      'skill.json: en-GB has a model, but no listing.',
    ]);
  });

  it('with a model that the linter or the schema refuses', () => {
    const path = 'interactionModels/custom/en-GB.json';
    const faults = packageFaults(
      packageWith(path, (text) => text.replace('"call nine nine nine"', '"call 999!"')),
    );
    expect(faults[0]).toMatch(/en-GB\.json: EmergencyIntent: "call 999!".*sample-characters/u);
  });

  it.each(['', '[', 'null', '{}', '{"manifest":{}}'])('with a file that is not a manifest: %j', (text) => {
    expect(packageFaults(packageWith('skill.json', () => text))).not.toEqual([]);
  });

  it('with an icon that is not a PNG', () => {
    const faults = packageFaults(packageWith('assets/images/icon-512.png', () => 'a picture'));
    expect(faults[0]).toBe('skill.json: en-US: The icon of 512 pixels is not in the package.');
  });
});

describe('npm run package', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'skill-package-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pathsIn = (where: string): string[] =>
    readdirSync(where, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(where.length + 1))
      .sort();

  it('writes the package, and says which values are only examples', () => {
    const out = join(folder, 'written');
    const printed = execFileSync('npm', ['run', '--silent', 'package', '--', '--example', '--out', out], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    expect(pathsIn(out)).toEqual(PATHS);
    for (const path of PATHS)
      expect(readFileSync(join(out, path)).equals(good.get(path) as Buffer), path).toBe(true);
    expect(printed).toContain('Not to be published:');
    expect(printed).toContain(EXAMPLES.privacy);
  });

  it('replaces an older package, and nothing else in the folder', () => {
    const out = join(folder, 'older');
    run(['--example', '--out', out]);
    const left = join(out, 'interactionModels/custom/de-DE.json');
    const other = join(out, 'notes.txt');
    for (const path of [left, other]) writeFileSync(path, 'older');
    run(['--example', '--out', out]);
    expect(existsSync(left)).toBe(false);
    expect(existsSync(other)).toBe(true);
  });

  it('writes nothing without its parameters, and says what to do', () => {
    const out = join(folder, 'never');
    const { code, out: printed, err } = run(['--out', out]);
    expect(code).toBe(2);
    expect(printed).toBe('');
    expect(err.trim().split('\n')).toHaveLength(3);
    expect(existsSync(out)).toBe(false);
  });

  it('says which folder it cannot write', () => {
    const out = join(folder, 'a-file');
    writeFileSync(out, 'in the way');
    expect(run(['--example', '--out', out])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(`${out} cannot be written`),
    });
  });

  it('ends in one line if an error comes that nobody foresaw, and shows its stack with --verbose', () => {
    const environment = {
      get SKILL_ENDPOINT(): string {
        throw new TypeError('no such thing');
      },
    };
    const line = 'npm run package failed: no such thing (TypeError).';
    const brief = run(['--example'], environment);
    expect(brief).toEqual({ code: 1, out: '', err: `${line} Add --verbose to see where.\n` });
    const { code, err } = run(['--example', '--verbose'], environment);
    expect(code).toBe(1);
    expect(err.startsWith(`${line}\nTypeError: no such thing\n    at `)).toBe(true);
  });

  it('prints its help', () => {
    expect(run(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('--endpoint ARN'),
      err: '',
    });
  });
});

interface Listing {
  name: string;
  summary: string;
  description: string;
  examplePhrases: string[];
  keywords: string[];
  smallIconUri: string;
  largeIconUri: string;
}

function run(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): { code: number; out: string; err: string } {
  const printed = { out: '', err: '' };
  const code = runPackage(args, environment, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
  });
  return { code, ...printed };
}

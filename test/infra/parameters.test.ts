import { describe, expect, it } from 'vitest';
import { EXAMPLES, ParametersError, readParameters } from '../../infra/skill-package/parameters.ts';

const GIVEN = {
  endpoint: 'arn:aws:lambda:eu-west-1:210987654321:function:check-in:live',
  privacy: 'https://ana.example.org/privacy',
  terms: 'https://ana.example.org/terms',
};
const FLAGS = Object.entries(GIVEN).flatMap(([name, value]) => [`--${name}`, value]);

function refusalOf(args: readonly string[], environment = {}): readonly string[] {
  try {
    readParameters(args, environment);
  } catch (error) {
    if (error instanceof ParametersError) return error.sentences;
    throw error;
  }
  return [];
}

describe('The parameters of a package', () => {
  it('are read from flags', () => {
    expect(readParameters([...FLAGS, '--out', 'there'], {})).toEqual({
      help: false,
      deployment: GIVEN,
      out: 'there',
      examples: [],
    });
  });

  it('are read from the environment, but a flag takes precedence', () => {
    const environment = {
      SKILL_ENDPOINT: GIVEN.endpoint,
      SKILL_PRIVACY_URL: GIVEN.privacy,
      SKILL_TERMS_URL: 'https://bo.example.org/terms',
    };
    const { deployment, out } = readParameters(['--terms', GIVEN.terms], environment);
    expect(deployment).toEqual(GIVEN);
    expect(out).toBe('build/skill-package');
    expect(readParameters(FLAGS, { SKILL_PACKAGE_DIR: 'elsewhere' }).out).toBe('elsewhere');
  });

  it('are refused if they are missing, with what to do about each', () => {
    const sentences = refusalOf([]);
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toMatch(/endpoint.*deploy.*--endpoint or SKILL_ENDPOINT/u);
    expect(sentences[1]).toMatch(/docs\/privacy-policy\.md.*--privacy or SKILL_PRIVACY_URL/u);
    expect(sentences[2]).toMatch(/docs\/terms\.md.*--terms or SKILL_TERMS_URL/u);
    expect(refusalOf(['--endpoint', ' '])).toEqual(sentences);
  });

  it('are examples only if that is asked for, and the result says which', () => {
    const all = readParameters(['--example'], {});
    expect(all.deployment).toEqual(EXAMPLES);
    expect(all.examples).toHaveLength(3);
    const some = readParameters(['--example', '--endpoint', GIVEN.endpoint], {});
    expect(some.deployment).toEqual({ ...EXAMPLES, endpoint: GIVEN.endpoint });
    expect(some.examples).toEqual([
      `--privacy is an example: ${EXAMPLES.privacy}`,
      `--terms is an example: ${EXAMPLES.terms}`,
    ]);
  });

  it.each([
    'arn:aws:lambda:eu-west-1:210987654321:function:check-in',
    'arn:aws:lambda:eu-west-1:210987654321:function:check-in:$LATEST',
    'arn:aws:lambda:eu-west-1:210987654321:function:check-in:7',
    'arn:aws:lambda:eu-west-1:21:function:check-in:live',
    'https://ana.example.org/alexa',
  ])('accept only an alias as the endpoint, not %s', (endpoint) => {
    expect(refusalOf([...FLAGS, '--endpoint', endpoint])).toEqual([
      expect.stringContaining('is not the ARN of an alias'),
    ]);
  });

  it('accept no region whose functions Alexa cannot call', () => {
    const endpoint = GIVEN.endpoint.replace('eu-west-1', 'eu-central-1');
    expect(refusalOf([...FLAGS, '--endpoint', endpoint])).toEqual([
      expect.stringMatching(/eu-central-1.*us-east-1, eu-west-1, us-west-2/u),
    ]);
  });

  it.each([
    'http://ana.example.org/privacy',
    'ana.example.org',
    'https://localhost/privacy',
    'file:///privacy',
  ])('accept only a public address, not %s', (address) => {
    expect(refusalOf([...FLAGS, '--privacy', address])).toEqual([
      expect.stringContaining('is not a public address'),
    ]);
  });

  it('are refused with all faults at once', () => {
    expect(refusalOf(['--endpoint', 'here', '--terms', 'there'])).toHaveLength(3);
  });

  it('are refused with an unknown flag', () => {
    expect(refusalOf(['--stage', 'live'])).toEqual([expect.stringMatching(/--stage.*See --help/u)]);
    expect(refusalOf(['live'])).toHaveLength(1);
  });

  it('are not needed for --help', () => {
    expect(readParameters(['--help'], {}).help).toBe(true);
  });
});

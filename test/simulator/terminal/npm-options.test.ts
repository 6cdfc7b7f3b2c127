import { expect, test } from 'vitest';
import { refuseOptionsOfNpm } from '../../../simulator/terminal/npm-options.ts';

const RUN = { npm_lifecycle_event: 'simulate', npm_config_yes: '', npm_config_prefix: '/usr' };

test.each([
  [[], { npm_config_json: 'true' }, '--json'],
  [['memory'], { npm_config_data: 'true' }, '--data'],
  [[], { npm_config_web: '' }, '--no-web'],
  [['hi there'], { npm_config_parseable: 'true' }, '--parse'],
])('%j that npm left of an option, with %j, is explained', (args, variables, option) => {
  expect(() => refuseOptionsOfNpm(args, { ...RUN, ...variables })).toThrow(
    expect.objectContaining({
      code: 'bad-option',
      message: `npm took ${option} for itself. Put -- before the options, as in: npm run --silent simulate -- ${option}`,
    }),
  );
});

test.each([
  ['no option at all', [], RUN],
  ['options behind the --, whatever npm is set to', ['--json'], { ...RUN, npm_config_json: 'true' }],
  ['another script', [], { npm_lifecycle_event: 'test', npm_config_json: 'true' }],
  ['a start without npm', [], {}],
])('%s is left alone', (_name, args, environment) => {
  expect(() => refuseOptionsOfNpm(args, environment)).not.toThrow();
});

/** The asset in an environment that lacks something: it says what, before it answers anybody. */
import { describe, expect, it } from 'vitest';
import { anEcho } from '../../alexa/envelopes.ts';
import { opensMicrophone } from '../../alexa/responses.ts';
import { asDeployed } from './as-deployed.ts';
import { anAsset, logOf, nodes, quick, skillIn, whySkipped } from './asset.ts';

const asset = anAsset();

const NEEDED = ['TABLE_NAME', 'SKILL_ID'];
const lacking: [what: string, missing: string[], change: (given: Record<string, string>) => void][] = [
  ...NEEDED.flatMap((name): typeof lacking => [
    [
      `without ${name}`,
      [name],
      (given) => {
        delete given[name];
      },
    ],
    [
      `with an empty ${name}`,
      [name],
      (given) => {
        given[name] = '';
      },
    ],
  ]),
  [
    'without either',
    NEEDED,
    (given) => {
      for (const name of NEEDED) delete given[name];
    },
  ],
];

describe.skipIf(quick).each(nodes)(`the asset on Node.js $version${whySkipped}`, ({ node }) => {
  it.each(lacking)('%s does not begin, and names it in a sentence', async (_what, missing, change) => {
    const environment = asDeployed(asset.database.endpoint);
    change(environment);
    const runtime = await asset.on(node, environment);
    asset.database.take();

    const invocation = await runtime.invoke({});

    expect(invocation).toMatchObject({ ok: false, during: 'init', errorType: 'Error' });
    const { errorMessage } = invocation as { errorMessage: string };
    const [name] = /^[A-Z_]+(?=: expected in the environment, found nothing\.)/.exec(errorMessage) ?? [];
    expect(missing).toContain(name);
    // It is in the log as well, where whoever deployed it looks first.
    expect(logOf(runtime)).toMatchObject([{ level: 'ERROR', message: { errorMessage } }]);
    expect(asset.database.take().requests).toEqual({});
  });

  it('without what only sets the log answers all the same', async () => {
    const environment = asDeployed(asset.database.endpoint);
    for (const name of Object.keys(environment)) if (name.startsWith('POWERTOOLS_')) delete environment[name];
    const runtime = await asset.on(node, environment);
    expect(opensMicrophone(await anEcho(skillIn(runtime)).launch())).toBe(true);
  });
});

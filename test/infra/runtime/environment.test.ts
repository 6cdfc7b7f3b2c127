/** The asset without an environment variable that it needs: it says which one, before it answers any request. */
import { describe, expect, it } from 'vitest';
import { asDeployed } from './as-deployed.ts';
import { anAsset, logOf, nodes, quick, whySkipped } from './asset.ts';

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
  it.each(lacking)(
    '%s does not start, and names the variable in its error',
    async (_what, missing, change) => {
      const environment = asDeployed(asset.database.endpoint);
      change(environment);
      const runtime = await asset.on(node, environment);
      asset.database.take();

      const invocation = await runtime.invoke({});

      expect(invocation).toMatchObject({ ok: false, during: 'init', errorType: 'Error' });
      const { errorMessage } = invocation as { errorMessage: string };
      const [name] = /^[A-Z_]+(?=: expected in the environment, found nothing\.)/.exec(errorMessage) ?? [];
      expect(missing).toContain(name);
      // The error is in the log as well, where a deployer looks first.
      expect(logOf(runtime)).toMatchObject([{ level: 'ERROR', message: { errorMessage } }]);
      expect(asset.database.take().requests).toEqual({});
    },
  );
});

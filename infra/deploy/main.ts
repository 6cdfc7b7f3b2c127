/** `npm run deploy`, `npm run destroy` and `npm run ask`. */
import { realDependencies } from './real-dependencies.ts';
import { runCommand } from './run-command.ts';

// Node.js 20 is enough here, and the SDK's advice to upgrade is not for the person who deploys.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

process.exitCode = await runCommand(process.argv.slice(2), realDependencies(process.env), (text) =>
  process.stderr.write(text),
);

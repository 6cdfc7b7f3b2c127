/**
 * The CDK app that `cdk` runs (see cdk.json). It reads the settings, bundles the handler, builds the stack and checks
 * it with cdk-nag.
 */
import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleInto } from './bundle.ts';
import { EXAMPLE_SKILL_ID, readSettings, SettingsError, STACK } from './settings.ts';
import { OurCheckInStack } from './stack.ts';

const BUNDLE = fileURLToPath(new URL('../dist/lambda', import.meta.url));

function build(): void {
  const app = new App();
  const settings = readSettings((name) => app.node.tryGetContext(name), process.env);
  if (settings.skillId === EXAMPLE_SKILL_ID)
    console.error(
      'No skill id was given, so the template contains an example id: read it, but do not deploy it. Give yours as ' +
        '`-c skillId=<id>`.',
    );
  bundleInto(BUNDLE);
  new OurCheckInStack(app, STACK, settings, Code.fromAsset(BUNDLE));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
}

try {
  build();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

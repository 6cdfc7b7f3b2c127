import { runPackage } from './run-package.ts';

process.exitCode = runPackage(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});

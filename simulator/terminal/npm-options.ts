import { SimulatorError } from '../simulator-error.ts';

/** The scripts of package.json that start the simulator. */
const SCRIPTS: readonly (string | undefined)[] = ['start', 'simulate'];

/**
 * Options that npm takes for its own if `--` is missing, with the variables in which npm gives them to a script.
 * `--help`, `--version` and `--user` are not among them: npm answers the first two, and can have the third from its
 * own settings.
 */
const TAKEN: Readonly<Record<string, readonly [variable: string, value?: string]>> = {
  '--json': ['npm_config_json', 'true'],
  '--parse': ['npm_config_parse'],
  '--state': ['npm_config_state'],
  '--data': ['npm_config_data'],
  '--device': ['npm_config_device'],
  '--device-id': ['npm_config_device_id'],
  '--locale': ['npm_config_locale'],
  '--at': ['npm_config_at'],
  '--timezone': ['npm_config_timezone'],
  '--seed': ['npm_config_seed'],
  '--strict': ['npm_config_strict'],
  '--script': ['npm_config_script'],
  '--no-elicit': ['npm_config_elicit', ''],
  '--no-web': ['npm_config_web', ''],
};

/**
 * Finds options that npm has kept for itself, as in `npm run simulate --json`.
 *
 * @param args the arguments that reached the script.
 * @throws {SimulatorError} `bad-option`, with the right form, if there are any.
 */
export function refuseOptionsOfNpm(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const script = environment.npm_lifecycle_event;
  // With an option that has arrived, the others were given behind the `--` too.
  if (!SCRIPTS.includes(script) || args.some((arg) => arg.startsWith('-'))) return;
  const taken = Object.entries(TAKEN).flatMap(([option, [variable, value]]) => {
    const found = environment[variable];
    return found === undefined || (value !== undefined && found !== value) ? [] : [option];
  });
  // npm takes --parse for an abbreviation.
  if (args.length > 0 && environment.npm_config_parseable === 'true') taken.push('--parse');
  if (taken.length === 0) return;
  throw new SimulatorError(
    'bad-option',
    `npm took ${taken.join(', ')} for itself. Put -- before the options, as in: npm run --silent simulate -- ${taken[0]}`,
  );
}

import { createHash, randomUUID } from 'node:crypto';

/** The skill id in every simulated request. */
export const SKILL_ID = 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000';

/** The skill's name, as Alexa says it. */
export const SKILL_NAME = 'Our Check-In';

const ACCOUNT = 'amzn1.ask.account.';

/**
 * The account id for a short user name, the same in every process. A full id is returned as it is.
 *
 * @param enablements how often the skill was enabled again: each time, Amazon gives the account another id. Source:
 *   Request and Response JSON Reference, "User object".
 */
export const userIdOf = (user: string, enablements = 0): string => {
  const first = user.startsWith(ACCOUNT) ? user : ACCOUNT + digest('user', user);
  return enablements === 0 ? first : ACCOUNT + digest('user', first, String(enablements));
};

/** The device id for the name of a user's device, the same in every process. */
export const deviceIdOf = (user: string, device: string): string =>
  `amzn1.ask.device.${digest('device', userIdOf(user), device)}`;

/** The person id for the name of a recognised voice, the same in every process. */
export const personIdOf = (user: string, name: string): string =>
  `amzn1.ask.person.${digest('person', userIdOf(user), name.toLowerCase())}`;

const RUN = randomUUID();

/** The access token for a user, in this process alone. Only the simulated services accept it. */
export const tokenOf = (user: string, enablements = 0): string =>
  `simulated-${digest('token', RUN, userIdOf(user, enablements))}`;

/**
 * Creates a sequence of ids from a seed. The same seed gives the same ids in the same order.
 *
 * @returns a function that takes a prefix, e.g. `amzn1.echo-api.request`, and returns the next id with that prefix.
 */
export function idsFrom(seed: string): (prefix: string) => string {
  let drawn = 0;
  return (prefix) => {
    drawn += 1;
    const hex = digest('id', seed, String(drawn)).toLowerCase();
    const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
    return `${prefix}.${uuid.join('-')}`;
  };
}

const digest = (...parts: string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').toUpperCase().slice(0, 52);

import { createHash } from 'node:crypto';

/** The skill id of every simulated request. */
export const SKILL_ID = 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000';

/** The skill's name, as Alexa says it. */
export const SKILL_NAME = 'Our Check-In';

const ACCOUNT = 'amzn1.ask.account.';

/** The account id of a short user name, the same in every process; a full id is left as it is. */
export const userIdOf = (user: string): string =>
  user.startsWith(ACCOUNT) ? user : ACCOUNT + digest('user', user);

/** The device id of a user's device by its name, the same in every process. */
export const deviceIdOf = (user: string, device: string): string =>
  `amzn1.ask.device.${digest('device', userIdOf(user), device)}`;

/** The person id of a recognised voice in a household. */
export const personIdOf = (user: string, name: string): string =>
  `amzn1.ask.person.${digest('person', userIdOf(user), name.toLowerCase())}`;

/** The dummy access token of a user; it opens nothing. */
export const tokenOf = (user: string): string => `simulated-${digest('token', userIdOf(user))}`;

/**
 * Ids drawn one after the other from a seed: the same seed gives the same ids in the same order.
 * @returns a function from a prefix, e.g. `amzn1.echo-api.request`, to the next id with it.
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

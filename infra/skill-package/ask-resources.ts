/** Profiles that need no configuring: the one that `ask configure` makes, and the one for logins in the environment. */
export const PROFILES = ['default', '__ENVIRONMENT_ASK_PROFILE__'];

/**
 * The file ask-resources.json of a project of the ASK CLI, which tells it where the package lies.
 *
 * @param folder the folder of the package, seen from the project
 * @param profiles the logins of the ASK CLI that it is for
 */
export function askResources(folder: string, profiles: readonly string[] = PROFILES): object {
  const resources = { skillMetadata: { src: `./${folder}` } };
  return {
    askcliResourcesVersion: '2020-03-31',
    profiles: Object.fromEntries(profiles.map((profile) => [profile, resources])),
  };
}

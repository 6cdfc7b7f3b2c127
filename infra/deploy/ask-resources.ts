/**
 * The profiles that need no configuration: the one that `ask configure` creates, and the one for a login in the
 * environment.
 */
export const PROFILES = ['default', '__ENVIRONMENT_ASK_PROFILE__'];

/**
 * The content of ask-resources.json, the file that tells the ASK CLI in which folder of its project the package is.
 *
 * @param folder the folder of the package, relative to the project
 * @param profiles the profiles of the ASK CLI that can use the package
 */
export function askResources(folder: string, profiles: readonly string[]): object {
  const resources = { skillMetadata: { src: `./${folder}` } };
  return {
    askcliResourcesVersion: '2020-03-31',
    profiles: Object.fromEntries(profiles.map((profile) => [profile, resources])),
  };
}

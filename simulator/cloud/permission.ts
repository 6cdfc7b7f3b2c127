/** The scope that allows a skill to create, read, change and delete reminders. Source: Reminders API reference. */
export const REMINDERS_SCOPE = 'alexa::alerts:reminders:skill:readwrite';

/** The permissions that can be granted here: the scope for each name in `(grant NAME)`. */
export const PERMISSIONS: Readonly<Record<string, string>> = { reminders: REMINDERS_SCOPE };

/** Other scopes that a skill can ask for. Source: ask-smapi-model 1.24.0, `PermissionName`. */
export const OTHER_PERMISSIONS: ReadonlySet<string> = new Set([
  'alexa:devices:all:address:country_and_postal_code:read',
  'alexa::alerts:timers:skill:readwrite',
  'alexa::devices:all:address:full:read',
  'alexa::devices:all:geolocation:read',
  'alexa::devices:all:notifications:write',
  'alexa::household:lists:read',
  'alexa::household:lists:write',
  'alexa::person_id:read',
  'alexa::profile:email:read',
  'alexa::profile:given_name:read',
  'alexa::profile:mobile_number:read',
  'alexa::profile:name:read',
]);

/** The decision of an account holder about a scope. */
export type PermissionStatus = 'GRANTED' | 'DENIED';

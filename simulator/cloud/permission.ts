/** The scope that allows a skill to create, read, change and delete reminders. Source: Reminders API reference. */
export const REMINDERS_SCOPE = 'alexa::alerts:reminders:skill:readwrite';

/** The permissions that can be granted here: the scope for each name in `(grant NAME)`. */
export const PERMISSIONS: Readonly<Record<string, string>> = { reminders: REMINDERS_SCOPE };

/** The decision of an account holder about a scope. */
export type PermissionStatus = 'GRANTED' | 'DENIED';

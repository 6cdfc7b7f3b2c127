/** The permissions that can be granted here, by the name used in `(grant NAME)`. Source: ask-sdk-model and the Reminders API reference. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  reminders: 'alexa::alerts:reminders:skill:readwrite',
};

/** The scope under which reminders are made, read, changed and deleted. */
export const REMINDERS_SCOPE = 'alexa::alerts:reminders:skill:readwrite';

/** What an account holder has decided about a scope. */
export type PermissionStatus = 'GRANTED' | 'DENIED';

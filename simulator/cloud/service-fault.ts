/** The ways in which the next calls of Alexa's own services can be made to fail. */
export const SERVICE_FAULTS = [
  'reminders-unsupported',
  'reminders-full',
  'reminders-down',
  'settings-refused',
  'settings-down',
] as const;
export type ServiceFault = (typeof SERVICE_FAULTS)[number];

/** The two services that are simulated. */
export type ServiceName = 'reminders' | 'settings';

/** The service to which a fault belongs. */
export const serviceOf = (fault: ServiceFault): ServiceName =>
  fault.startsWith('reminders') ? 'reminders' : 'settings';

/** The answer of a service with a fault. [?] The messages are invented: Amazon does not document its own. */
export const FAULT_ANSWERS: Readonly<
  Record<ServiceFault, { readonly status: number; readonly code: string; readonly message: string }>
> = {
  'reminders-unsupported': {
    status: 403,
    code: 'DEVICE_NOT_SUPPORTED',
    message: 'The device does not support reminders.',
  },
  'reminders-full': {
    status: 403,
    code: 'MAX_REMINDERS_EXCEEDED',
    message: 'The device has as many reminders as it can have.',
  },
  'reminders-down': { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'The service is unavailable.' },
  'settings-refused': {
    status: 403,
    code: 'ACCESS_DENIED',
    message: 'The token does not have access to this resource.',
  },
  'settings-down': { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'The service is unavailable.' },
};

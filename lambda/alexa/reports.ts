/**
 * What Alexa reports about something that the skill sent: a reply that she refused, a sound or a screen that a device
 * could not play or show, a question for a permission that she could not ask. Nobody in the room hears why, and no
 * error is thrown here, so a line of the log is the only trace. It is written for every report, whatever is known of
 * the session.
 */
import type { Request } from 'ask-sdk-model';
import type { HouseholdId } from '../household/store.ts';
import { EXCEPTION, SCREEN_ERROR } from './envelope.ts';
import { asCode } from './errors.ts';
import type { Log, Message } from './log.ts';
import { permissionFault } from './permission.ts';

/** A report: the message of its line in the log, and its codes. */
interface Report {
  message: Message;
  codes: readonly string[];
}

/** Logs what a request reports, one line for each code. Most requests report nothing. */
export function logReports(request: Request, household: HouseholdId, log: Log): void {
  const report = reportIn(request);
  for (const code of new Set(report?.codes))
    if (report !== null) log.warn(report.message, { code, household });
}

/**
 * The types of these errors are those of ask-sdk-model (`SessionEndedErrorType`, `interfaces.system.ErrorType`,
 * `interfaces.alexa.presentation.apl.RuntimeError`, and that of `apla`). An error without a type is `unknown`.
 *
 * https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-types-reference.html
 */
function reportIn(request: Request): Report | null {
  switch (request.type) {
    case 'SessionEndedRequest': {
      const { reason, error } = request;
      if (reason !== 'ERROR' && error == null) return null;
      return { message: 'session error', codes: [asCode(error?.type)] };
    }
    case EXCEPTION:
      return { message: 'exception encountered', codes: [asCode(request.error?.type)] };
    case SCREEN_ERROR:
    case 'Alexa.Presentation.APLA.RuntimeError': {
      const message = request.type === SCREEN_ERROR ? 'screen error' : 'sound error';
      const types = Array.isArray(request.errors) ? request.errors.map((error) => asCode(error?.type)) : [];
      return { message, codes: types.length === 0 ? [asCode(undefined)] : types };
    }
    case 'Connections.Response': {
      const fault = permissionFault(request);
      return fault === null ? null : { message: 'permission question failed', codes: [fault] };
    }
    default:
      return null;
  }
}

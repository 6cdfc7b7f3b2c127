import type { RequestBody } from '../cloud/request-body.ts';
import { asString } from '../json-value.ts';
import {
  APLA_DOCUMENT,
  type AudioOutput,
  hasSound,
  lastDirective,
  withMutedSound,
  withoutSound,
} from '../response/skill-response.ts';
import type { DeviceFaults } from './device-fault.ts';

/** An output as it is heard on a device. */
export interface Heard {
  readonly output: AudioOutput;
  /** The report of the device that it could not play the sound; null if there is nothing to report. */
  readonly report: RequestBody | null;
}

/** What is heard of an output on a device with these faults. */
export function heardOf(output: AudioOutput, faults: DeviceFaults): Heard {
  if (!hasSound(output)) return { output, report: null };
  if (faults.take('sound')) return { output: withoutSound(output), report: reportOf(output) };
  return { output: faults.take('sound-mute') ? withMutedSound(output) : output, report: null };
}

/** The request with which a device reports that it could not play the sound of an output. */
function reportOf({ directives }: AudioOutput): RequestBody {
  const token = asString(lastDirective(directives, APLA_DOCUMENT)?.token);
  return {
    type: 'Alexa.Presentation.APLA.RuntimeError',
    ...(token === undefined ? {} : { token }),
    errors: [
      { type: 'RENDER_ERROR', reason: 'INTERNAL_SERVER_ERROR', message: 'The sound cannot be played.' },
    ],
  };
}

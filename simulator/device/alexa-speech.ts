import type { Audible } from '../response/skill-response.ts';
import { SECONDS_PER_SOUND, type Segment, secondsOfText } from '../response/timeline.ts';

const CHIME: Segment = { kind: 'audio', seconds: SECONDS_PER_SOUND, text: '' };

/** What Alexa says herself, in her own name and not the skill's. */
export const alexaSays = (text: string): Audible => audible([speech(text)], text);

/** A reminder as a device sounds it: a chime, and what it is about. Devices say it twice; here once is enough. */
export function reminderOf(text: string): Audible {
  const said = `Here's your reminder: ${text}`;
  return audible([CHIME, speech(said)], said);
}

const speech = (text: string): Segment => ({ kind: 'speech', seconds: secondsOfText(text), text });

const audible = (segments: readonly Segment[], text: string): Audible => ({
  segments,
  text,
  ssml: [text],
  characters: text.length,
  audioTags: 0,
  aplaAudioFiles: 0,
  directives: [],
  findings: [],
});

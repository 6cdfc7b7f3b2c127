import type { AudioOutput } from '../response/skill-response.ts';
import { SECONDS_PER_SOUND, secondsOfText, type TimelineSegment } from '../response/timeline.ts';

const CHIME: TimelineSegment = { kind: 'audio', seconds: SECONDS_PER_SOUND, text: '' };

/** Something that Alexa says herself, not on behalf of the skill. */
export const alexaSays = (text: string): AudioOutput => audioOutput([speech(text)], text);

/** The sound of a reminder: a chime, and its text. A real device says the text twice; here it is said once. */
export function reminderSound(text: string): AudioOutput {
  const said = `Here's your reminder: ${text}`;
  return audioOutput([CHIME, speech(said)], said);
}

const speech = (text: string): TimelineSegment => ({ kind: 'speech', seconds: secondsOfText(text), text });

const audioOutput = (segments: readonly TimelineSegment[], text: string): AudioOutput => ({
  segments,
  outputSpeech: segments,
  text,
  ssml: [text],
  characters: text.length,
  audioTags: 0,
  aplaAudioFiles: 0,
  directives: [],
  violations: [],
});

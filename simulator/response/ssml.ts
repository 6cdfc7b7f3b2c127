import type { Attributes } from '../../interaction-models/ssml/ssml-tags.ts';
import { walkSsml } from '../../interaction-models/ssml/walk-ssml.ts';
import { LIMITS } from '../cloud/limits.ts';
import {
  SECONDS_PER_SOUND,
  secondsOfSentenceEnds,
  secondsOfText,
  secondsOfWords,
  type TimelineSegment,
} from './timeline.ts';
import type { Violation } from './violation.ts';

/** What is heard of an outputSpeech or of an APLA Speech. */
export interface Speech {
  readonly segments: readonly TimelineSegment[];
  /** The number of `<audio>` tags. */
  readonly audioTags: number;
  readonly violations: readonly Violation[];
}

/** A break of at least this many seconds is a silence of its own; a shorter one is part of the speech. */
const QUIET_FROM_SECONDS = 1;

/** Estimated seconds of a `<break>` without a time, by its strength: the reference describes them in words only. */
const BREAK_STRENGTHS: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 0.1,
  weak: 0.2,
  medium: 0.4,
  strong: 0.7,
  'x-strong': 1.2,
};

const RATES: Readonly<Record<string, number>> = {
  'x-slow': 0.6,
  slow: 0.8,
  medium: 1,
  fast: 1.25,
  'x-fast': 1.5,
};

/** Reads a plain text as speech. */
export const readPlainText = (text: string): Speech => {
  const said = text.replace(/\s+/gu, ' ').trim();
  const segments: TimelineSegment[] =
    said === '' ? [] : [{ kind: 'speech', seconds: secondsOfText(said), text: said }];
  return { segments, audioTags: 0, violations: [] };
};

/**
 * Reads SSML strictly: what is said, the silences, the sounds, and everything that Alexa would not accept.
 * Never throws. SSML that is not well-formed gives a violation, and what could be read before the mistake.
 */
export function readSsml(ssml: string): Speech {
  const violations: Violation[] = [];
  const segments: TimelineSegment[] = [];
  const rates: number[] = [1];
  const silenced: boolean[] = [false];
  let audioTags = 0;
  let text = '';
  let seconds = 0;

  const flush = () => {
    const said = text.replace(/\s+/gu, ' ').trim();
    const length = seconds + secondsOfSentenceEnds(said);
    if (said !== '') segments.push({ kind: 'speech', seconds: length, text: said });
    else if (length > 0) segments.push({ kind: 'silence', seconds: length, text: '' });
    text = '';
    seconds = 0;
  };
  const say = (words: string) => {
    text += words;
    seconds += secondsOfWords(words) / (rates.at(-1) ?? 1);
  };
  const pause = (length: number) => {
    if (length < QUIET_FROM_SECONDS) {
      seconds += length;
      return;
    }
    flush();
    segments.push({ kind: 'silence', seconds: length, text: '' });
  };

  violations.push(
    ...walkSsml(ssml, {
      open: (name, attributes) => {
        const rate = name === 'prosody' ? rateOf(attributes.rate) : 1;
        rates.push((rates.at(-1) ?? 1) * rate);
        const alias = name === 'sub' ? attributes.alias : undefined;
        if (alias !== undefined) say(alias);
        silenced.push(silenced.at(-1) === true || alias !== undefined);
        if (name === 'audio') {
          audioTags += 1;
          flush();
          segments.push({ kind: 'audio', seconds: SECONDS_PER_SOUND, text: '' });
        }
        if (name === 'break') {
          const length = breakSeconds(attributes);
          if (length > LIMITS.breakSeconds.value) {
            violations.push({
              sentence: `A break lasts ${length} s, more than the ${LIMITS.breakSeconds.value} s allowed.`,
              refused: false,
            });
          }
          pause(length);
        }
        if (name === 'p' || name === 's') text += ' ';
      },
      text: (words) => {
        if (silenced.at(-1) !== true) say(words);
      },
      close: (name) => {
        rates.pop();
        silenced.pop();
        if (name === 'p' || name === 's') text += ' ';
      },
    }),
  );
  flush();
  return { segments, audioTags, violations };
}

/** Seconds of a break; 0 if its time or strength cannot be read. */
function breakSeconds({ time, strength }: Attributes): number {
  if (time === undefined) return BREAK_STRENGTHS[strength ?? 'medium'] ?? 0;
  const parts = /^\+?(\d+(?:\.\d+)?)(ms|s)$/u.exec(time.trim());
  return parts === null ? 0 : Number(parts[1]) / (parts[2] === 'ms' ? 1000 : 1);
}

function rateOf(rate: string | undefined): number {
  if (rate === undefined) return 1;
  const percent = /^(\d+(?:\.\d+)?)%$/u.exec(rate.trim());
  if (percent !== null) return Math.max(0.2, Number(percent[1]) / 100);
  return RATES[rate.trim()] ?? 1;
}

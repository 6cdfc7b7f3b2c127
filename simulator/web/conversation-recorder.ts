import { randomUUID } from 'node:crypto';
import { startAlexaServices } from '../cloud/alexa-services.ts';
import type { SkillHandler } from '../cloud/lambda-handler.ts';
import type { DatabaseMeter } from '../database/database-meter.ts';
import { parseCommand } from '../device/commands.ts';
import type { DeviceKind } from '../device/device-kind.ts';
import { play, scriptOf } from '../device/transcript.ts';

/** Something that was done at a device, while a conversation is recorded. */
export interface RecordedLine {
  readonly device: string;
  /** The kind of the device. */
  readonly kind: DeviceKind;
  /** The recognised voice; null if none is recognised. */
  readonly speaker: string | null;
  readonly line: string;
  /** Seconds that passed as they were heard on the page; 0 for a line that was said or typed. */
  readonly waited: number;
  /** Whether the device acted by itself meanwhile: it repeated its question, or closed the microphone. */
  readonly acted: boolean;
}

/** Records what is said and done, as the lines of a transcript. */
export interface ConversationRecorder {
  note(line: RecordedLine): void;
  /** The lines so far, in the order in which a transcript has them. */
  lines(): readonly string[];
  /** The kinds of Echo at which something was said or done. A transcript has one kind. */
  kinds(): readonly DeviceKind[];
}

/** The first device of a transcript. */
const FIRST_DEVICE = 'kitchen';

/**
 * Creates a recorder. Of time it keeps what a transcript needs: an answer comes when the microphone opens, whoever says
 * nothing is `(silence)`, and what interrupts comes after a `(wait)` of whole seconds.
 */
export function createConversationRecorder(): ConversationRecorder {
  const lines: string[] = [];
  const names = new Map<string, string>();
  const kinds = new Set<DeviceKind>();
  let here = FIRST_DEVICE;
  let voice: string | null = null;
  let waited = 0;
  const nameOf = (device: string): string => {
    const known = names.get(device) ?? (names.size === 0 ? FIRST_DEVICE : device);
    names.set(device, known);
    return known;
  };
  return {
    lines: () => lines,
    kinds: () => [...kinds],
    note: ({ device, kind, speaker, line, waited: seconds, acted }) => {
      if (seconds > 0 && !acted) {
        waited += seconds;
        return;
      }
      const there = nameOf(device);
      kinds.add(kind);
      if (there !== here) lines.push(`(on ${there})`);
      here = there;
      if (speaker !== voice) lines.push(`(as ${speaker ?? 'nobody'})`);
      voice = speaker;
      const command = parseCommand(line);
      const interrupts = command.kind !== 'speech' || command.wakeWord;
      if (!acted && interrupts && waited >= 1) lines.push(`(wait ${Math.round(waited)}s)`);
      waited = 0;
      lines.push(acted ? '(silence)' : line);
    },
  };
}

/** What a recorded conversation is played on. */
export interface TranscriptStage {
  readonly handler: SkillHandler;
  readonly database?: DatabaseMeter;
  readonly locale: string;
  readonly noElicit: boolean;
  /** The kind of the device. Source of the name in the heading: simulator/device/transcript.ts. */
  readonly kind: DeviceKind;
}

/**
 * Writes recorded lines as a transcript, which `npm test` plays if it is put into test/transcripts. It is played once, with a
 * new household that is deleted afterwards, because every transcript begins with one.
 */
export async function transcriptOf(lines: readonly string[], stage: TranscriptStage): Promise<string> {
  const { handler, database, locale, noElicit, kind } = stage;
  const remarks = [
    locale === 'en-US' ? '' : ` (${locale})`,
    noElicit ? ' (no elicitation)' : '',
    kind === 'echo' ? '' : ` (${kind})`,
  ].join('');
  const rows = lines.map((line) => (line.startsWith('(') ? line : `You: ${line}`));
  const script = scriptOf([`# Recorded in the browser.${remarks}`, ...rows].join('\n'));
  const services = await startAlexaServices('memory');
  const on = { skill: handler, services, ...(database === undefined ? {} : { database }) };
  const user = `recorded-${randomUUID()}`;
  try {
    const { text } = await play(script, user, on);
    return text;
  } finally {
    // Whatever became of it, nothing of the couple's words stays in the database.
    await play({ ...script, lines: ['(disable)'] }, user, on).finally(() => services.close());
  }
}

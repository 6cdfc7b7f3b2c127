/** Transcripts: whole conversations as text, played by the simulated Echo. */

import type { AlexaServices } from '../cloud/alexa-services.ts';
import type { SkillHandler } from '../cloud/lambda-handler.ts';
import type { DatabaseMeter } from '../database/database-meter.ts';
import type { Card } from '../response/card.ts';
import { modelOfLocale } from '../understanding/model-of-locale.ts';
import { DEVICE_KINDS, type DeviceKind } from './device-kind.ts';
import { createEcho, type Echo } from './echo.ts';
import type { Exchange } from './exchange.ts';

const WIDTH = 100;

/** A script: the title and remarks at the top, the locale, and the lines that people say or do. */
export interface Script {
  heading: string[];
  /** The locale that the heading names in parentheses, such as "In Australia (en-AU)"; otherwise that of the US. */
  locale: string;
  /** Whether the device ignores which slot the skill asks for: the heading then says "(no elicitation)". */
  noElicit: boolean;
  /** The device; the heading names it in parentheses, such as "(show)", unless it is a speaker. */
  device: DeviceKind;
  lines: string[];
}

/** The script of a transcript: its lines that begin with `You:`, and its commands in parentheses. */
export function scriptOf(text: string): Script {
  const rows = text.split('\n');
  const heading = rows.filter((row) => row.startsWith('#'));
  const title = heading.join('\n');
  return {
    heading,
    locale: /\(([a-z]{2}-[A-Z]{2})\)/u.exec(title)?.[1] ?? 'en-US',
    noElicit: title.includes('(no elicitation)'),
    device: DEVICE_KINDS.find((kind) => title.includes(`(${kind})`)) ?? 'echo',
    lines: rows.flatMap((row) => {
      if (row.startsWith('You: ')) return [row.slice('You: '.length)];
      return /^\((silence|wait|as|on|tap|disable|enable|grant|revoke|fault)\b.*\)$/u.test(row) ? [row] : [];
    }),
  };
}

/** What a transcript is played on. */
export interface Stage {
  readonly skill: SkillHandler;
  readonly services: AlexaServices;
  /** Without it no fault of the database can be played. */
  readonly database?: DatabaseMeter;
}

export interface Played {
  text: string;
  exchanges: Exchange[];
}

/** Plays a script on a Sunday evening, in a new household. @returns the transcript */
export async function play(
  script: Script,
  user: string,
  { skill, database, services }: Stage,
): Promise<Played> {
  const echo = createEcho({
    handler: skill,
    model: modelOfLocale(script.locale),
    locale: script.locale,
    noElicit: script.noElicit,
    device: script.device,
    ...(database === undefined ? {} : { database }),
    services,
    user,
    seed: 7,
    start: new Date('2026-11-22T19:00:00Z'),
    strict: true,
  });
  const rows = [...script.heading, ''];
  const exchanges: Exchange[] = [];
  let open = false;
  for (const line of script.lines) {
    const exchange = await echo.line(line);
    if (exchange === null) continue;
    exchanges.push(exchange);
    rows.push(line.startsWith('(') ? line : `You: ${line}`, ...whatIsHeard(exchange, echo));
    if (open && exchange.session === 'ended') rows.push('  [the session is over]');
    rows.push('');
    open = exchange.session === 'open';
  }
  return { text: rows.join('\n'), exchanges };
}

function whatIsHeard(exchange: Exchange, echo: Echo): string[] {
  if (exchange.error !== null) return [`  [${exchange.error}]`];
  const nobodyHeard = exchange.heard === null && exchange.spoken === '' && !exchange.line.startsWith('(');
  const rows = nobodyHeard ? ['  [nobody hears that: the microphone is closed]'] : [];
  for (const { segments, isReminder } of echo.played()) {
    for (const segment of segments) {
      if (isReminder && segment.kind !== 'speech') continue;
      const label = isReminder ? '[reminder] Alexa' : 'Alexa';
      if (segment.kind === 'speech') rows.push(...wrapped(`${label}: ${segment.text}`));
      else if (segment.kind === 'silence') rows.push(`  [${inWords(segment.seconds)} of quiet]`);
      else rows.push('  [chime]');
    }
  }
  return [...rows, ...onTheCard(echo.card()), ...onTheScreen(exchange)];
}

/** What is on the screen, with a line for each text of the document. */
function onTheScreen({ screen }: Exchange): string[] {
  if (screen === null || screen === '') return [];
  return [`  [screen: ${screen.split('\n').join(' | ')}]`];
}

function onTheCard(card: Card | null): string[] {
  if (card === null) return [];
  const lines = card.text === '' ? [] : card.text.split('\n');
  return [`  [card: ${card.title}]`, ...lines.map((line) => `    ${line}`.trimEnd())];
}

function inWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  if (minutes === 0) return `${rest} seconds`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

function wrapped(text: string): string[] {
  const rows: string[] = [];
  let row = ' ';
  for (const word of text.trim().split(' ')) {
    if (row.length + word.length + 1 > WIDTH) {
      rows.push(row);
      row = '        ';
    }
    row += ` ${word}`;
  }
  return [...rows, row];
}

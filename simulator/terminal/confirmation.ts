import { parseCommand } from '../device/commands.ts';
import type { EchoInUse } from '../device/echo.ts';

/**
 * What a command that nobody hears has changed, in a few words.
 *
 * @param line the command, which was carried out without an error.
 * @param timezone the IANA time zone in which the time is told.
 * @returns null for a line that says or shows something itself.
 */
export function confirmationOf(line: string, echo: EchoInUse, timezone: string): string | null {
  const command = parseCommand(line);
  switch (command.kind) {
    case 'wait':
      return `it is now ${timeOf(echo.now(), timezone)}`;
    case 'speaker':
      return command.name === null
        ? 'no voice is recognised from here on'
        : `the voice of ${command.name} is recognised from here on`;
    case 'device': {
      const { name, session } = echo.view();
      return session === 'open'
        ? `you are at ${name}: its session goes on`
        : `you are at ${name}, where no session is open`;
    }
    case 'fault':
    case 'service-fault':
      return `${command.count === 1 ? 'the next call fails' : `the next ${command.count} calls fail`}: ${command.fault}`;
    case 'device-fault':
      return `this fails the next ${command.count === 1 ? 'time' : `${command.count} times`}: ${command.fault}`;
    case 'grant':
      return 'the permission is given';
    case 'revoke':
      return 'the permission is withdrawn';
    case 'disable':
      return 'the skill is disabled';
    case 'enable':
      return 'the skill is enabled';
    case 'silence':
    case 'tap':
    case 'speech':
    case 'comment':
    case 'unknown':
      return null;
  }
}

const timeOf = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  })
    .format(moment)
    // Newer versions of Node.js put a narrow space before AM and PM.
    .replace(/\s/gu, ' ');

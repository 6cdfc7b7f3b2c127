import type { EchoInUse } from '../device/echo.ts';
import type { Exchange } from '../device/exchange.ts';
import { ADVICE } from '../response/violation.ts';
import type { Hints } from './hints.ts';
import type { Printer } from './printer.ts';

/** Creates the function that prints the remarks on an exchange. It gives the hint how to open the skill only once. */
export function createRemarks(
  { note, warn }: Pick<Printer, 'note' | 'warn'>,
  hints: Hints,
  echo: EchoInUse,
): (exchange: Exchange) => void {
  let hinted = false;
  /** The devices on which a session was open. */
  const open = new Set<string>();
  return ({ line, heard, error, violations, session, mic }) => {
    if (heard?.match === 'near') note(`(a device would probably hear ${shortName(heard.intent)})`);
    if (heard?.match === 'none') note(`(not in the model: ${shortName(heard.intent)})`);
    if (error !== null) warn(`(${error})`);
    for (const violation of violations) {
      if (violation.startsWith(ADVICE)) note(violation);
      else warn(`! ${violation}`);
    }
    const card = echo.card();
    if (card !== null) note(`(card in the Alexa app) ${card.title} / ${card.text}`);
    const { name } = echo.view();
    if (open.has(name) && session === 'ended' && heard === null) note('(the session is over)');
    if (session === 'open') open.add(name);
    else open.delete(name);
    if (heard !== null || session === 'open' || line.startsWith('(')) return;
    const unheard = error === null && mic === 'closed';
    if (unheard) note('(nobody is listening: only you two heard that)');
    if (!hinted) note(`(${hints.open})`);
    hinted = true;
    const hint = unheard ? hints.afterUnheard(line) : null;
    if (hint !== null) note(`(${hint})`);
  };
}

const shortName = (intent: string | null): string => (intent ?? '').replace(/^AMAZON\./u, '');

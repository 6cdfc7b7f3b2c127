import { reasonOf } from '../simulator-error.ts';
import type { Printer } from './printer.ts';

/** The page in the browser, as far as the terminal knows it. */
export interface WebPage {
  /** Its address. */
  readonly address: string;
  /** Opens it in the browser. @returns whether that worked */
  open(): Promise<boolean>;
}

/** Serves the page. @param onError takes what makes an answer to the page fail */
export type ServePage = (onError: (error: unknown) => void) => Promise<WebPage>;

/** What the terminal does for the page. */
export interface WebPageInTerminal {
  /** Starts the page, the first time that this is called. */
  start(): void;
  /** Says nothing more, and starts nothing any more: the terminal is closed. */
  stop(): void;
  /** Whether a line is for the page, and not for the Echo. Then it opens the page. */
  takes(line: string): boolean;
}

/** The line that opens the page. */
const KEY = 'w';

/** Prints the address of the page once it is served, and opens it if somebody types its key. */
export function showWebPage(
  serve: ServePage | undefined,
  { note, warn }: Pick<Printer, 'note' | 'warn'>,
): WebPageInTerminal {
  let page: WebPage | undefined;
  let started = false;
  let stopped = false;
  const tell = (print: (text: string) => void, text: string) => {
    if (!stopped) print(text);
  };
  return {
    start: () => {
      if (started || serve === undefined) return;
      started = true;
      // After this turn of the event loop, so that the prompt does not wait for it.
      setImmediate(() => {
        if (stopped) return;
        serve((error) => tell(warn, `(the page in the browser was not answered: ${reasonOf(error)})`)).then(
          (served) => {
            page = served;
            tell(note, `Or hear and see it in a browser (${KEY} and Enter opens it): ${served.address}`);
          },
          (error: unknown) => tell(warn, `(the page in the browser cannot be served: ${reasonOf(error)})`),
        );
      });
    },
    stop: () => {
      stopped = true;
    },
    takes: (line) => {
      if (page === undefined || line.trim() !== KEY) return false;
      const { address } = page;
      page
        .open()
        .catch(() => false)
        .then((opened) => {
          if (!opened) tell(note, `No browser could be opened here: open ${address} in one.`);
        });
      return true;
    },
  };
}

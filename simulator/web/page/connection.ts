/** The connection to the simulator: server-sent events for what is played, and requests for what is said. */
import type { Heard, HelloMessage, Insight, PageAction, ServerMessage } from './messages.ts';

/**
 * How the page is connected. `locked` means that it has no token, or one that is not of this run; `full` that too many tabs
 * are open.
 */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'locked' | 'full';

export interface ConnectionOptions {
  readonly onMessage: (message: ServerMessage) => void;
  readonly onState: (state: ConnectionState) => void;
  /** Called with each sign of life, about once a second. */
  readonly onBeat: () => void;
}

/** A transcript, or a sentence that says why there is none. */
export type TranscriptAnswer =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: string };

export interface Connection {
  /** Does something on the Echo. @returns a sentence that says why it was not done; null if it was */
  act(action: PageAction, heard: Heard | null): Promise<string | null>;
  insight(): Promise<Insight | null>;
  /** The recorded conversation as a transcript. */
  transcript(): Promise<TranscriptAnswer>;
  /** The address that opens another tab. */
  address(): string;
}

const UNREACHED = 'The Echo cannot be reached.';
/** Where the token and the name of the device are kept while the tab is open, and no longer. */
const TOKEN = 'echo.token';
const DEVICE = 'echo.device';
/** Milliseconds before the first and the last of several attempts to connect again. */
const SHORTEST_WAIT = 400;
const LONGEST_WAIT = 4000;

/** Connects, and connects again whenever the connection is lost. */
export function connect({ onMessage, onState, onBeat }: ConnectionOptions): Connection {
  // A tab that was opened by another one has a copy of its storage, and is a device of its own.
  if (takeToken()) sessionStorage.removeItem(DEVICE);
  let hello: HelloMessage | null = null;
  let wait = SHORTEST_WAIT;

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`/echo/${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${sessionStorage.getItem(TOKEN) ?? ''}` },
    });

  const take = (message: ServerMessage) => {
    if (message.type === 'hello') {
      hello = message;
      wait = SHORTEST_WAIT;
      onState('open');
    }
    if (message.type === 'device') sessionStorage.setItem(DEVICE, message.name);
    onMessage(message);
  };

  /** Gets the token of this run for that of the last one. */
  const rejoin = async (): Promise<boolean> => {
    const answer = await ask('rejoin', { method: 'POST' });
    if (!answer.ok) return false;
    const { token } = (await answer.json()) as { token: string };
    sessionStorage.setItem(TOKEN, token);
    return true;
  };

  /** Reads the events until the connection ends. @returns how the page is connected then */
  const listen = async (): Promise<ConnectionState> => {
    const device = sessionStorage.getItem(DEVICE);
    const answer = await ask(`events${device === null ? '' : `?device=${encodeURIComponent(device)}`}`);
    if (answer.status === 401) return (await rejoin()) ? 'lost' : 'locked';
    if (answer.status === 409) return 'full';
    if (!answer.ok || answer.body === null) return 'lost';
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) if (event.startsWith('data: ')) take(JSON.parse(event.slice(6)));
      onBeat();
    }
    return 'lost';
  };

  let isLocked = false;
  const stay = async () => {
    isLocked = false;
    onState('connecting');
    for (;;) {
      const state = await listen().catch((): ConnectionState => 'lost');
      hello = null;
      onState(state);
      if (state === 'locked') {
        isLocked = true;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait = Math.min(LONGEST_WAIT, wait * 1.5);
    }
  };
  void stay();
  // The address of a run that is put into an open tab changes no more than the part after the #.
  window.addEventListener('hashchange', () => {
    if (takeToken() && isLocked) void stay();
  });

  return {
    act: async (action, heard) => {
      if (hello === null) return UNREACHED;
      const body = JSON.stringify({ connection: hello.connection, heard, action });
      const headers = { 'content-type': 'application/json' };
      const answer = await ask('act', { method: 'POST', body, headers }).catch(() => null);
      if (answer === null) return UNREACHED;
      return answer.ok ? null : problemIn(answer);
    },
    insight: async () => {
      if (hello === null) return null;
      const answer = await ask(`insight?connection=${hello.connection}`).catch(() => null);
      return answer?.ok === true ? ((await answer.json()) as Insight) : null;
    },
    transcript: async () => {
      const away = { text: null, problem: UNREACHED } as const;
      if (hello === null) return away;
      const answer = await ask(`transcript?connection=${hello.connection}`).catch(() => null);
      if (answer === null) return away;
      if (!answer.ok) return { text: null, problem: await problemIn(answer) };
      return { text: await answer.text(), problem: null };
    },
    address: () => `/#${sessionStorage.getItem(TOKEN) ?? ''}`,
  };
}

/** The sentence with which the simulator refuses something. */
const problemIn = async (answer: Response): Promise<string> =>
  (await answer.text().catch(() => UNREACHED)).trim();

/**
 * Takes the token out of the address, so that it is neither seen there nor kept in the history.
 *
 * @returns whether there was one.
 */
function takeToken(): boolean {
  const [, token] = /^#([0-9a-f]+)$/u.exec(window.location.hash) ?? [];
  if (token === undefined) return false;
  sessionStorage.setItem(TOKEN, token);
  window.history.replaceState(null, '', '/');
  return true;
}

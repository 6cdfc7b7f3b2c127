/** The panel for developers: the last exchange, what it cost, and what is stored. */
import type { TranscriptAnswer } from './connection.ts';
import { element, made } from './elements.ts';
import type { Insight } from './messages.ts';

export interface InsightPanel {
  /** Asks for what it shows, if it is open. */
  refresh(): void;
  /** Forgets what it shows: nothing is kept of the household. */
  clear(): void;
  /** Shows whether a conversation is being recorded. */
  recording(on: boolean): void;
}

export interface InsightPanelOptions {
  readonly ask: () => Promise<Insight | null>;
  readonly onRecord: () => void;
  readonly transcript: () => Promise<TranscriptAnswer>;
  readonly onProblem: (sentence: string) => void;
}

/** What it is filled with. */
const PARTS = ['reading', 'limits', 'violations', 'items', 'request', 'response'] as const;

/** Creates the panel. */
export function createInsightPanel(options: InsightPanelOptions): InsightPanel {
  const { ask, onRecord, transcript, onProblem } = options;
  const panel = element('insight', HTMLDetailsElement);
  const record = element('record', HTMLButtonElement);
  const save = element('save', HTMLButtonElement);
  // What scrolls can be scrolled with the keyboard.
  for (const id of ['items', 'request', 'response']) element(id, HTMLElement).tabIndex = 0;

  const refresh = async () => {
    if (!panel.open) return;
    const insight = await ask();
    if (insight !== null) fill(insight);
  };
  panel.addEventListener('toggle', () => void refresh());
  record.addEventListener('click', onRecord);
  save.addEventListener('click', async () => {
    const { text, problem } = await transcript();
    if (text === null) onProblem(problem);
    else download(text, `recorded-${new Date().toISOString().slice(0, 19).replace(/\D/gu, '')}.txt`);
  });

  return {
    refresh: () => void refresh(),
    clear: () => {
      for (const id of PARTS) element(id, HTMLElement).replaceChildren();
      void refresh();
    },
    recording: (on) => {
      record.setAttribute('aria-pressed', String(on));
      record.textContent = on ? 'Stop recording' : 'Record';
      save.disabled = !on;
    },
  };
}

function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = made('a', '');
  Object.assign(link, { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function fill({ request, response, state, limits, violations, words, candidates, items }: Insight): void {
  const written = (id: string, value: unknown) => {
    element(id, HTMLElement).textContent = value === null ? '' : JSON.stringify(value, null, 2);
  };
  written('request', request);
  written('response', response);
  element('items', HTMLElement).textContent = items.map((item) => JSON.stringify(item, null, 1)).join('\n\n');
  const reading = element('reading', HTMLElement);
  if (words === null) {
    reading.replaceChildren(made('p', 'No words led to the last request.', 'small'));
  } else {
    reading.replaceChildren(
      made('p', `“${words}”`),
      table(
        ['', 'intent', 'like', 'cost'],
        candidates.map(({ chosen, intent, sample, cost }) => [
          chosen ? '→ heard' : '',
          intent === '' ? 'none' : intent,
          sample ?? 'the slot that was asked for',
          cost.toFixed(2),
        ]),
      ),
      made(
        'p',
        'These are the candidates of the interaction model, with what is different in words. What the skill itself makes of the words is in the state; npm run explain tells why.',
        'small',
      ),
    );
  }
  element('limits', HTMLElement).replaceChildren(
    table(
      ['state', state ?? 'none'],
      limits.map(({ name, used, limit }) => [name, limit === null ? String(used) : `${used} of ${limit}`]),
    ),
  );
  element('violations', HTMLElement).replaceChildren(
    ...(violations.length === 0 ? ['None.'] : violations).map((sentence) => made('p', sentence)),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): HTMLTableElement {
  const it = made('table', '');
  const headRow = it.createTHead().insertRow();
  for (const text of head) headRow.append(made('th', text));
  const body = it.createTBody();
  for (const cells of rows) {
    const row = body.insertRow();
    for (const text of cells) row.append(made('td', text));
  }
  return it;
}

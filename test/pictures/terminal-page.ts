/** A page that looks like a terminal: its rows in a font of fixed width, each character in its style. */
import type { Cell } from '../simulator/terminal/shown.ts';

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The rows as HTML, for a picture of `#terminal`. */
export function terminalPage(rows: readonly (readonly Cell[])[], columns: number): string {
  const lines = rows.map((cells) => `<div>${cells.map(spanOf).join('')}&#8203;</div>`);
  return `<!doctype html><meta charset="utf-8"><title>A terminal</title><style>
    body { margin: 0; }
    #terminal { display: inline-block; min-width: ${columns}ch; padding: 20px 24px; white-space: pre;
      background: #11151c; color: #dfe5ef; font: 15px/21px 'DejaVu Sans Mono', 'Liberation Mono', monospace; }
    .dim { color: #868b94; } .bold { font-weight: bold; } .red { color: #f08080; }
  </style><div id="terminal">${lines.join('')}</div>`;
}

function spanOf({ character, style }: Cell): string {
  const text = ESCAPED[character] ?? character;
  return style === 'plain' ? text : `<span class="${style}">${text}</span>`;
}

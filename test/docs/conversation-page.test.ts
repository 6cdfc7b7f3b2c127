import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { conversationPage } from './conversation-page.ts';

const PAGE = fileURLToPath(new URL('../../docs/conversation.md', import.meta.url));

it('docs/conversation.md is what the code says: `npm run docs` writes it anew', () => {
  const page = conversationPage();
  if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, page);
  else expect(readFileSync(PAGE, 'utf8')).toBe(page);
}, 400_000);

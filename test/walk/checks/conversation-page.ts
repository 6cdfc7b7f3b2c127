import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createConversationPage } from '../../docs/conversation-page.ts';
import type { Check } from './check.ts';

const PAGE = fileURLToPath(new URL('../../../docs/conversation.md', import.meta.url));

/** The page of the states is made from those that the walk reaches. */
export function conversationPage(): Check {
  const page = createConversationPage();
  return {
    name: 'docs/conversation.md',
    see: page.see,
    tests() {
      it('is what the code says: `npm run docs` rewrites it', () => {
        const written = page.markdown();
        if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, written);
        else expect(readFileSync(PAGE, 'utf8')).toBe(written);
      });
    },
  };
}

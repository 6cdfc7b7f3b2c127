/**
 * Everything that holds of every reply is looked at on one walk. It takes a few seconds; `npm run test:exhaustive`
 * goes through every moment of every state, which takes minutes.
 */
import { beforeAll, describe } from 'vitest';
import { alexaRules } from './checks/alexa-rules.ts';
import { conversationPage } from './checks/conversation-page.ts';
import { conversationRules } from './checks/conversation-rules.ts';
import { deadEnds } from './checks/dead-ends.ts';
import { saidAndAsked } from './checks/lines.ts';
import { reached } from './checks/reached.ts';
import { roundTrip } from './checks/round-trip.ts';
import { screens } from './checks/screens.ts';
import { sessionAttributes } from './checks/session-attributes.ts';
import { stateIds } from './checks/state-ids.ts';
import { taughtPhrases } from './checks/taught-phrases.ts';
import { type Extent, walk } from './walk.ts';

const extent: Extent = process.env.WALK === 'every-moment' ? 'every-moment' : 'each-trait';

const checks = [
  reached(),
  conversationRules(),
  roundTrip(),
  deadEnds(),
  alexaRules(extent),
  sessionAttributes(),
  saidAndAsked(),
  taughtPhrases(),
  screens(),
  conversationPage(),
  stateIds(),
];

beforeAll(() => {
  const heard = new Set<string>();
  for (const met of walk(extent)) {
    for (const check of checks) check.see?.(met);
    const before = heard.size;
    if (heard.add(JSON.stringify([met.reply.acts, met.reply.ifSilent?.acts])).size > before)
      for (const check of checks) check.hear?.(met);
  }
}, 1_200_000);

describe.each(checks)('$name', ({ tests }) => {
  tests();
});

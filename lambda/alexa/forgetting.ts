/** What goes with a household that is forgotten, besides its items in the store: the reminders. */
import { line, say } from '../conversation/model/act.ts';
import type { Reminded } from '../conversation/model/effect.ts';
import type { Reply } from '../conversation/model/reply.ts';
import type { RenderedReply } from './dependencies.ts';
import type { Exchange } from './exchange-context.ts';

/** The outcomes of cancelling after which a reminder can still be there. */
const MAY_BE_LEFT: ReadonlySet<Reminded['outcome']> = new Set([
  'no-permission',
  'unsupported',
  'unreachable',
]);

/**
 * Cancels all reminders of the household that Alexa knows. What is stored may not know of one: saving it may have
 * failed, or it was set on another device. If Alexa refuses, the reply says it; everything else is deleted.
 *
 * Amazon: "Get all reminders" of the Reminders API answers with those that this skill has set for this account.
 * https://developer.amazon.com/en-US/docs/alexa/smapi/alexa-reminders-api-reference.html
 *
 * @param known - whether it is known that there was one
 */
export async function withoutReminders<T extends { reply: Reply; rendered: RenderedReply }>(
  done: T,
  known: boolean,
  exchange: Exchange,
): Promise<T> {
  const { outcome } = await exchange.services().remind({ do: 'cancel' }, await exchange.clock());
  // Without the permission none can be set, so this is only of interest to those who had one.
  const silent = outcome === 'no-permission' && !known;
  if (!MAY_BE_LEFT.has(outcome) || silent || done.reply.acts.length === 0) return done;
  const said = say(line(known ? 'forget.reminder-left' : 'forget.reminder-unknown'));
  const reply = { ...done.reply, acts: [...done.reply.acts, said] };
  return { ...done, reply, rendered: exchange.rendered(reply) };
}

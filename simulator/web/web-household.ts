import type { ConversationRecorder } from './conversation-recorder.ts';
import type { Speed } from './page/messages.ts';

/** What the devices of all tabs have in common. */
export interface WebHousehold {
  speed: Speed;
  /** Null while nothing is recorded. */
  recorder: ConversationRecorder | null;
}

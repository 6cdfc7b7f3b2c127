import type { RequestEnvelope } from 'ask-sdk-model';
import type { Outcome } from '../cloud/lambda-handler.ts';
import type { UnderstandOptions } from '../understanding/understand.ts';

/** A call of the skill. */
export interface SkillCall {
  /** The name of the device that sent the request; null for an event of the account. */
  readonly device: string | null;
  readonly request: RequestEnvelope;
  readonly outcome: Outcome;
}

/** Words that a device is about to understand, and the circumstances in which it does. */
export interface Understanding {
  /** The name of the device. */
  readonly device: string;
  readonly words: string;
  readonly circumstances: UnderstandOptions;
}

/** Whoever wants to see what an Echo does. Nothing that it does changes what the Echo does. */
export interface EchoObserver {
  understanding?(understanding: Understanding): void;
  called?(call: SkillCall): void;
}

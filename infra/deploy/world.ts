import type { Aws } from './aws.ts';
import type { Programs } from './programs.ts';

/** What a deployment is given from outside. */
export interface World {
  readonly environment: NodeJS.ProcessEnv;
  readonly programs: Programs;
  /** The region of the environment or of the AWS profile. */
  regionOfProfile(): Promise<string | undefined>;
  aws(region: string): Aws;
  /** Says a line. */
  say(line: string): void;
  /** Asks, where somebody can answer; null where nobody can. */
  ask(question: string): Promise<string | null>;
  wait(seconds: number): Promise<void>;
  /** The folder in which the ASK CLI works: it holds the package, and the id of the skill once there is one. */
  readonly project: string;
}

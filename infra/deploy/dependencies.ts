import type { Aws } from './aws.ts';
import type { Programs } from './programs.ts';

/** What a deployment is given from outside. */
export interface Dependencies {
  readonly environment: NodeJS.ProcessEnv;
  readonly programs: Programs;
  /** The region of the environment or of the AWS profile. */
  regionOfProfile(): Promise<string | undefined>;
  aws(region: string): Aws;
  /** Says a line. */
  say(line: string): void;
  /** Whether somebody can answer what is asked. */
  readonly interactive: boolean;
  /** Asks. @returns nothing where somebody broke off instead of answering */
  ask(question: string): Promise<string>;
  wait(seconds: number): Promise<void>;
  /** The folder in which the ASK CLI works: it holds the package, and the id of the skill once there is one. */
  readonly project: string;
}

import type { Aws } from './aws.ts';
import type { Programs } from './programs.ts';

/** What a deployment needs from outside, so that tests can replace it. */
export interface Dependencies {
  readonly environment: NodeJS.ProcessEnv;
  readonly programs: Programs;
  /** The region of the environment or of the AWS profile; undefined if neither names one. */
  regionOfProfile(): Promise<string | undefined>;
  /** AWS in a region. */
  aws(region: string): Aws;
  /** Prints a line for the person who deploys. */
  say(line: string): void;
  /** Whether input and output are a terminal, with somebody who can answer questions. */
  readonly interactive: boolean;
  /**
   * Asks a question in the terminal.
   *
   * @returns the answer, or an empty string if it was cancelled with Ctrl-C or Ctrl-D
   */
  ask(question: string): Promise<string>;
  /** Resolves after some seconds. */
  wait(seconds: number): Promise<void>;
  /** The folder of the ASK CLI's project: it contains the package, and the id of the skill once there is one. */
  readonly project: string;
}

declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** What of dynalite's options the simulator sets. */
  interface DynaliteOptions {
    /** The folder of the LevelDB store; in memory when left out. */
    path?: string;
    /** Milliseconds a table stays in CREATING. */
    createTableMs?: number;
  }

  /** Amazon's DynamoDB as an HTTP server; closing it closes its store. */
  export default function dynalite(options?: DynaliteOptions): Server;
}

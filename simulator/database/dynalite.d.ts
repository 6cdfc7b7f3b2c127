declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** The options of dynalite that the simulator sets. */
  interface DynaliteOptions {
    /** The folder of the LevelDB store; without it the data is in memory. */
    path?: string;
    /** Milliseconds for which a new table has the status CREATING. */
    createTableMs?: number;
  }

  /** An HTTP server with the API of Amazon DynamoDB. Closing the server closes its store. */
  export default function dynalite(options?: DynaliteOptions): Server;
}

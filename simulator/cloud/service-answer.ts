/** What one of Alexa's services answers: a status, and a JSON body unless there is nothing to say. */
export interface ServiceAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** An answer that refuses, with Amazon's two fields. */
export const refuse = (status: number, code: string, message: string): ServiceAnswer => ({
  status,
  body: { code, message },
});

/** The answer of one of Alexa's services: an HTTP status, and a JSON body unless the answer has none. */
export interface ServiceAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** An answer that refuses a call, with the two fields that Amazon's refusals have. */
export const refuse = (status: number, code: string, message: string): ServiceAnswer => ({
  status,
  body: { code, message },
});

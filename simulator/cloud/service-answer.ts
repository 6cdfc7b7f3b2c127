/** The answer of one of Alexa's services: an HTTP status, and a JSON body unless the answer has none. */
export interface ServiceAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** What the skill asked for, if it is not simulated. */
  readonly notSimulated?: string;
}

/** An answer that refuses a call, with the two fields that Amazon's refusals have. */
export const refuse = (status: number, code: string, message: string): ServiceAnswer => ({
  status,
  body: { code, message },
});

/** How a sentence ends about what is not simulated. */
export const NOT_SIMULATED = ' is not simulated.';

/** The answer to what is not simulated: it refuses the call, and says for what. */
export const notSimulated = (status: number, code: string, what: string): ServiceAnswer => ({
  ...refuse(status, code, `${what}${NOT_SIMULATED}`),
  notSimulated: what,
});

import type { RequestEnvelope } from 'ask-sdk-model';

/** Where nothing listens: each connection is refused at once, without a network. */
export const NOWHERE = 'http://127.0.0.1:9';

/** A request as it came, but for the address of Alexa's own services. */
export function withoutServices(request: RequestEnvelope): RequestEnvelope {
  const { context } = request;
  return { ...request, context: { ...context, System: { ...context.System, apiEndpoint: NOWHERE } } };
}

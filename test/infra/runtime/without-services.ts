import type { RequestEnvelope } from 'ask-sdk-model';

/** An address at which nothing listens: each connection is refused at once, and no network is needed. */
export const NOWHERE = 'http://127.0.0.1:9';

/** The same request, with an address for Alexa's own services at which nothing listens. */
export function withoutServices(request: RequestEnvelope): RequestEnvelope {
  const { context } = request;
  return { ...request, context: { ...context, System: { ...context.System, apiEndpoint: NOWHERE } } };
}

/** Ana and Bo: two people who answer every question. */
import type { ResponseEnvelope } from 'ask-sdk-model';
import type { Echo } from './envelopes.ts';

export interface Couple {
  a: string;
  b: string;
  /** The appreciation of each. */
  thanks: { a: string; b: string };
}

export const anaAndBo: Couple = {
  a: 'Ana',
  b: 'Bo',
  thanks: { a: 'thank you for the tea you made', b: 'I love how you listened' },
};

/** How many exchanges their first visit has, from the launch to the close. */
export const EXCHANGES = 17;

/** Answers the last question; starts the skill if there is none. */
export function answer(echo: Echo, couple: Couple = anaAndBo): Promise<ResponseEnvelope> {
  const asked = echo.stateId();
  if (asked === '' || asked === 'closed') return echo.launch();
  if (asked.startsWith('names.a')) return echo.say('NamesIntent', { name: couple.a });
  if (asked.startsWith('names.b')) return echo.say('NamesIntent', { name: couple.b });
  if (asked.includes('appreciate.a@')) return echo.words(couple.thanks.a);
  if (asked.includes('appreciate.b@')) return echo.words(couple.thanks.b);
  if (asked === 'length') return echo.words('twenty minutes');
  return echo.say('AMAZON.YesIntent');
}

/** Answers questions until the state has this id, which can be `closed`. @throws Error after sixty answers */
export async function until(
  echo: Echo,
  stateId: RegExp,
  couple: Couple = anaAndBo,
): Promise<ResponseEnvelope> {
  for (let exchange = 0; exchange < 60; exchange += 1) {
    const response = await answer(echo, couple);
    if (stateId.test(echo.stateId())) return response;
  }
  throw new Error(`expected the state ${stateId} within sixty answers, got to ${echo.stateId()}`);
}

/** Answers all questions until the session is closed. */
export const toTheClose = (echo: Echo, couple?: Couple): Promise<ResponseEnvelope> =>
  until(echo, /^closed$/, couple);

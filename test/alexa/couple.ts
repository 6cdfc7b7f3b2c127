/** Ana and Bo: what two people who are willing say to each question. */
import type { ResponseEnvelope } from 'ask-sdk-model';
import type { Echo } from './envelopes.ts';

export interface Couple {
  a: string;
  b: string;
  /** What each would like kept, without the words before it. */
  thanks: { a: string; b: string };
}

export const anaAndBo: Couple = {
  a: 'Ana',
  b: 'Bo',
  thanks: { a: 'the tea you made', b: 'how you listened' },
};

/** Answers what was asked last; starts the skill if nothing was. */
export function answer(echo: Echo, couple: Couple = anaAndBo): Promise<ResponseEnvelope> {
  const asked = echo.stateId();
  if (asked === '' || asked === 'closed') return echo.launch();
  if (asked.startsWith('names.a')) return echo.say('NamesIntent', { name: couple.a });
  if (asked.startsWith('names.b')) return echo.say('NamesIntent', { name: couple.b });
  if (asked.includes('appreciate.a@'))
    return echo.say('AppreciationIntent', { iAppreciate: couple.thanks.a });
  if (asked.includes('appreciate.b@'))
    return echo.say('AppreciationIntent', { iAppreciate: couple.thanks.b });
  return echo.say('AMAZON.YesIntent');
}

/** Goes on until this is asked (or `closed`). */
export async function until(
  echo: Echo,
  stateId: RegExp,
  couple: Couple = anaAndBo,
): Promise<ResponseEnvelope> {
  for (let exchange = 0; exchange < 60; exchange += 1) {
    const response = await answer(echo, couple);
    if (stateId.test(echo.stateId())) return response;
  }
  throw new Error(`sixty answers, and ${stateId} has not been asked; the last was ${echo.stateId()}`);
}

/** From the beginning (or where it stands) to the close. */
export const toTheClose = (echo: Echo, couple?: Couple): Promise<ResponseEnvelope> =>
  until(echo, /^closed$/, couple);

import { LIMITS } from '../cloud/limits.ts';
import { asArray, asString, isRecord } from '../json-value.ts';
import type { Violation } from './violation.ts';

/** A card as the Alexa app shows it. */
export interface Card {
  readonly title: string;
  /** Lines are separated by `\n`. */
  readonly text: string;
}

/**
 * Reads `response.card`.
 *
 * @returns null if there is none, or if its type is unknown to Alexa.
 */
export function readCard(card: unknown): Card | null {
  if (!isRecord(card)) return null;
  const title = asString(card.title) ?? '';
  switch (card.type) {
    case 'Simple':
      return { title, text: lines(card.content) };
    case 'Standard':
      return { title, text: lines(card.text) };
    case 'AskForPermissionsConsent':
      return { title: 'Permissions wanted', text: asArray(card.permissions).map(String).join('\n') };
    case 'LinkAccount':
      return { title: 'Link your account', text: '' };
    default:
      return null;
  }
}

/** What is wrong with `response.card`. Source: Request and Response JSON Reference, "Card object". */
export function violationsOfCard(card: unknown): readonly Violation[] {
  if (card === undefined || card === null) return [];
  const read = readCard(card);
  if (read === null || !isRecord(card)) {
    const type = isRecord(card) ? String(card.type) : String(card);
    return [refused(`The response has a card of the unknown type "${type}".`)];
  }
  if (card.type === 'Simple' && read.text === '') return [refused('The Simple card has no content.')];
  const images = Object.entries(isRecord(card.image) ? card.image : {});
  if (card.type === 'Standard' && read.text === '' && images.length === 0) {
    return [refused('The Standard card has neither a text nor an image.')];
  }
  for (const [size, url] of images) {
    if (
      typeof url === 'string' &&
      /^https:\/\/\S+$/u.test(url) &&
      url.length <= LIMITS.imageUrlCharacters.value
    )
      continue;
    return [
      refused(
        `The ${size} of the card is no https:// address of at most ${LIMITS.imageUrlCharacters.value} characters.`,
      ),
    ];
  }
  const permissions = asArray(card.permissions);
  const named = permissions.length > 0 && permissions.every((scope) => typeof scope === 'string');
  if (card.type === 'AskForPermissionsConsent' && !named) {
    return [refused('The AskForPermissionsConsent card names no permissions.')];
  }
  const characters = read.title.length + read.text.length;
  const { value } = LIMITS.cardCharacters;
  if (characters <= value) return [];
  return [refused(`The card has ${characters} characters, more than the ${value} allowed.`)];
}

const refused = (sentence: string): Violation => ({ sentence, refused: true });

const lines = (text: unknown): string => (asString(text) ?? '').replace(/\r\n?/gu, '\n');

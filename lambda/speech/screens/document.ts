import document from './document.json' with { type: 'json' };

/**
 * The one APL document, which shows every screen. What it shows is in its data source: a `ScreenData`, which it reads as
 * `payload.screen`.
 *
 * https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/apl-document.html
 */
export const screenDocument: Readonly<Record<string, unknown>> = document;

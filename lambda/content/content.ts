/** The type of the content of a language. The content of a locale is data of this type. */
import type { Depth, Practice } from '../conversation/model/household.ts';
import type { LineKey } from '../conversation/model/lines.ts';
import type { Hearing } from './hearing.ts';

/**
 * One wording of a line, or several to choose from. `{{name}}` is a parameter, `[[next]]` is a phrase that people can
 * say.
 */
export type Wording = string | readonly string[];

/** The content of a language. */
export interface Content {
  locale: string;
  /** The IANA name of the time zone in which most of its speakers live. */
  zone: string;
  /** Whether the hours of a day are counted to 12 or to 23, in the terms of Intl. */
  clock: 'h12' | 'h23';
  /** The wording of every line. */
  lines: Readonly<Record<LineKey, Wording>>;
  /**
   * Reflection questions by practice, depth and id. An id is two letters for the practice and depth and a number. It
   * never changes.
   */
  questions: Readonly<Record<Practice, Readonly<Record<Depth, Readonly<Record<string, string>>>>>>;
  /** Questions for laughing together, by id: an `f` and a number. It never changes. */
  fun: Readonly<Record<string, string>>;
  /** Tips of the day by practice. */
  tips: Readonly<Record<Practice, readonly string[]>>;
  /** Lengths of time and numbers of times, in the plural forms of speech/texts.ts. */
  time: Readonly<Record<string, string>>;
  /**
   * The one APL document, which shows every screen. What it shows is in its data source: a `ScreenData` (lambda/speech),
   * which it reads as `payload.screen`.
   *
   * https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/apl-document.html
   */
  screenDocument: Readonly<Record<string, unknown>>;
  hearing: Hearing;
}

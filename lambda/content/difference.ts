/** Makes the content of an English locale from that of the US and its differences. */
import type { LineKey } from '../conversation/model/lines.ts';
import type { Content, Wording } from './content.ts';
import type { Hearing } from './hearing.ts';

/** The lines that contain a telephone number for help. Every locale has its own wording of each. */
export const LOCAL_LINES = [
  'support.asked',
  'support.by-text',
  'support.self-harm',
  'support.other-self-harm',
  'support.unsafe',
  'support.emergency',
  'support.child',
  'support.hurt-someone',
] as const satisfies readonly LineKey[];

type LocalLine = (typeof LOCAL_LINES)[number];

/** How the English of a locale differs from that of the US. */
export interface Difference {
  locale: string;
  /** See `Content`. */
  zone: string;
  /** The lines with another wording. The compiler demands all of `LOCAL_LINES`. */
  lines: Readonly<Record<LocalLine, Wording>> & Readonly<Partial<Record<LineKey, Wording>>>;
  /** Phrases that show an emergency, such as "call triple zero", in addition to those of the US. */
  emergency?: readonly string[];
}

/** English: the content of the US, and how that of every other locale differs. */
export interface English {
  us: Omit<Content, 'hearing'>;
  /** What the US needs to understand words. It is the largest part, and is read when there are words. */
  hearing(): Hearing;
  /** Of the other countries. */
  others: readonly Difference[];
  /** Of English without a country, for every locale that is not known. */
  anywhere: Difference;
}

/** The content of the US. */
export function contentOfUS({ us, hearing }: English): Content {
  return {
    ...us,
    get hearing() {
      return hearing();
    },
  };
}

/**
 * The content of another English locale. What is not in its differences is the same as in the US. The differences are
 * put into it when they are first needed, since most deployments need few of the locales.
 */
export function contentOf(
  { locale, zone, lines, emergency = [] }: Difference,
  { us, hearing }: English,
): Content {
  let ownLines: Content['lines'] | undefined;
  let ownHearing: Content['hearing'] | undefined;
  return {
    ...us,
    locale,
    zone,
    get lines() {
      ownLines ??= { ...us.lines, ...lines };
      return ownLines;
    },
    get hearing() {
      ownHearing ??= withEmergency(hearing(), emergency);
      return ownHearing;
    },
  };
}

function withEmergency(hearing: Hearing, phrases: readonly string[]): Hearing {
  const { danger } = hearing;
  return { ...hearing, danger: { ...danger, emergency: [...danger.emergency, ...phrases] } };
}

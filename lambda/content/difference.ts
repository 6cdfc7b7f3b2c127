/** What one place says otherwise than the US, and how the two become its content. */
import type { LineKey } from '../conversation/model/lines.ts';
import type { Content, Wording } from './content.ts';
import { enUS } from './en-US/en-us.ts';

/** The lines that name a helpline or an emergency number: each place words every one of them itself. */
export const LOCAL_LINES = [
  'support.asked',
  'support.self-harm',
  'support.unsafe',
  'support.emergency',
] as const satisfies readonly LineKey[];

type LocalLine = (typeof LOCAL_LINES)[number];

export interface Difference {
  locale: string;
  /** See `Content`. */
  zone: string;
  /** The compiler refuses a place that leaves out a local line. */
  lines: Readonly<Record<LocalLine, Wording>> & Readonly<Partial<Record<LineKey, Wording>>>;
  /** Phrases that are a cry for help in this place, such as "call triple zero", besides those of the US. */
  emergency?: readonly string[];
}

/** English as spoken in another place than the US: all that is not different is that of the US. */
export function english({ locale, zone, lines, emergency = [] }: Difference): Content {
  const { concerns } = enUS.hearing;
  return {
    ...enUS,
    locale,
    zone,
    lines: { ...enUS.lines, ...lines },
    hearing: {
      ...enUS.hearing,
      concerns: { ...concerns, emergency: [...concerns.emergency, ...emergency] },
    },
  };
}

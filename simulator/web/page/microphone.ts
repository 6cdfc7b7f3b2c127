/** The microphone: the speech recognition of the browser, if it has one. */

interface RecognitionResult {
  readonly isFinal: boolean;
  readonly [index: number]: { readonly transcript: string };
}
interface RecognitionEvent {
  readonly results: Iterable<RecognitionResult>;
}
interface Recognition {
  lang: string;
  interimResults: boolean;
  continuous: boolean;
  onresult: ((event: RecognitionEvent) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}
type RecognitionClass = new () => Recognition;

export interface ListenOptions {
  readonly locale: string;
  /** Called with what is understood so far. */
  readonly onHearing: (words: string) => void;
  /** Called once, with the words; null if nothing was understood, and then perhaps with the reason. */
  readonly onHeard: (words: string | null, problem: string | null) => void;
}

export interface Microphone {
  /** Why there is none; null if there is one. */
  readonly missing: string | null;
  /** Listens for one sentence. @returns a function that stops it */
  listen(options: ListenOptions): () => void;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  'not-allowed': 'The browser may not use the microphone. Allow it in the address bar, or type.',
  'service-not-allowed': 'The browser may not recognise speech here. Type instead.',
  'audio-capture': 'No microphone was found. Type instead.',
  network: "The browser's speech recognition cannot be reached. Type instead.",
};

/** Creates the microphone. It listens only while it is told to. */
export function createMicrophone(): Microphone {
  const known = window as unknown as Record<string, RecognitionClass | undefined>;
  const Recognition = known.SpeechRecognition ?? known.webkitSpeechRecognition;
  if (Recognition === undefined) {
    const missing = 'This browser has no speech recognition: type instead, or use Chrome, Edge or Safari.';
    return { missing, listen: () => () => {} };
  }
  return {
    missing: null,
    listen: ({ locale, onHearing, onHeard }) => {
      const recognition = new Recognition();
      let words = '';
      let problem: string | null = null;
      let isOver = false;
      Object.assign(recognition, { lang: locale, interimResults: true, continuous: false });
      recognition.onresult = ({ results }) => {
        words = [...results]
          .map((result) => result[0]?.transcript ?? '')
          .join(' ')
          .trim();
        onHearing(words);
      };
      recognition.onerror = ({ error }) => {
        problem = PROBLEMS[error] ?? null;
      };
      recognition.onend = () => {
        if (isOver) return;
        isOver = true;
        onHeard(words === '' ? null : words, problem);
      };
      recognition.start();
      return () => {
        if (isOver) return;
        isOver = true;
        recognition.abort();
      };
    },
  };
}

/** How people talk to the Echo: the text field, the wake-word switch, the microphone. */
import { element } from './elements.ts';
import type { Microphone } from './microphone.ts';

export interface TalkOptions {
  readonly microphone: Microphone;
  readonly locale: () => string;
  /** Called with what is said, and whether the wake word comes first. */
  readonly onSay: (words: string, wake: boolean) => void;
  /**
   * Called when the microphone button is pressed, or presses itself: stops what is playing, unless the microphone of the
   * Echo is open. @returns whether the wake word is needed
   */
  readonly onSpeak: () => boolean;
  /** Called if nothing was said after all. */
  readonly onNothing: () => void;
}

export interface Talk {
  /** Says something to whoever looks at the page, e.g. why it was not heard. */
  note(sentence: string): void;
  /** Whether somebody is typing or speaking. */
  isBusy(): boolean;
  /** Whether the browser is listening. */
  isListening(): boolean;
  /** The microphone of the Echo has opened, or closed. */
  opened(open: boolean): void;
}

/** Milliseconds after the last key for which somebody still counts as typing. */
const TYPING = 6000;

/** Creates the controls. */
export function createTalk({ microphone, locale, onSay, onSpeak, onNothing }: TalkOptions): Talk {
  const form = element('say', HTMLFormElement);
  const words = element('words', HTMLInputElement);
  const wake = element('wake', HTMLInputElement);
  const button = element('mic', HTMLButtonElement);
  const note = element('note', HTMLElement);
  let typedAt = Number.NEGATIVE_INFINITY;
  let stop: (() => void) | null = null;
  /** Whether somebody is speaking, as far as the browser can tell. */
  let hearing = false;
  /** Whether the microphone was used before, so that it opens by itself with that of the Echo. */
  let byVoice = false;
  let wasOpen = false;

  const tell = (sentence: string) => {
    note.textContent = sentence;
  };
  const say = (said: string, woken: boolean) => {
    words.value = '';
    typedAt = Number.NEGATIVE_INFINITY;
    tell('');
    onSay(said, woken);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (words.value.trim() === '') return;
    say(words.value.trim(), wake.checked);
  });
  words.addEventListener('input', () => {
    typedAt = words.value === '' ? Number.NEGATIVE_INFINITY : performance.now();
  });

  const listen = () => {
    if (stop !== null) return;
    const needsWake = onSpeak();
    button.setAttribute('aria-pressed', 'true');
    const end = microphone.listen({
      locale: locale(),
      onHearing: (heard) => {
        hearing = true;
        words.value = heard;
      },
      onHeard: (heard, problem) => {
        stop = null;
        hearing = false;
        button.setAttribute('aria-pressed', 'false');
        if (problem !== null) {
          byVoice = false;
          tell(problem);
        }
        if (heard === null) onNothing();
        else say(heard, needsWake);
      },
    });
    stop = () => {
      end();
      stop = null;
      hearing = false;
      words.value = '';
      button.setAttribute('aria-pressed', 'false');
      onNothing();
    };
  };
  if (microphone.missing === null) button.hidden = false;
  else tell(microphone.missing);
  button.addEventListener('click', () => {
    if (stop !== null) {
      byVoice = false;
      stop();
      return;
    }
    byVoice = true;
    tell('');
    listen();
  });

  return {
    note: tell,
    isListening: () => stop !== null,
    isBusy: () => hearing || performance.now() - typedAt < TYPING,
    opened: (open) => {
      if (open === wasOpen) return;
      wasOpen = open;
      wake.checked = !open;
      words.placeholder = open ? 'Type your answer' : 'Type what you say to Alexa';
      if (open && byVoice) listen();
      // The microphone of the Echo has closed, and with it that of the browser.
      if (!open && stop !== null) stop();
    },
  };
}

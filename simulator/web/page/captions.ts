/** The words on the page: what is being said, and the conversation so far. */
import { element, made } from './elements.ts';
import type { ExchangeMessage } from './messages.ts';

/** The number of lines of the conversation that are kept. */
const MOST_LINES = 300;
/** What the simulator puts before a sentence that is no breach of a rule. */
const ADVICE = 'Advice:';
/** Characters of a caption from which on it is set in a smaller size. */
const LONG = 110;

export interface Captions {
  /** What Alexa is saying in a turn, which has a name. The same words in the same turn are one line. */
  alexa(turn: string, text: string): void;
  /** Nothing is being said: the caption stays, and steps back. */
  quiet(): void;
  /** Takes the caption away. */
  none(): void;
  /** What somebody said. @returns a function that adds that nobody heard it */
  you(words: string): () => void;
  /** Something that is neither said nor heard. */
  remark(text: string): void;
  /** What came of an exchange besides what is said. */
  exchange(message: ExchangeMessage): void;
  clear(): void;
}

/**
 * Creates the captions.
 *
 * @param onRemark takes each remark, which has to be seen although the conversation so far is folded in.
 */
export function createCaptions(onRemark: (text: string) => void): Captions {
  const caption = element('caption', HTMLElement);
  const log = element('log', HTMLOListElement);
  // What scrolls can be scrolled with the keyboard.
  log.tabIndex = 0;
  let last = '';
  const add = (who: string, text: string, ...classes: string[]): HTMLLIElement => {
    const line = made('li', '', ...classes);
    if (who !== '') line.append(made('b', `${who}: `));
    line.append(text);
    log.append(line);
    while (log.childElementCount > MOST_LINES) log.firstElementChild?.remove();
    log.scrollTop = log.scrollHeight;
    return line;
  };
  const remark = (text: string) => {
    add('', text, 'remark');
    onRemark(text);
  };
  return {
    alexa: (turn, text) => {
      caption.classList.remove('past');
      caption.classList.toggle('long', text.length > LONG);
      if (caption.textContent !== text) caption.textContent = text;
      if (`${turn} ${text}` === last || text === '') return;
      last = `${turn} ${text}`;
      add('Alexa', text);
    },
    quiet: () => caption.classList.add('past'),
    none: () => {
      if (caption.textContent !== '') caption.textContent = '';
    },
    you: (words) => {
      const line = add('You', words, 'you');
      return () =>
        line.append(made('span', ' (the microphone is closed: only you two heard that)', 'remark'));
    },
    remark,
    exchange: ({ error, violations, reminders, card }) => {
      for (const text of reminders) {
        add('Reminder', text);
        onRemark(`Reminder: ${text}`);
      }
      if (error !== null) remark(`(${error})`);
      for (const violation of violations) {
        if (violation.startsWith(ADVICE)) remark(violation);
        else {
          add('', `! ${violation}`, 'bad');
          onRemark(`! ${violation}`);
        }
      }
      if (card !== null) remark(`(card in the Alexa app) ${card.title} / ${card.text}`);
    },
    clear: () => {
      log.replaceChildren();
      caption.textContent = '';
      last = '';
    },
  };
}

/**
 * A whole evening of two people: a first check-in, a sentence and a question of their own to save, another name, a
 * reminder, the recap, and two deletions. Whatever fails, they go on with it, and a ledger holds what they were told.
 */
import type { ResponseEnvelope } from 'ask-sdk-model';
import { anaAndBo, answer } from '../alexa/couple.ts';
import type { Echo } from '../alexa/envelopes.ts';
import { isHeard } from '../alexa/responses.ts';
import type { Stage } from './stage.ts';
import { type Stored, storedOf } from './stored.ts';

/** What a promise is broken by. */
export interface Finding {
  promise: 'lost' | 'doubled' | 'resurrected' | 'leaked' | 'unhandled' | 'place';
  where: string;
}

/** A request whose process was ended: nobody heard an answer. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** What they say to be saved, each by a word that is in it alone. */
const SAID = {
  tea: anaAndBo.thanks.a,
  listened: anaAndBo.thanks.b,
  soup: 'thank you for the soup you made',
  laugh: 'keep a question for us what makes you laugh',
} as const;
type Word = keyof typeof SAID;
const WORDS = Object.keys(SAID) as Word[];

/** What they were told, by the word of each sentence. */
export interface Ledger {
  /** They said yes to it, and no reply said that it is not saved. */
  saved: Set<Word>;
  /** They heard that it is deleted. */
  deleted: Set<Word>;
  /** How often a yes to it had no answer at all. */
  unheard: Map<Word, number>;
}

/** The lines that say that it is not saved, or that nothing is known of it. */
const NOT_SAVED = [
  'confirm.not-kept',
  'own.not-kept',
  'error.unexpected',
  'store.unreachable',
  'conflict.elsewhere',
  'conflict.gone',
] as const;

/** How many requests each of their wishes may take, with all that fails. */
const MOST = 40;
const YES = 'AMAZON.YesIntent';

export interface Evening {
  findings: Finding[];
  ledger: Ledger;
  /** How many exchanges there were. */
  exchanges: number;
  /** What is stored at its end, without what depends on moments and on chance. */
  outcome: unknown;
}

/** Plays the evening. @param onKilled - what happens after a process was ended, before they go on */
export async function anEvening(
  stage: Stage,
  onKilled: () => Promise<void> = async () => {},
): Promise<Evening> {
  const { echo } = stage;
  const ledger: Ledger = { saved: new Set(), deleted: new Set(), unheard: new Map() };
  const findings: Finding[] = [];
  let [exchanges, asked]: [number, Word | null] = [0, null];
  let stored = await storedOf(stage);
  /** Whether no session is open: at the beginning, and after the process was killed. */
  let isCold = true;

  /** One exchange, and all that has to hold after it. */
  const turn = async (
    act: () => Promise<ResponseEnvelope>,
    told: (reply: ResponseEnvelope) => void = () => {},
  ): Promise<void> => {
    const before = isCold ? '' : echo.stateId();
    const confirmed = before.includes('confirm') ? asked : null;
    exchanges += 1;
    try {
      const reply = await act();
      isCold = false;
      if (confirmed !== null && !echo.stateId().includes('confirm') && !isHeard(reply, ...NOT_SAVED))
        ledger.saved.add(confirmed);
      told(reply);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      if (confirmed !== null) ledger.unheard.set(confirmed, (ledger.unheard.get(confirmed) ?? 0) + 1);
      await onKilled();
      echo.hangUp();
      isCold = true;
    }
    stored = await storedOf(stage);
    const at = `exchange ${exchanges}, after ${before}`;
    findings.push(
      ...broken(ledger, stored).map((finding) => ({ ...finding, where: `${finding.where}: ${at}` })),
    );
  };

  const isOver = (): boolean => isCold || echo.stateId() === '' || echo.stateId() === 'closed';

  /** Says something, and answers what is asked then, until a wish is fulfilled. */
  const until = async (wish: string, fulfilled: () => boolean, act: () => Promise<void>): Promise<void> => {
    for (let times = 0; times < MOST; times += 1) {
      if (fulfilled() && isOver()) return;
      if (fulfilled()) await turn(() => echo.say('AMAZON.StopIntent'));
      else await act();
    }
    findings.push({ promise: 'place', where: `${wish}: not reached, left at ${echo.stateId()}` });
  };
  const say = (words: () => Promise<ResponseEnvelope>, told?: (reply: ResponseEnvelope) => void) => () =>
    turn(isOver() ? words : () => echo.say(YES), told);

  await until(
    'the check-in',
    () => stored.record?.household.counts.finished === 1,
    () => {
      const word = WORDS.find((one) => answersWith(echo, SAID[one]));
      if (word !== undefined) asked = word;
      return turn(() => (isCold ? echo.launch() : answer(echo)));
    },
  );
  echo.now += 3_600_000;
  for (const word of ['soup', 'laugh'] as const) {
    asked = word;
    await until(
      word,
      () => ledger.saved.has(word),
      say(() => echo.words(SAID[word])),
    );
  }
  await until(
    'another name',
    () => stored.record?.household.names.b === 'Bob',
    () => turn(() => (isOver() ? echo.launch() : echo.say('RenameIntent', { name: 'Bo', other: 'Bob' }))),
  );
  await until(
    'a reminder',
    () => stored.record?.household.reminder != null,
    say(() => echo.words('remind us every sunday at seven in the evening')),
  );
  let heard = false;
  await until(
    'the recap',
    () => heard,
    say(
      () => echo.say('RecapIntent'),
      (reply) => {
        heard ||= JSON.stringify(reply).includes('soup');
      },
    ),
  );
  await until(
    'taking back',
    () => ledger.deleted.has('soup'),
    () => {
      if (isCold || echo.stateId() !== 'take-back') {
        return turn(() => echo.say('TakeBackIntent'));
      }
      // Whichever sentence was read out is the newest that is left.
      const isIt = JSON.stringify(echo.exchanges.at(-1)?.response).includes('soup');
      if (isIt) ledger.saved.delete('soup');
      return turn(
        () => echo.say(isIt ? YES : 'AMAZON.NoIntent'),
        () => {
          // It is gone if another one is the newest.
          if (!isIt) ledger.deleted.add('soup');
        },
      );
    },
  );
  const ofBo = ['listened', 'laugh'] as const;
  await until(
    "forgetting one's words",
    () => ledger.deleted.has('listened'),
    () => {
      if (!isOver()) for (const word of ofBo) ledger.saved.delete(word);
      return turn(
        isOver() ? () => echo.say('ForgetWordsIntent', { name: 'Bob' }) : () => echo.say(YES),
        (reply) => {
          if (isHeard(reply, 'forget.words-done')) for (const word of ofBo) ledger.deleted.add(word);
        },
      );
    },
  );
  return { findings, ledger, exchanges, outcome: outcomeOf(stored) };
}

/** Whether the next answer of the two is this sentence. */
function answersWith(echo: Echo, sentence: string): boolean {
  const asked = echo.stateId();
  return (
    (asked.includes('appreciate.a@') && sentence === SAID.tea) ||
    (asked.includes('appreciate.b@') && sentence === SAID.listened)
  );
}

/** Which promises are broken by what is stored, given what they were told. */
export function broken({ saved, deleted, unheard }: Ledger, { appreciations, questions }: Stored): Finding[] {
  return WORDS.flatMap((word): Finding[] => {
    const copies = [...appreciations, ...questions].filter((text) => text.includes(word)).length;
    // What is said outside of an exercise once more, because nobody heard an answer, is another sentence to the skill.
    const most = word === 'soup' ? 1 + (unheard.get(word) ?? 0) : 1;
    if (copies === 0 && saved.has(word)) return [{ promise: 'lost', where: word }];
    if (copies > most) return [{ promise: 'doubled', where: word }];
    if (copies > 0 && deleted.has(word)) return [{ promise: 'resurrected', where: word }];
    return [];
  });
}

/** What must be the same at the end, whatever failed. The chosen questions and the moments can differ. */
function outcomeOf({ record, appreciations, questions }: Stored): unknown {
  const { household, place } = record ?? {};
  return {
    place,
    appreciations,
    questions,
    names: household?.names,
    counts: household?.counts,
    next: household?.next,
    settings: household?.settings,
    reminder: household?.reminder != null,
    heard: household?.heard.split(' ').length,
  };
}

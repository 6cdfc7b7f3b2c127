/** What somebody says beside a yes or a no that takes it back, or changes what it is a yes to. */
import type { Hearing } from '../content/hearing.ts';
import { type Event, type EventType, WITHOUT_EDIT, type WithoutEdit } from '../conversation/model/event.ts';
import { createReadEdit } from './edits.ts';
import { UNCLEAR } from './event-of-sense.ts';
import type { Clues } from './evidence.ts';
import { hasPhrase, phraseAt, phraseAtEnd } from './phrases-in-words.ts';
import { createIsReported, isWeighty, saysToSave } from './plain-yes.ts';
import { NEGATED } from './reading.ts';

/** Corrects the event of what was said by what was said beside it. */
export type WithSecondThoughts = (event: Event, clues: Clues) => Event;

/** Answers that do what was asked, in words that can be taken back. */
const YES: ReadonlySet<EventType> = new Set(['yes', 'keep-it', 'next', 'delete-it', 'take-back', 'send']);
/** Answers after which something is not saved, or a place is dropped. */
const NO: ReadonlySet<EventType> = new Set(['no', 'delete-it', 'take-back', 'rather-not']);
/** What the end of a break is taken for. */
const BACK: ReadonlySet<EventType> = new Set(['no', 'thanks', 'unclear']);
/** Answers that delete it. */
const DELETE: ReadonlySet<EventType> = new Set(['delete-it', 'take-back']);
/** Answers to the question whether to begin, and words in the longest that is plain by itself. */
const ANSWERS: ReadonlySet<EventType> = new Set(['yes', 'next', 'resume', 'no', 'skip', 'keep-it']);
const MOST_IN_AN_ANSWER = 2;
/** Words in the longest yes that means another time. */
const MOST_IN_A_DELAY = 5;
/** Who wants something. */
const SPEAKERS: ReadonlySet<string> = new Set(['i', 'we']);
/** Words from "don't" on in which it denies a wish to save something. */
const MOST_DENIED = 7;
/** Words in the longest no that only says that something shall not be saved. */
const MOST_UNSAVING = 8;
/** What is wished for in place of what was left. */
const WISHES: ReadonlySet<string> = new Set(['menu', 'choose', 'start-over']);

/** Prepares it. */
export function createSecondThoughts(hearing: Hearing): WithSecondThoughts {
  const editIn = createReadEdit(hearing);
  const isReported = createIsReported(hearing);
  const { secondThoughts } = hearing;
  const { taken, changed, kept, later, part, dropped, one, all, saving, unsaving, asking, stopping, right } =
    secondThoughts;
  /** Whether somebody wants to save something: "I don't want to save anything" does not. */
  const wantsToSave = (words: readonly string[]): boolean =>
    hasPhrase(words, secondThoughts.toSave) &&
    !words.some(
      (_, at) => phraseAt(words, secondThoughts.denying, at) !== undefined && denies(words.slice(at)),
    );
  /** Whether a denial is about saving: in "don't go, I want to save something" it is not. */
  const denies = (words: readonly string[]): boolean => {
    const saving = words.findIndex((_, at) => phraseAt(words, secondThoughts.toSave, at) !== undefined);
    const between = words.slice(0, Math.max(saving, 0));
    const isThought = between.some((word) => secondThoughts.thinking.includes(word));
    return (
      saving !== -1 && saving < MOST_DENIED && (isThought || !between.some((word) => SPEAKERS.has(word)))
    );
  };
  const thought: WithSecondThoughts = (event, clues) => {
    const { heard, kind, question, candidates } = clues;
    const has = (phrases: readonly string[]): boolean => hasPhrase(heard.words, phrases);
    const says = (...meanings: string[]): boolean =>
      candidates.some(
        ({ meaning, cost }) => meanings.some((begins) => meaning.startsWith(begins)) && cost < NEGATED,
      );
    const isOfOne = has(one) && !has(all);
    // "Forget that last bit" is about one sentence. Everything is deleted only if everything was said.
    if (event.type === 'forget' && event.what === 'us' && isOfOne && !says('forget'))
      return { type: 'take-back' };
    // "Stop, I said the other one", and "no, stop, wrong person". Their place is kept.
    const isNone = event.type === 'unclear' || event.type === 'no';
    if (isNone && phraseAt(heard.words, stopping) !== undefined && !has(unsaving)) return { type: 'stop' };
    // "Not tonight, I just want to save a couple of nice things" turns nothing off.
    if (event.type === 'dont-save' && wantsToSave(heard.words) && !has(unsaving))
      return { type: 'appreciation', text: '', barbed: false };
    if (event.type === 'no' && phraseAtEnd(heard.words, secondThoughts.orNot) !== undefined) return UNCLEAR;
    if (kind === null || question === null) return event;
    // After a recap "yes, that was lovely" begins nothing, and "no, that was mine" ends nothing.
    if (kind === 'welcome' && question.talking && ANSWERS.has(event.type)) {
      if (says('delete-it', 'take-back')) return { type: 'take-back' };
      const plain =
        event.type === 'no' || event.type === 'skip' ? secondThoughts.ending : secondThoughts.starting;
      if (heard.words.length > MOST_IN_AN_ANSWER && !has(plain)) return UNCLEAR;
      if (clues.polarity === null && !has(plain)) return UNCLEAR;
    }
    const isNothing = phraseAt(heard.words, secondThoughts.nothing) !== undefined;
    if (event.type === 'dont-save' && question.listensFor === 'appreciation' && isNothing && !has(unsaving))
      return { type: 'skip' };
    const asksToSave = kind.endsWith('confirm');
    const isDeclined =
      clues.polarity?.says !== 'yes' && phraseAt(heard.words, secondThoughts.declining) !== undefined;
    if (question.yes === 'deletes' && event.type === 'unclear' && isDeclined) return { type: 'no' };
    const isYes = event.type === 'yes' || event.type === 'unclear';
    if (question.yes === 'allows' && isYes && isReported(clues)) return { type: 'yes', reported: true };
    // "All right, where does it go?" allows nothing yet.
    if (question.yes === 'allows' && event.type === 'yes' && has(asking)) return UNCLEAR;
    // "I want my sentence to be saved" turns nothing off.
    if (event.type === 'dont-save' && asksToSave && !has(unsaving)) return UNCLEAR;
    // "Eh, what have you got there?" saves nothing, and neither does "okay, so who does that go to?".
    const begun = heard.words.slice(heard.words.findIndex((word) => !secondThoughts.fillers.includes(word)));
    const isQuestion = phraseAt(begun, secondThoughts.questions) !== undefined;
    if (YES.has(event.type) && asksToSave && isQuestion) return UNCLEAR;
    // "I wouldn't like to save that" is no yes.
    const isKeeping = event.type === 'yes' || event.type === 'keep-it';
    if (isKeeping && asksToSave && clues.polarity?.says !== 'yes' && has(unsaving)) return UNCLEAR;
    if (YES.has(event.type)) {
      if ((isWeighty(clues) || kind.startsWith('recap')) && has(taken)) return UNCLEAR;
      const deletes = question.yes === 'deletes' && event.type !== 'keep-it';
      if (deletes && has(kept) && !has(dropped)) return UNCLEAR;
      // "Everything except the appreciations", "oh, whatever, yes", and "yes, tomorrow".
      // One sentence can go although "we'll do another later".
      const isOfAll = !kind.startsWith('take-back');
      const isLater = has(secondThoughts.delays) && (isOfAll || heard.words.length <= MOST_IN_A_DELAY);
      if (
        deletes &&
        (isLater || (isOfAll && (has(secondThoughts.excepting) || has(secondThoughts.careless))))
      )
        return UNCLEAR;
      // "Forget that", where everything would be deleted.
      if (deletes && kind.startsWith('forget') && isOfOne && !says('yes', 'delete-it', 'forget'))
        return UNCLEAR;
      // "Yes, but say stayed up": another wording, if a sentence is to be saved.
      if (isWeighty(clues) && has(changed)) return asksToSave ? { type: 'reword' } : UNCLEAR;
    }
    // "No, no, don't save that" wants no other wording.
    const isNotToSave = has(secondThoughts.notSaving) && !has(part);
    if (event.type === 'no' && asksToSave && isNotToSave && heard.words.length <= MOST_UNSAVING)
      return { type: 'skip' };
    // "No, only the first part."
    if (NO.has(event.type) && asksToSave && has(secondThoughts.onlyPart)) return { type: 'reword' };
    // "No, that's perfect", "that's not bad": nothing is dropped.
    if (NO.has(event.type) && asksToSave && has(right) && !has(unsaving)) return UNCLEAR;
    // "You left out a bit, that's fine, save it please."
    const isWanted = asksToSave && event.type === 'unclear' && clues.polarity?.says !== 'no';
    const endsWithWish = phraseAtEnd(heard.words, secondThoughts.wanted) !== undefined;
    if (isWanted && !has(taken) && !has(secondThoughts.unsure) && endsWithWish) return { type: 'keep-it' };
    const isToSave = says('keep-it') || (has(saving) && !has(unsaving));
    if (NO.has(event.type) && asksToSave && isToSave && !has(dropped)) return UNCLEAR;
    const isWish = candidates.some(({ meaning, found }) => WISHES.has(meaning) && found >= 1);
    // "No, Bo's turn isn't done": it is asked again. "Gone? I didn't want it gone": the place is there again.
    const isOpen = has(secondThoughts.unfinished) && !has(dropped) && !isWish;
    if ((isNone || event.type === 'skip') && (isOpen || has(secondThoughts.undropped))) {
      if (kind === 'carry-on') return UNCLEAR;
      if (kind === 'fresh') return { type: 'keep-it' };
    }
    if (kind === 'carry-on' && !has(dropped) && !isWish) {
      // "Not that bit, the rest", and "not tonight, keep it for tomorrow".
      if (event.type === 'skip' && has(part)) return { type: 'resume' };
      if ((NO.has(event.type) || event.type === 'skip') && has(later)) return { type: 'keep-it' };
    }
    // "No, I don't want a break" is no wish for more of it.
    if (kind === 'paused' && event.type === 'no' && has(secondThoughts.unpausing)) return { type: 'resume' };
    // "Nah, she left, we're good", "cheers, back now".
    if (kind === 'paused' && BACK.has(event.type) && has(secondThoughts.paused)) return { type: 'resume' };
    // Asked what would help, "it's okay, let's go on" is no yes to the first of it.
    if (kind === 'hard-moment.choices' && event.type === 'yes' && says('resume')) return { type: 'resume' };
    // "Don't save that" is about the sentence, and not about the whole evening.
    const isSentence = asksToSave || question.listensFor === 'appreciation';
    return event.type === 'dont-save' && isOfOne && isSentence ? { type: 'skip' } : event;
  };
  return (event, clues) => {
    const { heard, kind } = clues;
    const isRight = hasPhrase(heard.words, secondThoughts.right);
    // "Fire, not stove" is no yes: none is in it.
    const isKeeping = event.type === 'yes' || event.type === 'keep-it';
    const isYes = isKeeping && (isRight || saysToSave(clues));
    const isOfPart = DELETE.has(event.type) && hasPhrase(heard.words, secondThoughts.part);
    const canChange = isBesideEdit(event.type) || event.type === 'reword' || isOfPart;
    // "Take off the last bit, and then yes."
    const isChange = kind?.endsWith('confirm') === true && canChange && !(isRight && NO.has(event.type));
    const edit = isChange ? editIn(heard.text, isYes) : null;
    // What it means without the change has its second thoughts too: "yes without the, actually no" saves nothing.
    const otherwise = thought(event, clues);
    if (edit === null) return otherwise;
    if (edit.out.length === 0) return { type: 'reword' };
    // "Delete the last bit, the rest is fine" does not delete the sentence, even if that bit is not in it.
    const or = isOfPart || (isKeeping && !isYes) ? 'unclear' : otherwise.type;
    return { type: 'reword', edit, ...(isBesideEdit(or) && { or }) };
  };
}

/** Whether an event can stand beside a change of a sentence. */
function isBesideEdit(type: EventType): type is WithoutEdit {
  const all: readonly EventType[] = WITHOUT_EDIT;
  return all.includes(type);
}

/** The type of what a language needs for understanding besides its phrases: words around what is meant. */
import type { Danger } from './danger.ts';
import type { Costs, Phrases } from './phrases.ts';

/** What is needed to understand a language. */
export interface Hearing {
  phrases: Phrases;
  /**
   * What somebody says after help was offered who wants quiet, or cannot talk now, unless they ask for help with it; and who
   * says that there is no danger, unless more follows, such as "but", or what `worried` has.
   */
  hush: {
    quiet: readonly string[];
    cannotTalk: readonly string[];
    /** The same at the end of what was said alone: "he's looking". */
    quietAtEnd: readonly string[];
    asking: readonly string[];
    /** Words of somebody who would rather write than call. */
    writing: readonly string[];
    /** What forbids to say it again, and so asks for nothing. */
    forbidding: readonly string[];
    denied: readonly string[];
    /** The same, plain enough to count more than a danger in doubt: "it was a joke". */
    misheard: readonly string[];
    undenied: readonly string[];
  };
  /**
   * What somebody says after help was offered who is not done with it, though a no is in it: "no, it's not me", "no joke".
   */
  worried: readonly string[];
  /** Words around a name that are not part of it, and answers that are no name. */
  names: {
    before: readonly string[];
    after: readonly string[];
    not: readonly string[];
    /** Words after which a word is no name. */
    nouns: readonly string[];
    /** Words between two names of which the second is to be used. */
    instead: readonly string[];
    /** Words after a name that tell what somebody is like. */
    describing: readonly string[];
    /** Words before a name at the end of what was said. */
    leading: readonly string[];
    /** Words before a name of the one who speaks, and of the other one: "I'm Nia, he's Dan" are two names. */
    ofSpeaker: readonly string[];
    ofPartner: readonly string[];
    /** Words before the name of somebody who is introduced by the other one. */
    introducing: readonly string[];
  };
  /** Words before and after a sentence to keep that are not part of it, and those with which an appreciation begins. */
  sentences: {
    leads: readonly string[];
    /** Words that are left out if one of the subjects follows them: "that he waited". */
    conjunctions: readonly string[];
    subjects: readonly string[];
    ends: readonly string[];
    thanks: readonly string[];
    /** The wish to say one, without its text: "something nice"; and the words between it and the one it is about. */
    wishes: readonly string[];
    about: readonly string[];
    /** Words between a wish and the one whose sentence follows: "one from Bo, she made tea". */
    by: readonly string[];
    /** Words around a sentence that ask to save it: "put on our list that". */
    saving: readonly string[];
  };
  /**
   * Words after a number that is no length; words before a day or a time that is to be set, and (`doing`) those that set it
   * unless one of `subjects` does it ("we do Friday yoga"); what turns down a length named by a word (`negating`); words
   * before what is no period, such as "having" before "a rough day"; words for the short one, for the long one and for one
   * between them; those before the name of an exercise (`naming`); those with which a wish to delete something begins; and
   * words for a single thing that was kept ("the sofa one").
   */
  besideYes: {
    noLength: readonly string[];
    setting: readonly string[];
    doing: readonly string[];
    subjects: readonly string[];
    negating: readonly string[];
    noPeriod: readonly string[];
    short: readonly string[];
    long: readonly string[];
    middle: readonly string[];
    naming: readonly string[];
    tooShort: readonly string[];
    deleting: readonly string[];
    named: readonly string[];
  };
  /**
   * Phrases before the name of an exercise, a length or a day that show that it is not the one they want ("not the"), and
   * after it ("is too long"); what only limits a length ("no more than"); and what suggests something although it seems to
   * turn it down: "why not".
   */
  rejecting: {
    before: readonly string[];
    after: readonly string[];
    limiting: readonly string[];
    suggesting: readonly string[];
  };
  /**
   * How a change of a sentence is said that was read back: before what is left out, before and after what is changed
   * ("change it to"), before what something stands instead of, words around what is meant, words for all of it and for a
   * place in it, and what begins another change.
   */
  edits: {
    leavingOut: readonly string[];
    changing: readonly string[];
    into: readonly string[];
    instead: readonly string[];
    before: readonly string[];
    after: readonly string[];
    whole: readonly string[];
    places: readonly string[];
    next: readonly string[];
  };
  /** Words for a new partner, and those that say so together: "it's not Bo any more, I'm with Kevin". */
  somebodyNew: {
    found: readonly string[];
    nowWith: readonly string[];
    noLonger: readonly string[];
  };
  /**
   * How something is limited to what one of them said ("only the ones from Bo"): words that limit; words for what the speaker
   * said, and the other one; what can stand between; words before the name of the one whom it is for; words that keep it. And to all that they saved
   * ("delete the appreciations"): words for that, and words that show that more is meant.
   */
  whose: {
    only: readonly string[];
    mine: readonly string[];
    theirs: readonly string[];
    between: readonly string[];
    before: readonly string[];
    kept: readonly string[];
    saved: readonly string[];
    whole: readonly string[];
    /** Words before what they saved that leave it out ("everything but"), and words of somebody who wants to hear it. */
    butFor: readonly string[];
    listening: readonly string[];
    /** What stands before the name of the one who said a sentence: "it's from Bo". */
    authored: readonly string[];
    /** And in "the one from Bo". */
    by: readonly string[];
  };
  /** Who is spoken of, beside the names, and the words after them that tell of a yes: "she says yes". */
  reporting: { subjects: readonly string[]; says: readonly string[] };
  /** Words for a death, for others than the two, and for the two; and what shows that no parting or quarrel is meant. */
  parting: {
    died: readonly string[];
    others: readonly string[];
    partners: readonly string[];
    notMeant: readonly string[];
    /** Words for a parting, which is that of others if one of those stands before it: "my sister's getting divorced". */
    parted: readonly string[];
    /** Words between others and a parting that make it theirs: "I told my mum that we split up". */
    self: readonly string[];
    /** What shows that a quarrel is a joke: "we're only bickering, ignore us". */
    passing: readonly string[];
    /** And what shows that it is none. */
    serious: readonly string[];
  };
  /** Where somebody is who will be back soon ("she's gone to answer the door"), what says that they are, and that one is alone. */
  away: { briefly: readonly string[]; back: readonly string[]; alone: readonly string[] };
  /** Words for the chimes, what speaks against them, and what shows that another bell is meant. */
  chimes: { words: readonly string[]; against: readonly string[]; others: readonly string[] };
  /** What asks whether there is a reminder, and what stops it. */
  reminder: { asking: readonly string[]; stopping: readonly string[] };
  /** Words that show that a name is spoken of, and words before what is no name: "Bo's one is too mushy". */
  renaming: { words: readonly string[]; degrees: readonly string[] };
  /** What is said beside a yes or a no: what takes it back, what changes what it is a yes to, and what "don't save" is about. */
  secondThoughts: {
    /** What asks to save something, what turns saving off, and the questions beside a yes that allows nothing yet. */
    saving: readonly string[];
    unsaving: readonly string[];
    asking: readonly string[];
    /** The beginning of words that stop, whatever comes after it. */
    stopping: readonly string[];
    /** What joins something else to a yes: "yes, and then we're done". */
    joining: readonly string[];
    /** What wishes to save something, although a no is beside it, and the beginning of words that there is nothing to save. */
    toSave: readonly string[];
    nothing: readonly string[];
    /** What takes back the length that was said before it: "the twenty, no, the short one". */
    restarting: readonly string[];
    /** The beginning of what adds nothing to a sentence ("yes, and thank you"), and words for others than the speaker. */
    unadded: readonly string[];
    others: readonly string[];
    taken: readonly string[];
    changed: readonly string[];
    /** What keeps what would be deleted, unless it is `dropped`. */
    kept: readonly string[];
    /** Beside a no to going on with what was left: that it is for another day; and words for a part of it. */
    later: readonly string[];
    part: readonly string[];
    /** What says the opposite of keeping. */
    dropped: readonly string[];
    /** What says that a sentence is right although a no or a "not" is in it, and what asks to save it at the end. */
    right: readonly string[];
    wanted: readonly string[];
    /** What shows that it is only asked about, or not wanted yet. */
    unsure: readonly string[];
    /** What is a no where something would be deleted: "I'm good". */
    declining: readonly string[];
    /** How a question begins that is no yes to saving: "did you save that". */
    questions: readonly string[];
    /** What says that a sentence shall not be saved, and that no break is wanted. */
    notSaving: readonly string[];
    unpausing: readonly string[];
    /** What says that a break is over, and the end of a question that is no no: "is that free or not". */
    paused: readonly string[];
    orNot: readonly string[];
    /** What is left out of a deletion of everything, what decides nothing, and when it is to be done instead. */
    excepting: readonly string[];
    careless: readonly string[];
    delays: readonly string[];
    /** What denies a wish to save something, also with words such as "I think" between. */
    denying: readonly string[];
    /** What says that only a part of a sentence is to be saved. */
    onlyPart: readonly string[];
    /** What says that what was left is not over, and that its place is not to be dropped. */
    unfinished: readonly string[];
    undropped: readonly string[];
    /** What begins, and what ends the session, after a recap that they may be talking about. */
    starting: readonly string[];
    ending: readonly string[];
    /** Words before a question that change nothing. */
    fillers: readonly string[];
    thinking: readonly string[];
    /** One sentence, and everything. */
    one: readonly string[];
    all: readonly string[];
  };
  /**
   * Words before and after a question of their own that are not part of it, and words that ask.
   */
  ownQuestions: {
    leads: readonly string[];
    ends: readonly string[];
    asking: readonly string[];
  };
  /** Phrases that show that an appreciation contains a reproach. */
  barbed: readonly string[];
  /** Phrases that only sound like one of those. */
  idioms: readonly string[];
  danger: Danger;
  dangerCosts: Costs;
}

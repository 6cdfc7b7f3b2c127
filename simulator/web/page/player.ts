/** Plays a turn: speech, silence and the chime, and then the time in which the microphone is open. */
import type { Chime } from './chime.ts';
import type { Heard, Segment, TurnMessage } from './messages.ts';
import type { Saying, Voice } from './voice.ts';

/** What is going on in a turn. */
export type Playing =
  | { readonly doing: 'nothing' }
  | { readonly doing: 'speaking'; readonly text: string }
  /** `done` is the part of the quiet that has passed, from 0 to 1. */
  | { readonly doing: 'quiet'; readonly done: number }
  | { readonly doing: 'listening' }
  /** All has played, and the microphone is closed. */
  | { readonly doing: 'over' };

export interface PlayerOptions {
  readonly voice: Voice;
  readonly chime: Chime;
  /** Called whenever something else is going on, and often while a quiet passes. */
  readonly onChange: (playing: Playing) => void;
  /** Called when the simulator has to know how much time has passed. */
  readonly onPassed: (heard: Heard) => void;
  /** Whether the open microphone waits, because somebody is about to answer. */
  readonly isHeld: () => boolean;
}

export interface Player {
  /** Plays a turn from where it is. The turn that is playing goes on, if it is the same. */
  play(turn: TurnMessage | null): void;
  /** Stops the sound, and the time. @returns what was heard */
  pause(): Heard | null;
  /** Goes on after a pause. */
  resume(): void;
  /** Skips what is said, or the quiet that is passing. */
  skip(): void;
  /** What was heard so far; null if nothing is playing. */
  heard(): Heard | null;
  setSpeed(speed: number): void;
  /** Has the rest of what is being said spoken, or not, as the voice now can or cannot. */
  speakAnew(): void;
  /** Lets the time pass that has passed. It is called often. */
  tick(): void;
}

/** A silence shorter than this, in seconds, is a pause in what is said. */
const SHORTEST_QUIET = 2;
/** Milliseconds between two looks at the clock. */
const TICK = 100;
/** Milliseconds between two reports of how much has passed. */
const REPORT = 2000;
/** At more than this speed nothing is spoken: captions are quicker. */
const FASTEST_SPEECH = 4;
/** The open microphone closes no faster than at this speed: otherwise nobody could answer. */
const FASTEST_WINDOW = 4;
/** How much longer than expected a voice may take, and seconds that it may take to begin. */
const SLOWEST_VOICE = 3;
const VOICE_BEGINS = 4;
/** Seconds by which the end of the window is reported late, so that rounding cannot make it early. */
const AFTER = 0.05;

/** Creates a player that plays nothing. */
export function createPlayer({ voice, chime, onChange, onPassed, isHeld }: PlayerOptions): Player {
  let turn: TurnMessage | null = null;
  let index = 0;
  /** Seconds of the turn before the segment, and within it. After the last segment, within the window. */
  let before = 0;
  let within = 0;
  let saying: Saying | null = null;
  let isSpoken = false;
  /** Seconds for which the voice has been at what it says. */
  let spokenFor = 0;
  let speed = 1;
  let paused = false;
  let last = performance.now();
  let reported = last;
  let closed = false;

  const segment = (): Segment | undefined => turn?.segments[index];
  const position = () => before + within;

  const stopVoice = () => {
    saying?.stop();
    saying = null;
    isSpoken = false;
  };

  const begin = () => {
    const current = segment();
    isSpoken = false;
    if (current?.kind === 'audio') {
      if (within < current.seconds / 2) chime.play();
    } else if (current?.kind === 'speech' && speed <= FASTEST_SPEECH && voice.canSpeak() && !paused) {
      const { id } = turn as TurnMessage;
      const at = index;
      isSpoken = true;
      spokenFor = 0;
      saying = voice.say(restOf(current, within), speed === 1 ? 1 : 1.7, () => {
        if (turn?.id !== id || index !== at || !isSpoken) return;
        finish();
        tick();
      });
    }
    tell();
  };

  /** Goes on to the next segment. */
  const finish = () => {
    before += segment()?.seconds ?? 0;
    index += 1;
    within = 0;
    saying = null;
    isSpoken = false;
    if (segment() === undefined) report();
    begin();
  };

  /** Goes on with what is being said as the settings are now: in another tempo, aloud or not. */
  const speakAnew = () => {
    if (segment()?.kind !== 'speech') return;
    stopVoice();
    begin();
  };

  const report = () => {
    reported = performance.now();
    if (turn !== null) onPassed({ turn: turn.id, seconds: position() });
  };

  const playing = (): Playing => {
    const current = segment();
    if (turn === null) return { doing: 'nothing' };
    if (current === undefined) return { doing: turn.listens && !closed ? 'listening' : 'over' };
    const quiet = quietAround(turn.segments, index);
    if (quiet.seconds < SHORTEST_QUIET) return { doing: 'speaking', text: wordsAt(turn.segments, index) };
    return { doing: 'quiet', done: Math.min(1, (position() - quiet.begins) / quiet.seconds) };
  };
  const tell = () => onChange(playing());

  /** Lets seconds of the virtual clock pass. */
  const pass = (seconds: number) => {
    let left = seconds;
    for (let current = segment(); current !== undefined && left > 0; current = segment()) {
      if (isSpoken) {
        // The voice says when it is done; until then the position follows it.
        const expected = Math.min(0.97, (within + left) / Math.max(0.1, current.seconds));
        const said = saying?.progress() ?? 0;
        within = Math.max(within, Math.max(said, expected) * current.seconds);
        spokenFor += left;
        if (spokenFor > current.seconds * SLOWEST_VOICE + VOICE_BEGINS * speed) stopVoice();
        return;
      }
      const rest = current.seconds - within;
      if (left < rest) {
        within += left;
        return;
      }
      left -= rest;
      finish();
    }
    if (segment() === undefined) passWindow((left * Math.min(speed, FASTEST_WINDOW)) / speed);
  };

  const passWindow = (seconds: number) => {
    if (turn === null || turn.window === null || closed || (turn.listens && isHeld())) return;
    within += seconds;
    if (within < turn.window) return;
    closed = true;
    within = turn.window + AFTER;
    report();
    tell();
  };

  function tick(): void {
    const now = performance.now();
    const seconds = ((now - last) / 1000) * speed;
    last = now;
    if (turn === null || paused) return;
    pass(seconds);
    if (segment()?.kind === 'silence') tell();
    if (segment() !== undefined && now - reported > REPORT) report();
  }
  setInterval(tick, TICK);

  return {
    tick,
    play: (next) => {
      if (next !== null && next.id === turn?.id) {
        turn = next;
        tell();
        return;
      }
      stopVoice();
      turn = next;
      paused = false;
      closed = false;
      index = 0;
      before = 0;
      within = 0;
      last = performance.now();
      reported = last;
      let elapsed = next?.elapsed ?? 0;
      for (
        let current = segment();
        current !== undefined && elapsed >= current.seconds;
        current = segment()
      ) {
        elapsed -= current.seconds;
        before += current.seconds;
        index += 1;
      }
      within = elapsed;
      begin();
    },
    pause: () => {
      tick();
      stopVoice();
      paused = true;
      return turn === null ? null : { turn: turn.id, seconds: position() };
    },
    resume: () => {
      if (!paused) return;
      paused = false;
      last = performance.now();
      begin();
    },
    skip: () => {
      tick();
      const current = segment();
      if (turn === null || current === undefined) return;
      const quiet = quietAround(turn.segments, index);
      stopVoice();
      if (quiet.seconds >= SHORTEST_QUIET) within = Math.max(within, quiet.begins + quiet.seconds - before);
      else within = current.seconds;
      pass(0.001);
      report();
    },
    heard: () => {
      tick();
      return turn === null ? null : { turn: turn.id, seconds: position() };
    },
    setSpeed: (next) => {
      if (next === speed) return;
      tick();
      speed = next;
      speakAnew();
    },
    speakAnew: () => {
      tick();
      speakAnew();
    },
  };
}

/** The rest of what is said, if the beginning was heard: from the sentence in which it was left. */
function restOf({ text, seconds }: Segment, within: number): string {
  const from = Math.floor((within / Math.max(0.1, seconds)) * text.length);
  if (within < 1) return text;
  const begins = Math.max(0, text.slice(0, from).search(/[^.!?]*$/u));
  return text.slice(begins).trim();
}

/** The stretch of silence that a segment belongs to; of no length if it is not silent. */
function quietAround(segments: readonly Segment[], index: number): { begins: number; seconds: number } {
  let begins = 0;
  let seconds = 0;
  let at = 0;
  for (const [place, { kind, seconds: length }] of segments.entries()) {
    if (kind !== 'silence') {
      if (place >= index) break;
      seconds = 0;
    } else {
      if (seconds === 0) begins = at;
      seconds += length;
    }
    at += length;
  }
  return segments[index]?.kind === 'silence' ? { begins, seconds } : { begins: 0, seconds: 0 };
}

/** What is being said at a segment: its own words, or those before a sound or a short pause. */
function wordsAt(segments: readonly Segment[], index: number): string {
  for (let at = index; at >= 0; at -= 1) {
    const { kind, text = '' } = segments[at] ?? {};
    if (kind === 'speech') return text;
  }
  return '';
}

/** The chime: two soft bells, made here. */

/** A partial of a bell: its pitch in proportion to the note, its loudness, and the seconds in which it fades. */
const PARTIALS = [
  [1, 0.5, 1.6],
  [2.01, 0.18, 0.9],
  [3.02, 0.07, 0.5],
] as const;
/** The notes, in hertz, and when each begins, in seconds: D5 and A5. */
const NOTES = [
  [587.33, 0],
  [880, 0.24],
] as const;
const LOUDNESS = 0.22;

export interface Chime {
  /** Allows sound. Browsers want that to be done in answer to a click or a key. */
  unlock(): void;
  /** Sounds it now. */
  play(): void;
}

/** Creates the chime. It stays silent in a browser without WebAudio. */
export function createChime(): Chime {
  let audio: AudioContext | undefined;
  const ring = (context: AudioContext, pitch: number, at: number) => {
    for (const [ratio, loudness, fades] of PARTIALS) {
      const tone = new OscillatorNode(context, { frequency: pitch * ratio });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(loudness * LOUDNESS, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + fades);
      tone.connect(volume).connect(context.destination);
      tone.start(at);
      tone.stop(at + fades);
    }
  };
  return {
    unlock: () => {
      if (typeof AudioContext === 'undefined') return;
      audio ??= new AudioContext();
      void audio.resume();
    },
    play: () => {
      if (audio === undefined) return;
      for (const [pitch, after] of NOTES) ring(audio, pitch, audio.currentTime + after);
    },
  };
}

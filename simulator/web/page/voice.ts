/** Alexa's voice: the speech synthesis of the browser, if it has one. */

/** Something that is being said. */
export interface Saying {
  /** The part of it that has been said, from 0 to 1, as far as the browser tells. */
  progress(): number;
  /** Stops at once. */
  stop(): void;
}

export interface Voice {
  /** Whether there is a voice to speak with. */
  canSpeak(): boolean;
  /** Speaks a text. @param done is called at its end, also if it fails. */
  say(text: string, rate: number, done: () => void): Saying;
}

/** Creates the voice for a language such as "en-US". */
export function createVoice(locale: () => string): Voice {
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : null;
  // Some browsers load their voices only when they are asked for.
  synthesis?.getVoices();

  const voiceFor = (): SpeechSynthesisVoice | null => {
    const voices = synthesis?.getVoices() ?? [];
    const wanted = locale().toLowerCase();
    const score = ({ lang, localService, name }: SpeechSynthesisVoice): number => {
      const tag = lang.toLowerCase().replace('_', '-');
      if (!tag.startsWith(wanted.slice(0, 2))) return -1;
      return (
        (tag === wanted ? 4 : 0) + (localService ? 2 : 0) + (/female|aria|samantha|zira/iu.test(name) ? 1 : 0)
      );
    };
    return voices.filter((it) => score(it) >= 0).sort((one, two) => score(two) - score(one))[0] ?? null;
  };

  return {
    canSpeak: () => voiceFor() !== null,
    say: (text, rate, done) => {
      const said = new SpeechSynthesisUtterance(text);
      const voice = voiceFor();
      if (voice !== null) said.voice = voice;
      said.lang = voice?.lang ?? locale();
      said.rate = rate;
      let progress = 0;
      let isOver = false;
      const end = () => {
        if (isOver) return;
        isOver = true;
        done();
      };
      said.onboundary = ({ charIndex }) => {
        progress = Math.max(progress, charIndex / Math.max(1, text.length));
      };
      said.onend = end;
      said.onerror = end;
      synthesis?.speak(said);
      return {
        progress: () => progress,
        stop: () => {
          isOver = true;
          synthesis?.cancel();
        },
      };
    },
  };
}

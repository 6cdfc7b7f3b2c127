/** A limit of Alexa, and the source that states it. */
export interface Limit {
  readonly value: number;
  readonly source: string;
}

const RESPONSE_FORMAT =
  'Alexa Skills Kit, Request and Response JSON Reference, "Response format" (developer.amazon.com/docs/custom-skills/request-and-response-json-reference.html)';
const SSML_REFERENCE =
  'Alexa Skills Kit, SSML Reference (developer.amazon.com/docs/custom-skills/speech-synthesis-markup-language-ssml-reference.html)';

/** The limits that every response is checked against. */
export const LIMITS = {
  /** Bytes of the whole response. The reference says "120 kilobytes", which is taken for 120,000 bytes. */
  responseBytes: { value: 120_000, source: RESPONSE_FORMAT },
  /** Characters of one outputSpeech. */
  speechCharacters: {
    value: 8000,
    source: 'developer.amazon.com/docs/custom-skills/best-practice-text-response.html',
  },
  /** Seconds of all the audio in a response. */
  audioSeconds: { value: 240, source: `${SSML_REFERENCE}, "audio"` },
  /** Seconds of all the audio in a reprompt. */
  repromptSeconds: { value: 90, source: `${SSML_REFERENCE}, "audio"` },
  /** `<audio>` tags in one outputSpeech. Stated in Amazon's forum in 2016; whether it still holds is not known. */
  audioTags: { value: 5, source: 'amazon.developer.forums.answerhub.com/articles/2758' },
  /** Seconds of one `<break>`. */
  breakSeconds: { value: 10, source: `${SSML_REFERENCE}, "break"` },
  /** Characters of a card: its title and its text together. */
  cardCharacters: { value: 8000, source: RESPONSE_FORMAT },
  /** Characters of the address of an image on a card. */
  imageUrlCharacters: { value: 2000, source: RESPONSE_FORMAT },
  /** Audio files in one APLA document. */
  aplaAudioFiles: { value: 15, source: 'alexa.design/apl-audio' },
} as const satisfies Record<string, Limit>;

/**
 * Seconds that Alexa waits for the skill to answer. Source: Request and Response JSON Reference. A progressive response
 * does not extend them.
 */
export const RESPONSE_SECONDS = 8;

/** Seconds that the microphone stays open after the audio. Source: Amazon's forum, article 242597 ("within 8 seconds"). */
export const LISTENING_SECONDS = 8;

/**
 * Seconds that a device with a screen keeps a session open, with the microphone closed, after a response without
 * shouldEndSession. Source: Request and Response JSON Reference, "shouldEndSession".
 */
export const LINGERING_SECONDS = 30;

/** The directives that a response may contain. Source: ask-sdk-model 1.86.0, `Directive`; APLA adds RenderDocument. */
export const KNOWN_DIRECTIVES: ReadonlySet<string> = new Set([
  'Alexa.Advertisement.InjectAds',
  'Alexa.Presentation.APL.ExecuteCommands',
  'Alexa.Presentation.APL.RenderDocument',
  'Alexa.Presentation.APL.SendIndexListData',
  'Alexa.Presentation.APL.SendTokenListData',
  'Alexa.Presentation.APL.UpdateIndexListData',
  'Alexa.Presentation.APLA.RenderDocument',
  'Alexa.Presentation.APLT.ExecuteCommands',
  'Alexa.Presentation.APLT.RenderDocument',
  'Alexa.Presentation.HTML.HandleMessage',
  'Alexa.Presentation.HTML.Start',
  'Alexa.SmartVision.SnapshotProvider.GetSnapshotDirective',
  'AudioPlayer.ClearQueue',
  'AudioPlayer.Play',
  'AudioPlayer.Stop',
  'Connections.SendRequest',
  'Connections.SendResponse',
  'Connections.StartConnection',
  'Conversations.ResetContext',
  'CustomInterfaceController.SendDirective',
  'CustomInterfaceController.StartEventHandler',
  'CustomInterfaceController.StopEventHandler',
  'Dialog.ConfirmIntent',
  'Dialog.ConfirmSlot',
  'Dialog.Delegate',
  'Dialog.DelegateRequest',
  'Dialog.ElicitSlot',
  'Dialog.UpdateDynamicEntities',
  'Display.RenderTemplate',
  'GameEngine.StartInputHandler',
  'GameEngine.StopInputHandler',
  'GadgetController.SetLight',
  'Hint',
  'Navigation.Assistance.AnnounceRoadRegulation',
  'Tasks.CompleteTask',
  'VideoApp.Launch',
]);

/** The directives that the simulated devices carry out. Others are reported, because nothing happens. */
export const SIMULATED_DIRECTIVES: ReadonlySet<string> = new Set([
  'Alexa.Presentation.APL.RenderDocument',
  'Alexa.Presentation.APLA.RenderDocument',
  'Connections.SendRequest',
  'Dialog.ElicitSlot',
]);

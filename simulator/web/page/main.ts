/** The page: an Echo of the simulator, with a face and a voice. */
import { createCaptions } from './captions.ts';
import { createChime } from './chime.ts';
import { type ConnectionState, connect } from './connection.ts';
import { element } from './elements.ts';
import { createFace } from './face.ts';
import { createHints, hintsFor } from './hints.ts';
import { createInsightPanel } from './insight-panel.ts';
import {
  type DeviceMessage,
  type HelloMessage,
  type PageAction,
  type ServerMessage,
  TOO_MANY_TABS,
} from './messages.ts';
import { createMicrophone } from './microphone.ts';
import { createPlayer, type Playing } from './player.ts';
import { createScreenHost } from './screen-host.ts';
import { createSettings } from './settings.ts';
import { createTalk } from './talk.ts';
import { createVoice } from './voice.ts';

/** The page waits for an answer, but the household has one clock. */
const ENDED_ELSEWHERE = '(the session is over: meanwhile time passed at another device of this household)';

let hello: HelloMessage | null = null;
let device: DeviceMessage | null = null;
let playing: Playing = { doing: 'nothing' };
/** Nothing is played before somebody has clicked: browsers allow no sound until then. */
let started = false;
/** Whether the skill is being asked, and whether the device was told of since. */
let asking = false;
let told = false;
/** Whether the page is connected: without, it keeps nothing on view of what was said. */
let connected = false;
/** Adds to what was said last that nobody heard it. */
let markUnheard = () => {};

const captions = createCaptions((remark) => talk.note(remark));
const chime = createChime();
const face = createFace();
const synthesis = createVoice(() => hello?.locale ?? 'en-US');
const voice = { ...synthesis, canSpeak: () => settings.isAloud() && synthesis.canSpeak() };

const player = createPlayer({
  voice,
  chime,
  onChange: show,
  onPassed: (heard) => void connection.act({ do: 'advance' }, heard),
  isHeld: () => talk.isBusy() || settings.isPatient(),
});

const connection = connect({ onMessage: take, onState: showConnection, onBeat: player.tick });

const talk = createTalk({
  microphone: createMicrophone(),
  locale: () => hello?.locale ?? 'en-US',
  onSay: (words, wake) => say(words, wake),
  onSpeak: () => {
    begin();
    const isOpen = playing.doing === 'listening';
    if (!isOpen) player.pause();
    return !isOpen;
  },
  onNothing: () => {
    if (!asking && connected) player.resume();
  },
});

const showHints = createHints(({ words, wake }) => say(words, wake));

const screen = createScreenHost({
  element: element('screen', HTMLElement),
  // While the skill is asked, what is on the screen was answered already.
  onTouch: (id, token) => {
    if (!asking) void ask({ do: 'tap', id, token });
  },
  onWarning: (text) => captions.remark(`(the screen) ${text}`),
});

const settings = createSettings({
  onAction: (action) => void change(action),
  onSkip: () => {
    if (connected) player.skip();
  },
  onAloud: player.speakAnew,
  address: connection.address,
});

const insight = createInsightPanel({
  ask: connection.insight,
  onRecord: () => void change({ do: 'record' }),
  transcript: connection.transcript,
  onProblem: talk.note,
});

/** Changes a setting. If that fails, the page says so and shows what still holds. */
async function change(action: PageAction): Promise<void> {
  const problem = await connection.act(action, player.heard());
  if (problem === null) return;
  talk.note(problem);
  if (device !== null) settings.show(device);
}

/** Does something that the skill answers. What is playing stops at what was heard. */
async function ask(action: PageAction): Promise<void> {
  const heard = player.pause();
  asking = true;
  told = false;
  show(playing);
  const problem = await connection.act(action, heard);
  asking = false;
  if (problem !== null) talk.note(problem);
  // If there is no other turn, this one goes on. A message that is still on its way may bring one.
  if (connected && (problem !== null || told)) player.resume();
  show(playing);
  insight.refresh();
}

function say(words: string, wake: boolean): void {
  begin();
  const isCommand = words.startsWith('(');
  // As in simulator/device/commands.ts: "Alexa's" is no wake word.
  const isWoken = /^alexa(?![\p{L}\p{N}'’])/iu.test(words);
  const said = wake && !isCommand && !isWoken ? `Alexa, ${words}` : words;
  markUnheard = captions.you(said);
  void ask({ do: 'say', words, wake: wake && !isCommand });
}

function take(message: ServerMessage): void {
  switch (message.type) {
    case 'hello':
      if (hello !== null && hello.run !== message.run) restarted();
      hello = message;
      return;
    case 'device':
      takeDevice(message);
      return;
    case 'exchange':
      captions.exchange(message);
      if (!message.heard) {
        markUnheard();
        talk.note('The microphone is closed: only you two heard that. Say “Alexa” first.');
      }
      return;
    case 'reset':
      captions.clear();
      insight.clear();
      talk.note('A new household. Nothing is kept of the one before.');
  }
}

/** The simulator was started again: no session is open, and the place in the exercise is what the skill saved. */
function restarted(): void {
  device = null;
  player.play(null);
  captions.remark('(The Echo was started again. Open the skill, and it goes on from where you were.)');
}

function takeDevice(message: DeviceMessage): void {
  const isNew = message.turn?.id !== device?.turn?.id;
  const wasOpen = device?.session === 'open';
  const waited = playing.doing === 'listening' && (talk.isBusy() || settings.isPatient());
  device = message;
  told = true;
  settings.show(message);
  face.kind(message.kind);
  insight.recording(message.recording);
  player.setSpeed(message.speed);
  if (started) {
    player.play(message.turn);
    if (!isNew && !asking && !talk.isListening()) player.resume();
  }
  if (wasOpen && message.session === 'ended' && message.turn === null)
    captions.remark(waited ? ENDED_ELSEWHERE : '(the session is over)');
  element('start', HTMLButtonElement).textContent = message.session === 'open' ? 'Go on' : 'Start';
  show(playing);
}

function show(next: Playing): void {
  playing = next;
  const { doing } = next;
  if (!started || device === null || hello === null) {
    face.show('off');
    return;
  }
  face.show(asking ? 'thinking' : doing);
  if (next.doing === 'quiet') face.quiet(next.done);
  const { session, document, turn } = device;
  const isOver = session === 'ended' && (doing === 'over' || doing === 'nothing');
  if (isOver || !connected) captions.none();
  else if (next.doing === 'speaking') captions.alexa(`${hello.run} ${device.turn?.id}`, next.text);
  else if (doing === 'quiet') captions.quiet();
  else if (doing === 'nothing') captions.none();
  talk.opened(doing === 'listening' && !asking);
  screen.show(device.kind, isOver || !connected ? null : document);
  screen.pace(asking ? 0 : device.speed);
  const spoken = turn?.segments.map(({ text }) => text).join(' ') ?? '';
  showHints(hintsFor({ doing, session, document, spoken, invocation: hello.invocation }));
}

function showConnection(state: ConnectionState): void {
  const banner = element('connection', HTMLElement);
  const sentences: Readonly<Record<ConnectionState, string>> = {
    connecting: '',
    open: '',
    lost: 'The Echo is away. Start it again with npm start: this page comes back by itself.',
    locked: 'This page has no key. Open the address that npm start prints.',
    full: TOO_MANY_TABS,
  };
  banner.textContent = sentences[state];
  banner.hidden = sentences[state] === '';
  element('start', HTMLButtonElement).disabled = state !== 'open';
  connected = state === 'open';
  if (state === 'open' || state === 'connecting') return;
  player.pause();
  show(playing);
}

/** Begins to play, in answer to a click or a key. */
function begin(): void {
  if (started) return;
  started = true;
  chime.unlock();
  element('welcome', HTMLElement).hidden = true;
  element('say-now', HTMLElement).hidden = false;
}

element('start', HTMLButtonElement).addEventListener('click', () => {
  if (device === null || hello === null) return;
  begin();
  if (device.session === 'open') {
    player.play(device.turn);
    show(playing);
  } else {
    say(hello.invocation, true);
  }
  element('words', HTMLInputElement).focus();
});

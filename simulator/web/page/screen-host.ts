/** The screen of the Echo, in a frame that is loaded with the first document. */
import type { DeviceKind } from './messages.ts';
import type { RenderDocument } from './screen.ts';
import type { FromScreen, ToScreen } from './screen-messages.ts';
import type { Viewport } from './viewport.ts';

/** The screen of each kind that has one, as the simulator reports it (simulator/device/device-kind.ts). */
const VIEWPORTS: Partial<Record<DeviceKind, Viewport>> = {
  show: { width: 1280, height: 800, dpi: 160, shape: 'rectangle', mode: 'hub' },
  'show-round': { width: 480, height: 480, dpi: 160, shape: 'round', mode: 'hub' },
};

export interface ScreenHostOptions {
  /** Where the frame goes. */
  readonly element: HTMLElement;
  /** Takes the id of what was touched, and the token of the document in which it was; null if that has none. */
  readonly onTouch: (id: string, token: string | null) => void;
  /** Takes what the engine complains about. */
  readonly onWarning: (text: string) => void;
}

export interface ScreenHost {
  /** Shows a document; null for nothing. The same document again changes nothing. */
  show(kind: DeviceKind, document: Readonly<Record<string, unknown>> | null): void;
  /** How fast the time of the document passes. */
  pace(speed: number): void;
}

/** Creates the screen. Its frame is no part of the page until there is something to show. */
export function createScreenHost({ element, onTouch, onWarning }: ScreenHostOptions): ScreenHost {
  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let shown = '';
  let speed = 1;
  let waiting: ToScreen[] = [];

  // The frame has no origin that could be named. The policy of this page lets it show nothing but the screen.
  const send = (message: ToScreen) => {
    if (isReady) frame?.contentWindow?.postMessage(message, '*');
    else waiting.push(message);
  };
  const load = () => {
    frame = document.createElement('iframe');
    frame.title = 'Screen of the Echo';
    // Without `allow-same-origin`: what the engine runs can reach neither this page nor its key.
    frame.sandbox.add('allow-scripts');
    frame.src = '/screen';
    element.append(frame);
  };
  window.addEventListener('message', ({ source, data }: MessageEvent<FromScreen>) => {
    if (frame === undefined || source !== frame.contentWindow) return;
    if (data.from === 'warning') onWarning(data.text);
    if (data.from === 'touch' && typeof data.args[0] === 'string') onTouch(data.args[0], data.token);
    if (data.from !== 'ready') return;
    isReady = true;
    const messages = waiting;
    waiting = [];
    send({ to: 'pace', speed });
    for (const message of messages) send(message);
  });

  return {
    show: (kind, directive) => {
      const viewport = VIEWPORTS[kind];
      const next = viewport === undefined || directive === null ? '' : JSON.stringify([kind, directive]);
      if (next === shown) return;
      shown = next;
      if (viewport === undefined || directive === null) {
        if (frame !== undefined) send({ to: 'clear' });
        return;
      }
      if (frame === undefined) load();
      send({ to: 'show', viewport, directive: directive as unknown as RenderDocument });
    },
    pace: (next) => {
      if (next === speed) return;
      speed = next;
      if (frame !== undefined) send({ to: 'pace', speed });
    },
  };
}

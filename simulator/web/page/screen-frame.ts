/** The frame that holds a screen: draws what the page tells it, and tells the page what was touched. */
import { debounced } from './debounced.ts';
import { createScreen, type Screen } from './screen.ts';
import type { FromScreen, ToScreen } from './screen-messages.ts';

const element = document.getElementById('screen') as HTMLElement;
const tell = (message: FromScreen) => window.parent.postMessage(message, window.location.origin);

let screen: Screen | undefined;
/** The time of the documents: it passes as fast as the clock of the Echo. */
const pace = { speed: 1, real: performance.now(), shown: Date.now() };
const now = () => pace.shown + (performance.now() - pace.real) * pace.speed;

const touch = debounced((args: readonly unknown[], token: string | null) =>
  tell({ from: 'touch', args, token }),
);

function take(message: ToScreen): void {
  switch (message.to) {
    case 'pace':
      Object.assign(pace, { shown: now(), real: performance.now(), speed: message.speed });
      return;
    case 'clear':
      screen?.clear();
      return;
    case 'show': {
      const { viewport, directive } = message;
      screen ??= createScreen({
        ...{ element, viewport, now },
        onUserEvent: touch,
        onWarning: (text) => tell({ from: 'warning', text }),
      });
      screen
        .resize(viewport)
        .then(() => screen?.show(directive))
        .catch((error: unknown) => tell({ from: 'warning', text: String(error) }));
    }
  }
}

window.addEventListener('message', ({ source, origin, data }: MessageEvent<ToScreen>) => {
  if (source === window.parent && origin === window.location.origin) take(data);
});
tell({ from: 'ready' });

/** A plain screen: the words and the choices of a document's data, without its design. */
import type { Viewport } from './viewport.ts';

/** A directive `Alexa.Presentation.APL.RenderDocument`. */
export interface RenderDocument {
  readonly document: { readonly mainTemplate: { readonly parameters?: readonly string[] } };
  readonly datasources?: Readonly<Record<string, unknown>>;
}

export interface ScreenOptions {
  readonly element: HTMLElement;
  readonly viewport: Viewport;
  /** Called with the arguments of a `SendEvent`, when something was touched. */
  readonly onUserEvent: (args: readonly unknown[]) => void;
  readonly onWarning: (warning: string) => void;
  /** The time in milliseconds by which documents move. */
  readonly now?: () => number;
}

export interface Screen {
  show(directive: RenderDocument): Promise<void>;
  clear(): void;
  resize(viewport?: Viewport): Promise<void>;
}

/** Creates a screen that shows nothing yet. */
export function createScreen({ element, onUserEvent }: ScreenOptions): Screen {
  return {
    show: async ({ datasources }) => {
      const data = (datasources?.screen ?? {}) as {
        heading?: string;
        text?: string;
        items?: string[];
        choices?: { id: string; label: string }[];
      };
      const lines = [data.heading, data.text, ...(data.items ?? [])].filter((line) => line !== undefined);
      const buttons = (data.choices ?? []).map(({ id, label }) => {
        const button = document.createElement('button');
        button.textContent = label;
        button.addEventListener('click', () => onUserEvent([id]));
        return button;
      });
      Object.assign(element.style, { display: 'grid', placeContent: 'center', textAlign: 'center' });
      element.replaceChildren(
        ...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })),
        ...buttons,
      );
    },
    clear: () => element.replaceChildren(),
    resize: async () => {},
  };
}

/** The settings: the kind of Echo, the voice, the clock, sound, patience, other speakers, new people. */
import { element } from './elements.ts';
import { type DeviceKind, type DeviceMessage, type PageAction, SPEEDS, VOICES } from './messages.ts';

export interface SettingsOptions {
  readonly onAction: (action: PageAction) => void;
  readonly onSkip: () => void;
  /** Called when what Alexa says is spoken from here on, or no more. */
  readonly onAloud: () => void;
  /** The address of another tab. */
  readonly address: () => string;
}

export interface Settings {
  /** Shows how the device is. */
  show(device: DeviceMessage): void;
  /** Whether what Alexa says is spoken, where the browser has a voice. */
  isAloud(): boolean;
  /** Whether the open microphone waits for an answer, however long that takes. */
  isPatient(): boolean;
}

const KINDS: readonly DeviceKind[] = ['echo', 'show', 'show-round', 'alexa-plus'];

/** Creates the settings. */
export function createSettings({ onAction, onSkip, onAloud, address }: SettingsOptions): Settings {
  const voice = element('voice', HTMLSelectElement);
  const speed = element('speed', HTMLSelectElement);
  const sound = element('sound', HTMLInputElement);
  const patient = element('patient', HTMLInputElement);
  const another = element('another', HTMLAnchorElement);
  const sure = element('sure', HTMLDialogElement);
  const kinds = [...document.querySelectorAll<HTMLInputElement>('#kinds input')];

  for (const input of kinds) {
    input.addEventListener('change', () => {
      const kind = KINDS.find((it) => it === input.value);
      if (kind !== undefined) onAction({ do: 'become', kind });
    });
  }
  voice.addEventListener('change', () => {
    onAction({ do: 'voice', voice: VOICES.find((it) => it === voice.value) ?? null });
  });
  speed.addEventListener('change', () => {
    onAction({ do: 'speed', speed: SPEEDS.find((it) => it === Number(speed.value)) ?? 1 });
  });
  sound.addEventListener('change', onAloud);
  element('skip', HTMLButtonElement).addEventListener('click', onSkip);
  // The key is in the address only at the moment of the click, or for whoever opens a menu there.
  for (const event of ['pointerdown', 'focus', 'click'] as const)
    another.addEventListener(event, () => {
      another.href = address();
    });
  element('reset', HTMLButtonElement).addEventListener('click', () => sure.showModal());
  sure.addEventListener('close', () => {
    if (sure.returnValue === 'yes') onAction({ do: 'reset' });
    sure.returnValue = '';
  });

  return {
    show: (device) => {
      element('room', HTMLElement).textContent = device.name;
      for (const input of kinds) input.checked = input.value === device.kind;
      voice.value = device.voice ?? '';
      speed.value = String(device.speed);
    },
    isAloud: () => sound.checked,
    isPatient: () => patient.checked,
  };
}

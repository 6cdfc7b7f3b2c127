/** The screens that the walk over every state meets, in their real words. */
import { screenOf } from '../../lambda/conversation/screen.ts';
import { render } from '../../lambda/speech/render.ts';
import { renderScreen, type ScreenData } from '../../lambda/speech/screen.ts';
import { english } from '../skill.ts';
import { idOf } from '../walk/checks/check.ts';
import { walk } from '../walk/walk.ts';

/** A screen, and the id of a state in which it is shown. */
export interface WalkedScreen {
  readonly state: string;
  readonly data: ScreenData;
}

/** Each screen of the conversation once. It takes half a minute. Those that differ only in their seconds count as one. */
export function walkedScreens(): WalkedScreen[] {
  const byWords = new Map<string, WalkedScreen>();
  const heard = new Set<string>();
  for (const { reply, event } of walk('each-trait')) {
    const screen = screenOf(reply, event);
    if (screen === null || heard.size === heard.add(JSON.stringify([reply.acts, screen])).size) continue;
    const { timeline } = render(reply.acts, english.wording, 1);
    const data = renderScreen(screen, { acts: reply.acts, seed: 1, timeline }, english.wording);
    const words = JSON.stringify({ ...data, seconds: 0, after: 0, leaves: 0 });
    if (!byWords.has(words)) byWords.set(words, { state: idOf(reply.state), data });
  }
  return [...byWords.values()];
}

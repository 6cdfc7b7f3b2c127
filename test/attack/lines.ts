/** Which of the skill's lines are heard in a reply. */
import type { ResponseEnvelope } from 'ask-sdk-model';
import { enUS } from '../../lambda/content/en-US/en-us.ts';
import type { LineKey } from '../../lambda/conversation/model/lines.ts';
import { wordsOf } from '../alexa/responses.ts';

/** Whether one of these lines is heard, in any of its wordings, whatever stands in its parameters. */
export function isHeard(keys: readonly LineKey[], response: ResponseEnvelope): boolean {
  const words = wordsOf(response);
  return keys
    .flatMap((key) => [enUS.lines[key]].flat())
    .some((wording) => {
      let from = 0;
      return plain(wording).every((part) => {
        const at = words.indexOf(part, from);
        from = at + part.length;
        return at >= 0;
      });
    });
}

/** The parts of a wording that are always the same. */
function plain(wording: string): string[] {
  return wording
    .replaceAll('[[', '')
    .replaceAll(']]', '')
    .split(/\{\{[^}]*\}\}/u);
}

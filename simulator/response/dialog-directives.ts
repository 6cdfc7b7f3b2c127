import type { InteractionModel } from '../../interaction-models/interaction-model.ts';
import { hasDialogModel, intentOf, slotsOfIntent } from '../../interaction-models/model-facts.ts';
import { asString, isRecord, type JsonRecord } from '../json-value.ts';
import { type SkillResponse, typeOf } from './skill-response.ts';
import type { Violation } from './violation.ts';

/** The directives that say what the next words answer, and the property that names their slot. */
const SLOT_OF: Readonly<Record<string, string | null>> = {
  'Dialog.ElicitSlot': 'slotToElicit',
  'Dialog.ConfirmSlot': 'slotToConfirm',
  'Dialog.ConfirmIntent': null,
  'Dialog.Delegate': null,
  'Dialog.DelegateRequest': null,
};

/**
 * What is wrong with the directives that continue a dialog: there is one at most; it names an intent of the model and
 * only slots of that intent; the model has a dialog, although it need not name the intent; and Alexa asks by herself if
 * the dialog is delegated. Source: Alexa Skills Kit, Dialog Interface Reference
 * (developer.amazon.com/docs/custom-skills/dialog-interface-reference.html), "Dialog directive requirements" and
 * "Delegate directive": "Do not include outputSpeech or reprompt with the Dialog.Delegate directive".
 *
 * @param answered the intent that the response answers; null if the request was not an intent.
 */
export function violationsOfDialog(
  { answer, reprompt }: SkillResponse,
  answered: string | null,
  model: InteractionModel,
): readonly Violation[] {
  const directives = answer.directives.filter((directive) => Object.hasOwn(SLOT_OF, typeOf(directive)));
  const sentences = directives.flatMap((directive) => problemsOf(directive, answered, model));
  if (directives.length > 1) {
    sentences.push(
      `The response has ${directives.length} directives of a dialog (${directives.map(typeOf).join(', ')}), but may have one.`,
    );
  }
  const spoken = answer.characters > 0 || reprompt !== null;
  if (spoken && directives.some((directive) => typeOf(directive) === 'Dialog.Delegate')) {
    sentences.push('The response has Dialog.Delegate together with an outputSpeech or a reprompt.');
  }
  return sentences.map((sentence) => ({ sentence, refused: true }));
}

function problemsOf(directive: JsonRecord, answered: string | null, model: InteractionModel): string[] {
  const type = typeOf(directive);
  if (type === 'Dialog.DelegateRequest') return [];
  const updated = isRecord(directive.updatedIntent) ? directive.updatedIntent : {};
  const name = asString(updated.name) ?? answered;
  if (name === null) return [`${type} names no intent, and the request was not an intent.`];
  if (intentOf(model, name) === undefined)
    return [`${type} names the intent ${name}, which the model has not.`];
  const property = SLOT_OF[type] ?? null;
  const asked = property === null ? null : directive[property];
  if (property !== null && typeof asked !== 'string') return [`${type} has no ${property}.`];
  const slots = new Set(slotsOfIntent(model, name).map((slot) => slot.name));
  const named = [...(typeof asked === 'string' ? [asked] : []), ...Object.keys(updated.slots ?? {})];
  const unknown = [...new Set(named)].filter((slot) => !slots.has(slot));
  const sentences = unknown.map((slot) => `${type} names ${name}.${slot}, which is no slot of the intent.`);
  if (!hasDialogModel(model)) sentences.push(`${type} needs a dialog in the interaction model.`);
  return sentences;
}

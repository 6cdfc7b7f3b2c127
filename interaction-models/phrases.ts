/**
 * The samples of the model that are whole commands, for whoever reads words in a slot that takes whatever is said. The
 * model is the one source: `npm run phrases` writes them to the content of its language.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { localisedModel } from './localised-model.ts';

/** The intents whose samples without a slot are a command, by the name of the command. */
const INTENTS: Readonly<Record<string, readonly string[]>> = {
  yes: ['AMAZON.YesIntent'],
  no: ['AMAZON.NoIntent'],
  next: ['AMAZON.NextIntent'],
  skip: ['SkipIntent'],
  'rather-not': ['RatherNotIntent'],
  stop: ['AMAZON.StopIntent', 'AMAZON.CancelIntent'],
  help: ['AMAZON.HelpIntent'],
  repeat: ['AMAZON.RepeatIntent'],
  pause: ['AMAZON.PauseIntent'],
  where: ['WhereAreWeIntent'],
  'time-left': ['TimeLeftIntent'],
  'more-time': ['MoreTimeIntent'],
  support: ['SupportIntent'],
  'start-over': ['AMAZON.StartOverIntent'],
  resume: ['AMAZON.ResumeIntent'],
  another: ['AnotherIntent'],
  menu: ['MenuIntent'],
  progress: ['ProgressIntent'],
  tip: ['TipIntent'],
  done: ['DoneIntent'],
  appreciation: ['AppreciationIntent'],
  recap: ['RecapIntent'],
  'recap-for-me': ['MineIntent'],
  'recap-by-me': ['WhatISaidIntent'],
  'take-back': ['TakeBackIntent'],
  reword: ['RewordIntent'],
  kept: ['WhatIsKeptIntent'],
  'who-hears': ['WhoHearsIntent'],
  'dont-save': ['DontSaveIntent'],
  'save-again': ['SaveAgainIntent'],
  'forget-us': ['ForgetUsIntent'],
  'forget-me': ['ForgetMeIntent'],
  'forget-my-voice': ['ForgetVoiceIntent'],
  'forget-said-by-me': ['ForgetMyWordsIntent'],
  send: ['SendIntent'],
  remind: ['RemindIntent'],
  'remind-every-day': ['RemindDailyIntent'],
  'when-reminded': ['WhenRemindedIntent'],
  unremind: ['StopRemindingIntent'],
  'learn-voice': ['VoiceIntent'],
  'it-is-me': ['ItIsMeIntent'],
};

export const PHRASES_FILE = fileURLToPath(new URL('../lambda/content/en-US/commands.json', import.meta.url));

/**
 * The file of commands, as text: each command with the samples for it that have no slot.
 *
 * @throws {RangeError} if an intent that is named here is not in the model
 */
export function phrasesFile(): string {
  const { intents = [] } = localisedModel('en-US').interactionModel.languageModel ?? {};
  const lines = Object.entries(INTENTS).map(([command, names]) => {
    const phrases = names.flatMap((name) => {
      const intent = intents.find((one) => one.name === name);
      if (intent === undefined) throw new RangeError(`The model has no intent "${name}".`);
      return (intent.samples ?? []).filter((sample) => !sample.includes('{'));
    });
    return `  ${JSON.stringify(command)}: ${JSON.stringify(phrases)}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PHRASES_FILE, phrasesFile());

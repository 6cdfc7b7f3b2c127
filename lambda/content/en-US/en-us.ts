import type { Content } from '../content.ts';
import screenDocument from '../screen-document.json' with { type: 'json' };
import appreciation from './appreciation.json' with { type: 'json' };
import danger from './danger.json' with { type: 'json' };
import dangerCosts from './danger-costs.json' with { type: 'json' };
import exercises from './exercises.json' with { type: 'json' };
import flow from './flow.json' with { type: 'json' };
import fun from './fun.json' with { type: 'json' };
import hardMoments from './hard-moments.json' with { type: 'json' };
import hearing from './hearing.json' with { type: 'json' };
import help from './help.json' with { type: 'json' };
import keeping from './keeping.json' with { type: 'json' };
import learn from './learn.json' with { type: 'json' };
import menu from './menu.json' with { type: 'json' };
import onboarding from './onboarding.json' with { type: 'json' };
import ownQuestions from './own-questions.json' with { type: 'json' };
import path from './path.json' with { type: 'json' };
import classes from './phrases/classes.json' with { type: 'json' };
import costs from './phrases/costs.json' with { type: 'json' };
import reads from './phrases/reads.json' with { type: 'json' };
import samples from './phrases/samples.json' with { type: 'json' };
import speech from './phrases/speech.json' with { type: 'json' };
import types from './phrases/types.json' with { type: 'json' };
import prompts from './prompts.json' with { type: 'json' };
import questions from './questions.json' with { type: 'json' };
import recap from './recap.json' with { type: 'json' };
import reminders from './reminders.json' with { type: 'json' };
import safety from './safety.json' with { type: 'json' };
import screen from './screen.json' with { type: 'json' };
import time from './time.json' with { type: 'json' };
import tips from './tips.json' with { type: 'json' };
import trouble from './trouble.json' with { type: 'json' };
import turns from './turns.json' with { type: 'json' };
import welcome from './welcome.json' with { type: 'json' };

/** English as spoken in the United States. It does not compile if a line is missing. */
export const enUS: Content = {
  locale: 'en-US',
  zone: 'America/New_York',
  // People say "seven in the evening" even if the clock shows 19:00.
  clock: 'h12',
  lines: {
    ...welcome,
    ...onboarding,
    ...exercises,
    ...turns,
    ...prompts,
    ...flow,
    ...hardMoments,
    ...appreciation,
    ...ownQuestions,
    ...recap,
    ...reminders,
    ...keeping,
    ...menu,
    ...path,
    ...learn,
    ...help,
    ...safety,
    ...trouble,
    ...screen,
  },
  questions,
  fun,
  tips,
  time,
  screenDocument,
  hearing: {
    ...hearing,
    danger,
    dangerCosts,
    phrases: {
      speech,
      classes,
      types,
      samples,
      reads,
      costs,
    },
  },
};

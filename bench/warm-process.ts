/** Measures replies in a process of its own, bundled as the asset is: prints JSON. See warm.ts. */
import { createLanguages } from '../lambda/alexa/languages.ts';
import type { Log } from '../lambda/alexa/log.ts';
import { createSkill } from '../lambda/alexa/skill.ts';
import { contentFor } from '../lambda/content/locales.ts';
import { SKILL_ID } from '../simulator/cloud/identity.ts';
import { createMemoryStore } from '../test/household/memory-store.ts';
import { warm } from './warm.ts';

const ROUNDS = 200;
const BEFORE = 160;

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const language = createLanguages(contentFor);
const aSkill = () =>
  createSkill(SKILL_ID, {
    store: createMemoryStore(),
    log: silent,
    apiClient: { invoke: async () => ({ statusCode: 503, body: '', headers: [] }) },
    answerWithin: 7_000,
    language,
  });

void warm(aSkill, ROUNDS, BEFORE).then((measured) => console.log(JSON.stringify(measured)));

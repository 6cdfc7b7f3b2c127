/** What tests of the adapter need: the real skill with a store in memory and its log, and an Echo. */
import type { Log, LogFields, Message } from '../../lambda/alexa/log.ts';
import type { Skill } from '../../lambda/alexa/skill.ts';
import type { Kept } from '../../lambda/conversation/model/household.ts';
import { householdId } from '../../lambda/household/identity.ts';
import type { HouseholdId } from '../../lambda/household/store.ts';
import { createMemoryStore, type MemoryStore } from '../household/memory-store.ts';
import { skillOn } from '../skill.ts';
import { type FakeServices, fakeServices } from './alexa-services.ts';
import { anEcho, type Echo, type EchoOptions, USER } from './envelopes.ts';

export interface Logged {
  level: 'info' | 'warn' | 'error';
  message: Message;
  fields: LogFields;
}

export interface Kitchen {
  skill: Skill;
  store: MemoryStore;
  services: FakeServices;
  echo: Echo;
  id: HouseholdId;
  logged: Logged[];
}

/** What is stored of the couple, without what coordinates their devices; null if nothing is. */
export function keptIn({ store, id }: Kitchen): Kept | null {
  const record = store.record(id);
  return record && { household: record.household, place: record.place };
}

export function recordingLog(logged: Logged[]): Log {
  const at =
    (level: Logged['level']) =>
    (message: Message, fields: LogFields): void => {
      logged.push({ level, message, fields });
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

export function aKitchen(options: EchoOptions = {}): Kitchen {
  const logged: Logged[] = [];
  const store = createMemoryStore();
  const services = fakeServices();
  const skill = skillOn(store, recordingLog(logged), services);
  return {
    skill,
    store,
    services,
    echo: anEcho(skill, options),
    id: householdId(options.user ?? USER),
    logged,
  };
}

/** What happens if a permission is given or withdrawn in the Alexa app, with or without a session under way. */
import { describe, expect, it } from 'vitest';
import type { Household, Kept } from '../../lambda/conversation/model/household.ts';
import type { HouseholdStore } from '../../lambda/household/store.ts';
import { skillOn } from '../skill.ts';
import { answer, toTheClose, until } from './couple.ts';
import { anEcho, skillEvent } from './envelopes.ts';
import { aKitchen, type Kitchen, keptIn, recordingLog } from './kitchen.ts';

const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';
const VOICES = 'alexa::person_id:read';
const YES = 'AMAZON.YesIntent';

const scopes = (...names: string[]) => names.map((scope) => ({ scope }));
const changedTo = (body: unknown, about: Parameters<typeof skillEvent>[1] = {}) =>
  skillEvent({ type: 'AlexaSkillEvent.SkillPermissionChanged', body }, about);
const accepted = (...names: string[]) => changedTo({ acceptedPermissions: scopes(...names) });
const household = ({ store, id }: Kitchen): Household | undefined => store.record(id)?.household;

/** What was stored before, with this change alone. */
const onlyChanged = (before: Kept | null, change: Partial<Household>): Kept | null =>
  before && { ...before, household: { ...before.household, ...change } };

/** Ana and Bo, who left a check-in in Ana's turn. They have a reminder, and both voices are known. */
async function settled(): Promise<Kitchen> {
  const kitchen = aKitchen();
  const { echo } = kitchen;
  await until(echo, /talk\.a$/);
  await echo.say('AMAZON.StopIntent');
  await echo.say('RemindIntent', { day: 'sunday', time: '19:00' });
  await echo.say(YES);
  for (const [id, name] of [
    ['ANA', 'Ana'],
    ['BO', 'Bo'],
  ] as const) {
    echo.voice = { id, level: 300 };
    await echo.say('VoiceIntent', { name });
    await echo.say(YES);
  }
  echo.voice = null;
  const { reminder, voices } = household(kitchen) ?? {};
  expect([reminder?.token, typeof voices?.a, typeof voices?.b]).toEqual(['alert-1', 'string', 'string']);
  kitchen.logged.length = 0;
  kitchen.store.taken();
  return kitchen;
}

describe('a permission that is withdrawn', () => {
  it('for reminders takes the note of the reminder with it, and nothing else', async () => {
    const kitchen = await settled();
    const before = keptIn(kitchen);
    expect(await kitchen.skill(accepted(VOICES))).toMatchObject({ response: {} });
    expect(keptIn(kitchen)).toEqual(onlyChanged(before, { reminder: null }));
  });

  it('for voices takes the marks of both, and nothing else', async () => {
    const kitchen = await settled();
    const before = keptIn(kitchen);
    await kitchen.skill(accepted(REMINDERS));
    expect(keptIn(kitchen)).toEqual(onlyChanged(before, { voices: { a: null, b: null } }));
  });

  it('by one person takes the mark of that voice, and leaves the other', async () => {
    const kitchen = await settled();
    const before = keptIn(kitchen);
    const body = { acceptedPermissions: scopes(REMINDERS), acceptedPersonPermissions: [] };
    await kitchen.skill(changedTo(body, { person: 'BO' }));
    const voices = { a: before?.household.voices.a ?? null, b: null };
    expect(keptIn(kitchen)).toEqual(onlyChanged(before, { voices }));
  });

  it('by somebody whose voice was never learnt takes no mark', async () => {
    const kitchen = await settled();
    const before = keptIn(kitchen);
    const body = { acceptedPermissions: scopes(REMINDERS), acceptedPersonPermissions: [] };
    await kitchen.skill(changedTo(body, { person: 'GUEST' }));
    expect(keptIn(kitchen)).toEqual(before);
  });

  it('for everything takes the reminder and the voices', async () => {
    const kitchen = await settled();
    await kitchen.skill(accepted());
    expect(household(kitchen)).toMatchObject({ reminder: null, voices: { a: null, b: null } });
  });

  it('leaves the wish not to have a voice learnt', async () => {
    const kitchen = aKitchen();
    await until(kitchen.echo, /talk\.a$/);
    await kitchen.echo.say('AMAZON.StopIntent');
    kitchen.echo.voice = { id: 'ANA', level: 300 };
    await kitchen.echo.say('VoiceIntent', { name: 'Ana' });
    await kitchen.echo.say('RatherNotIntent');
    expect(household(kitchen)?.voices.a).toBe(false);
    await kitchen.skill(accepted());
    expect(household(kitchen)?.voices.a).toBe(false);
  });

  it('costs one read and one write, and one read alone when the event comes again', async () => {
    const { skill, store } = await settled();
    const event = accepted();
    await skill(event);
    expect(store.taken()).toEqual(['load', 'save']);
    await skill(event);
    expect(store.taken()).toEqual(['load']);
  });

  it('is logged in the same words whatever it was', async () => {
    const { skill, logged, id } = await settled();
    await skill(accepted(VOICES));
    await skill(accepted(REMINDERS, VOICES));
    const line = { level: 'info', message: 'permission changed', fields: { household: id } };
    expect(logged).toEqual([line, line]);
  });
});

describe('a permission that stands, or is given', () => {
  it.each([
    ['is only read', accepted(VOICES, REMINDERS)],
    [
      'is found on the level of the person',
      changedTo({ acceptedPermissions: scopes(REMINDERS), acceptedPersonPermissions: scopes(VOICES) }),
    ],
    ['is one this skill never asked for, besides', accepted(VOICES, REMINDERS, 'alexa::profile:email:read')],
  ])('changes nothing if it %s', async (_what, event) => {
    const { skill, store } = await settled();
    const before = store.everything();
    await skill(event);
    expect(store.everything()).toBe(before);
    expect(store.taken()).toEqual(['load']);
  });

  it('is noted in the log when it is given, and reads nothing', async () => {
    const { skill, store, logged, id } = await settled();
    const body = { acceptedPermissions: scopes(REMINDERS) };
    const response = await skill(skillEvent({ type: 'AlexaSkillEvent.SkillPermissionAccepted', body }));
    expect(response.response).toEqual({});
    expect(store.taken()).toEqual([]);
    expect(logged).toEqual([{ level: 'info', message: 'permission accepted', fields: { household: id } }]);
  });
});

describe('an event that cannot be read', () => {
  it.each([
    ['without a body', undefined],
    ['with a body that is null', null],
    ['with a body that is text', 'zebra-marker'],
    ['without a list', {}],
    ['with a list that is null', { acceptedPermissions: null }],
    ['with a list of texts', { acceptedPermissions: [REMINDERS] }],
    ['with a scope that is a number', { acceptedPermissions: [{ scope: 5 }] }],
    ['with a second list that is text', { acceptedPermissions: [], acceptedPersonPermissions: 'zebra' }],
  ])('takes nothing away, and says so in a code: %s', async (_what, body) => {
    const { skill, store, logged, id } = await settled();
    const before = store.everything();
    expect((await skill(changedTo(body))).response).toEqual({});
    expect(store.everything()).toBe(before);
    expect(store.taken()).toEqual([]);
    expect(logged).toEqual([
      { level: 'warn', message: 'permissions unreadable', fields: { code: 'malformed-body', household: id } },
    ]);
  });
});

describe('a household that is not kept', () => {
  it('is not created by an event', async () => {
    const { skill, store } = aKitchen();
    await skill(accepted());
    expect(store.everything()).toBe(aKitchen().store.everything());
    expect(store.taken()).toEqual(['load']);
  });

  it('is not brought back by an event that comes after the skill was disabled', async () => {
    const { skill, store, id } = await settled();
    await skill(skillEvent({ type: 'AlexaSkillEvent.SkillDisabled' }));
    await skill(accepted());
    expect(store.record(id)).toBeNull();
  });

  it('is not brought back if it is forgotten between the read and the write', async () => {
    const kitchen = await settled();
    const meddled: HouseholdStore = {
      ...kitchen.store,
      async save(...write) {
        await kitchen.store.forget(kitchen.id, kitchen.echo.now);
        return kitchen.store.save(...write);
      },
    };
    await skillOn(meddled, recordingLog([]))(accepted());
    expect(kitchen.store.record(kitchen.id)).toBeNull();
  });
});

describe('a store that fails', () => {
  it.each([
    ['load', 'throttled'],
    ['load', 'timeout'],
    ['save', 'unreachable'],
  ] as const)('is not taken for done: the event must come again (%s, %s)', async (operation, code) => {
    const kitchen = await settled();
    kitchen.store.failNext(code, 1, [operation]);
    await expect(kitchen.skill(accepted())).rejects.toMatchObject({ code });
    expect(household(kitchen)?.reminder).not.toBeNull();
    await kitchen.skill(accepted());
    expect(household(kitchen)?.reminder).toBeNull();
  });

  it.each([
    ['forget', skillEvent({ type: 'AlexaSkillEvent.SkillDisabled' })],
    ['withdraw', accepted()],
  ] as const)(
    'is logged with the household, so that it can be done by hand (%s)',
    async (operation, event) => {
      const { skill, store, logged, id } = await settled();
      store.failNext('throttled', 1);
      await expect(skill(event)).rejects.toMatchObject({ code: 'throttled' });
      expect(logged).toEqual([
        { level: 'warn', message: 'store failed', fields: { operation, code: 'throttled', household: id } },
        { level: 'warn', message: 'failed', fields: { code: 'throttled' } },
      ]);
    },
  );

  it('because somebody else wrote meanwhile is asked once more, and both writes stand', async () => {
    const kitchen = await settled();
    const { store, id } = kitchen;
    let others = 1;
    const meddled: HouseholdStore = {
      ...store,
      async save(...write) {
        const record = store.record(id);
        if (others > 0 && record !== null) {
          others -= 1;
          const names = { a: 'Ana', b: 'Bob' };
          const household = { ...record.household, names };
          await store.save(
            id,
            { ...record, household, version: record.version + 1 },
            record.version,
            write[3],
          );
        }
        return store.save(...write);
      },
    };
    const skill = skillOn(meddled, recordingLog([]));
    await skill(accepted());
    expect(household(kitchen)).toMatchObject({ names: { b: 'Bob' }, reminder: null });
    others = 2;
    await kitchen.echo.say('RemindIntent', { day: 'sunday', time: '19:00' });
    await kitchen.echo.say(YES);
    await expect(skill(accepted())).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a session under way when a permission is withdrawn', () => {
  it('goes on, saves its place, and does not bring back what is gone', async () => {
    const kitchen = await settled();
    const { echo, skill } = kitchen;
    await echo.launch();
    await echo.say(YES);
    await skill(accepted());
    await answer(echo);
    expect(echo.stateId()).toMatch(/^check-in\//);
    expect(household(kitchen)).toMatchObject({ reminder: null, voices: { a: null, b: null } });
    await toTheClose(echo);
    expect(keptIn(kitchen)).toMatchObject({
      household: { reminder: null, voices: { a: null, b: null } },
      place: null,
    });
    expect(household(kitchen)?.counts.finished).toBe(1);
  });

  it('does not bring it back when it ends, nor from another speaker, nor on a night without saving', async () => {
    const kitchen = await settled();
    const { echo, skill } = kitchen;
    const bedroom = anEcho(skill, { device: 'bedroom', now: echo.now });
    await bedroom.launch();
    await echo.launch();
    await echo.say('DontSaveIntent');
    await echo.say(YES);
    await skill(accepted());
    await answer(echo);
    await echo.say('RenameIntent', { name: 'Bo', other: 'Bob' });
    await echo.end();
    await answer(bedroom);
    await bedroom.end();
    expect(household(kitchen)).toMatchObject({ reminder: null, voices: { a: null, b: null } });
  });

  it('knows at once that there is no reminder any more', async () => {
    const kitchen = await settled();
    const { echo, skill } = kitchen;
    await echo.launch();
    await echo.say(YES);
    await skill(accepted());
    await answer(echo);
    const { checkIn } = echo.attributes as { checkIn: { state: { household: Household } } };
    expect(checkIn.state.household.reminder).toBeNull();
  });
});

describe('an event that comes late', () => {
  it('after the reminder was set anew loses only its note: asked about, it is found again', async () => {
    const kitchen = await settled();
    await kitchen.skill(accepted(VOICES));
    expect(household(kitchen)?.reminder).toBeNull();
    await kitchen.echo.say('WhenRemindedIntent');
    expect(household(kitchen)?.reminder).toEqual({ token: 'alert-1', day: 'sunday', time: '19:00' });
  });
});

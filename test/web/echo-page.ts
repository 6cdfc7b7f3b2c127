/** The page on the real skill, for tests: the server is the same as that of `npm start`. */
import { createCallLog } from '../../simulator/device/call-log.ts';
import type { DeviceKind } from '../../simulator/device/device-kind.ts';
import { createEcho } from '../../simulator/device/echo.ts';
import { shareEcho } from '../../simulator/device/shared-echo.ts';
import { modelOfLocale } from '../../simulator/understanding/model-of-locale.ts';
import { startWeb, type Web } from '../../simulator/web/start-web.ts';
import type { SkillOnDatabase } from '../skill.ts';

export interface PageOptions {
  /** Where the address is stored, so that the next run has the same; memory if it is not given. */
  readonly data?: string;
  readonly user?: string;
  readonly device?: DeviceKind;
}

/** Starts the page, on a skill that goes on when the page ends. */
export function startPage(real: SkillOnDatabase, options: PageOptions = {}): Promise<Web> {
  const calls = createCallLog();
  const { skill, database, services } = real;
  const model = modelOfLocale('en-US');
  const echo = createEcho({
    ...{ handler: skill, model, database, services, observer: calls.observer },
    start: new Date('2026-11-22T19:00:00Z'),
    user: options.user ?? 'a couple',
    device: options.device ?? 'echo',
  });
  return startWeb({
    ...{ calls, model, database, handler: skill, echo: shareEcho(echo), onError: () => {} },
    ...{ locale: 'en-US', noElicit: false, deviceId: 'kitchen', data: options.data ?? 'memory' },
  });
}

/**
 * A fake of Alexa's own services, for tests without a network. It gives the answers it is told to, and remembers the
 * requests.
 */
import type { services } from 'ask-sdk-model';

export interface FakeServices extends services.ApiClient {
  /** The requests so far, such as `GET /v1/alerts/reminders`, with their bodies. The oldest is first. */
  readonly asked: { call: string; body: unknown }[];
  /** How many reminders there are. */
  alerts(): number;
  /** The answer to every request from now on; null for the usual answers. */
  refuse(refusal: { statusCode: number; code?: string } | null): void;
  /** Changes a reminder as the Alexa app does: when it sounds, and perhaps whether it is on. */
  changeInApp(token: string, change: { trigger: object; status?: string; alertToken?: string }): void;
}

/** Services that tell a time zone, and store the reminders of one account. */
export function fakeServices(zone = 'Europe/Berlin'): FakeServices {
  const asked: FakeServices['asked'] = [];
  const alerts = new Map<string, object>();
  let refusal: { statusCode: number; code?: string } | null = null;
  const answer = (statusCode: number, body: unknown) => ({
    statusCode,
    body: JSON.stringify(body),
    headers: [],
  });
  return {
    asked,
    alerts: () => alerts.size,
    refuse(next) {
      refusal = next;
    },
    changeInApp(token, change) {
      alerts.set(token, { ...alerts.get(token), ...change });
    },
    async invoke({ method, url, body }) {
      const { pathname } = new URL(url);
      asked.push({ call: `${method} ${pathname}`, body: body === undefined ? null : JSON.parse(body) });
      if (pathname.endsWith('/System.timeZone')) return answer(200, zone);
      if (refusal !== null) return answer(refusal.statusCode, { code: refusal.code ?? '', message: 'zebra' });
      const token = /reminders\/(.+)$/.exec(pathname)?.[1];
      switch (method) {
        case 'POST': {
          const alertToken = `alert-${alerts.size + 1}`;
          alerts.set(alertToken, { ...JSON.parse(body ?? '{}'), alertToken, status: 'ON' });
          return answer(201, { alertToken, status: 'ON' });
        }
        case 'PUT':
          if (token === undefined || !alerts.has(token)) return answer(404, { code: 'ALERT_NOT_FOUND' });
          alerts.set(token, { ...JSON.parse(body ?? '{}'), alertToken: token, status: 'ON' });
          return answer(200, { alertToken: token, status: 'ON' });
        case 'DELETE':
          return answer(token !== undefined && alerts.delete(token) ? 200 : 404, {});
        default:
          return answer(200, { totalCount: String(alerts.size), alerts: [...alerts.values()] });
      }
    },
  };
}

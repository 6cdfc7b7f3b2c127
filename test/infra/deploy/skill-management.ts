/** A fake server of Alexa's skill management API, with the calls that a deployment through the ASK CLI makes. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import listing from '../../../infra/skill-package/listing.json' with { type: 'json' };
import { LOCALES } from '../../../interaction-models/localised-model.ts';
import { NEW_SKILL } from './fake-amazon.ts';

export interface SkillManagement {
  readonly url: string;
  /** The requests as `METHOD /path`, without those for a login. */
  readonly asked: string[];
  /** The last package that was uploaded: a ZIP file. */
  uploaded: Buffer | null;
  /** The HTTP status with which every request but the login is refused; null if requests are answered. */
  refusing: number | null;
  /** Whether a skill is created, and the connection is cut before the answer. */
  losing: boolean;
  /** Whether the login is accepted. */
  loginAccepted: boolean;
  close(): Promise<void>;
}

type Answer = [status: number, body: object | null, location?: string];

export async function startSkillManagement(): Promise<SkillManagement> {
  let created = false;
  const summary = { skillId: NEW_SKILL, stage: 'development', nameByLocale: { 'en-US': listing.name } };
  const server = createServer(async (request, response) => {
    const { method, url = '' } = request;
    const body = await bodyOf(request);
    const [path = ''] = url.split('?');
    const [status, answer, location] = answerTo(`${method} ${path}`, body);
    if (management.losing && `${method} ${path}` === 'POST /v1/skills') {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(location === undefined ? {} : { location }),
    });
    response.end(answer === null ? '' : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function answerTo(asked: string, body: Buffer): Answer {
    if (asked === 'POST /auth/o2/token')
      return management.loginAccepted
        ? [200, { access_token: 'access', refresh_token: 'refresh', token_type: 'bearer', expires_in: 3600 }]
        : [400, { error: 'invalid_grant' }];
    management.asked.push(asked);
    if (management.refusing !== null) return [management.refusing, { message: 'Refused.' }];
    switch (asked) {
      case 'GET /v1/vendors':
        return [200, { vendors: [{ id: 'M1', name: 'Ana', roles: ['ROLE_ADMINISTRATOR'] }] }];
      case 'GET /v1/skills':
        return [200, { skills: created ? [summary] : [], isTruncated: false }];
      case `GET /v1/skills/${NEW_SKILL}/stages/development/manifest`:
        return created ? [200, { manifest: { apis: { custom: {} } } }] : [404, { message: 'No such skill.' }];
      case 'POST /v1/skills':
        created = true;
        return [202, { skillId: NEW_SKILL }, `/v1/skills/${NEW_SKILL}/status`];
      case `GET /v1/skills/${NEW_SKILL}/status`:
        return created ? [200, statusOf(management.uploaded)] : [404, { message: 'No such skill.' }];
      case 'POST /v1/skills/uploads':
        return [201, { uploadUrl: `${url}/upload`, expiresAt: '2100-01-01T00:00:00Z' }];
      case 'PUT /upload':
        management.uploaded = body;
        return [200, null];
      case `POST /v1/skills/${NEW_SKILL}/imports`:
        return [202, null, '/v1/skills/imports/import-1'];
      case 'GET /v1/skills/imports/import-1':
        return [200, { status: 'SUCCEEDED', skill: { skillId: NEW_SKILL, resources: [] } }];
      case `PUT /v1/skills/${NEW_SKILL}/stages/development/enablement`:
        return [204, null];
      default:
        return [404, { message: `There is no ${asked}.` }];
    }
  }

  const management: SkillManagement = {
    url,
    asked: [],
    uploaded: null,
    refusing: null,
    losing: false,
    loginAccepted: true,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return management;
}

function statusOf(uploaded: Buffer | null): object {
  const done = { lastUpdateRequest: { status: 'SUCCEEDED' }, eTag: 'e' };
  const models = uploaded === null ? [] : LOCALES.map((locale) => [locale, done]);
  return { manifest: done, interactionModel: Object.fromEntries(models) };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

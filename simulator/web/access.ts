import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request as far as it matters for who may send it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The port on which it arrived. */
  readonly port: number;
}

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 403 | 401;
  readonly sentence: string;
}

/**
 * Whether a request comes from the page of this server, or from somebody who opens it. Anything else is refused: a name that
 * points to this machine (Host), a page from elsewhere (Origin, Sec-Fetch-Site), a frame of another page.
 *
 * @returns null if it may be answered.
 */
export function refusalOf({ method, path, headers, port }: Asked): Refusal | null {
  const host = `127.0.0.1:${port}`;
  if (headers.host !== host) return { status: 403, sentence: `This page is at http://${host} only.` };
  // The frame of the screen has no origin, so that its files are asked for as by a page from elsewhere.
  if (method === 'GET' && SCREEN_FILES.some((file) => file === path)) return null;
  const { origin } = headers;
  const isFromHere = origin === `http://${host}`;
  if (origin !== undefined && !isFromHere) return refused;
  // Browsers send an Origin with everything that is not read only.
  if (method !== 'GET' && !isFromHere) return refused;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return null;
  const opens = path === '/' && headers['sec-fetch-mode'] === 'navigate';
  return opens && headers['sec-fetch-dest'] === 'document' ? null : refused;
}

const refused: Refusal = { status: 403, sentence: 'Only the page of this Echo is answered here.' };

/** Whether the `authorization` of a request is the token, in a time that does not depend on what was given. */
export function hasToken(headers: IncomingHttpHeaders, token: string): boolean {
  const given = tokenIn(headers);
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The token in the `authorization` of a request; empty if there is none. */
export const tokenIn = (headers: IncomingHttpHeaders): string =>
  /^Bearer ([0-9a-f]+)$/u.exec(headers.authorization ?? '')?.[1] ?? '';

/**
 * The headers of every answer. Nothing is loaded from elsewhere, and no code or style stands in the page itself.
 */
export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'microphone=(self), camera=(), geolocation=()',
  'cache-control': 'no-store',
};

/** The files that the frame of the screen loads. They are code and style alone, without anything of a household. */
export const SCREEN_FILES = ['/screen.js', '/screen.css', '/apl-viewhost-web.js'] as const;

/** The headers of those files: a document without an origin may load them. */
export const SCREEN_FILE_HEADERS: Readonly<Record<string, string>> = {
  ...SAFETY_HEADERS,
  'cross-origin-resource-policy': 'cross-origin',
};

/**
 * The headers of the frame that holds a screen. Amazon's engine makes functions from text, reads its WebAssembly from a data
 * address and writes style elements. It may do so here alone. The frame is sandboxed, without an origin: it can neither
 * reach the page around it nor what that keeps. Its policy lets it load code and style from this server alone, which gives
 * it no more than {@link SCREEN_FILES}.
 */
export const SCREEN_HEADERS: Readonly<Record<string, string>> = {
  ...SAFETY_HEADERS,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    'img-src data:',
    'connect-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-scripts',
  ].join('; '),
};

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Whether the request changes nothing, or comes from a page of this site, or from no page at all. */
export function fromThisSite(request: Request): boolean {
  const origin = request.headers.get('origin');
  return SAFE_METHODS.includes(request.method) || origin === null || origin === new URL(request.url).origin;
}

/**
 * Whether a request with the session cookie may change something: a page of another site can neither set this header
 * nor have this origin.
 */
export const mayChangeByCookie = (request: Request): boolean =>
  SAFE_METHODS.includes(request.method) ||
  request.headers.get('x-atlassian-token') === 'no-check' ||
  request.headers.get('origin') === new URL(request.url).origin;

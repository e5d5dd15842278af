import type { Principal } from '../seams';
import type { JiraStore } from './store';

/** The account of an `Authorization: Basic` header (e-mail and API token); undefined if the header is not good. */
export function authenticate(store: JiraStore, authorization: string): Principal | undefined {
  const [scheme, credentials] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'basic' || credentials === undefined) return undefined;
  const decoded = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  const email = decoded.slice(0, colon);
  const token = decoded.slice(colon + 1);
  const account = [...store.accounts.values()].find(
    ({ emailAddress, apiToken }) => apiToken !== undefined && emailAddress === email && apiToken === token,
  );
  return account === undefined ? undefined : { kind: 'account', accountId: account.accountId };
}

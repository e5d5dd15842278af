import * as v from 'valibot';

/** https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/router/ */
const LocationSchema = v.union([
  v.object({ url: v.string() }),
  v.object({ target: v.literal('issue'), issueKey: v.string() }),
]);

export type AppAddress =
  | { readonly kind: 'here'; readonly path: string }
  | { readonly kind: 'elsewhere'; readonly href: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Where an app wants to go: a page of this site, another site, or nowhere that a link may lead. */
export function appAddress(location: unknown, site: string): AppAddress {
  const parsed = v.safeParse(LocationSchema, location);
  if (!parsed.success) return { kind: 'refused', reason: `The place ${JSON.stringify(location)} is not modelled yet.` };
  if ('issueKey' in parsed.output)
    return { kind: 'here', path: `/browse/${encodeURIComponent(parsed.output.issueKey)}` };
  const { url } = parsed.output;
  if (!URL.canParse(url, site)) return { kind: 'refused', reason: `${url} is no address.` };
  const target = new URL(url, site);
  if (target.origin === new URL(site).origin) {
    return { kind: 'here', path: `${target.pathname}${target.search}${target.hash}` };
  }
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    return { kind: 'refused', reason: `A page may not lead to ${target.protocol} addresses.` };
  }
  return { kind: 'elsewhere', href: target.href };
}

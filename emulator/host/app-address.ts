import * as v from 'valibot';

/** https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/router/ */
const LocationSchema = v.union([
  v.object({ url: v.string() }),
  v.variant('target', [
    v.object({ target: v.literal('issue'), issueKey: v.string() }),
    v.object({ target: v.literal('projectSettingsDetails'), projectKey: v.string() }),
    v.object({ target: v.literal('module'), moduleKey: v.string(), projectKey: v.optional(v.string()) }),
  ]),
]);
type Target = Exclude<v.InferOutput<typeof LocationSchema>, { readonly url: string }>;

export type AppAddress =
  | { readonly kind: 'here'; readonly path: string }
  | { readonly kind: 'elsewhere'; readonly href: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Where an app wants to go: a page of this site, another site, or nowhere that a link may lead. */
export function appAddress(location: unknown, site: string): AppAddress {
  const parsed = v.safeParse(LocationSchema, location);
  if (!parsed.success) return { kind: 'refused', reason: `The place ${JSON.stringify(location)} is not modelled yet.` };
  if ('target' in parsed.output) return { kind: 'here', path: targetPath(parsed.output) };
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

function targetPath(location: Target): string {
  switch (location.target) {
    case 'issue':
      return `/browse/${encodeURIComponent(location.issueKey)}`;
    case 'projectSettingsDetails':
      return `/projects/${encodeURIComponent(location.projectKey)}/settings`;
    case 'module': {
      const { projectKey, moduleKey } = location;
      const before = projectKey === undefined ? '' : `/projects/${encodeURIComponent(projectKey)}`;
      return `${before}/apps/${encodeURIComponent(moduleKey)}`;
    }
  }
}

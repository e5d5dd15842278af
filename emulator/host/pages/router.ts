import { useSyncExternalStore } from 'react';

const MOVED = 'emulator-moved';

/** Path and query of where the page is. */
export const useAddress = (): URL => new URL(useSyncExternalStore(subscribe, () => window.location.href));

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

/** Goes to a page of this site; leaves the site for any other address. */
export function navigate(href: string): void {
  const target = new URL(href, window.location.href);
  if (target.origin !== window.location.origin) {
    window.location.assign(target.href);
    return;
  }
  const isOtherPage = target.pathname !== window.location.pathname;
  window.history.pushState(null, '', target.href);
  if (isOtherPage) window.scrollTo(0, 0);
  window.dispatchEvent(new Event(MOVED));
}

export type Route =
  | { readonly kind: 'start' }
  | { readonly kind: 'issues'; readonly project: string | undefined }
  | { readonly kind: 'issue'; readonly key: string }
  | { readonly kind: 'projects' }
  | { readonly kind: 'project'; readonly key: string; readonly page: ProjectPlace }
  /** A page of the app on the site itself. */
  | { readonly kind: 'app'; readonly moduleKey: string }
  | { readonly kind: 'settings'; readonly moduleKey: string | undefined }
  | { readonly kind: 'outbox'; readonly entry: string | undefined; readonly person: string | undefined }
  | { readonly kind: 'log' }
  | { readonly kind: 'nowhere'; readonly path: string };

export type ProjectPlace =
  | { readonly kind: 'issues' }
  | { readonly kind: 'app'; readonly moduleKey: string }
  | { readonly kind: 'settings'; readonly moduleKey: string | undefined };

export function routeOf({ pathname, searchParams }: URL): Route {
  const [first, ...rest] = pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decodedPart);
  const [second] = rest;
  const given = (name: string) => searchParams.get(name) ?? undefined;
  if (first === undefined) return { kind: 'start' };
  if (first === 'issues' && second === undefined) return { kind: 'issues', project: given('project') };
  if (first === 'browse' && second !== undefined && rest.length === 1)
    return { kind: 'issue', key: second.toUpperCase() };
  if (first === 'projects' && second === undefined) return { kind: 'projects' };
  if (first === 'projects' && second !== undefined) {
    const page = projectPlace(rest.slice(1));
    if (page !== undefined) return { kind: 'project', key: second.toUpperCase(), page };
  }
  if (first === 'apps' && second !== undefined && rest.length === 1) return { kind: 'app', moduleKey: second };
  if (first === 'settings') {
    const page = projectPlace(['settings', ...rest]);
    if (page?.kind === 'settings') return page;
  }
  if (first === 'outbox' && second === undefined)
    return { kind: 'outbox', entry: given('entry'), person: given('person') };
  if (first === 'log' && second === undefined) return { kind: 'log' };
  return { kind: 'nowhere', path: pathname };
}

function projectPlace(parts: readonly string[]): ProjectPlace | undefined {
  const [first, second, third] = parts;
  if (first === undefined || (first === 'issues' && second === undefined)) return { kind: 'issues' };
  if (first === 'apps' && second !== undefined && parts.length === 2) return { kind: 'app', moduleKey: second };
  if (first !== 'settings') return undefined;
  if (second === undefined) return { kind: 'settings', moduleKey: undefined };
  return second === 'apps' && third !== undefined && parts.length === 3
    ? { kind: 'settings', moduleKey: third }
    : undefined;
}

/** A part of an address that is no valid encoding stands for itself. */
function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

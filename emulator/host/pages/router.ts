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
  window.history.pushState(null, '', target.href);
  window.scrollTo(0, 0);
  window.dispatchEvent(new Event(MOVED));
}

export type Route =
  | { readonly kind: 'start' }
  | { readonly kind: 'issues'; readonly project: string | undefined }
  | { readonly kind: 'issue'; readonly key: string }
  | { readonly kind: 'log' }
  | { readonly kind: 'nowhere'; readonly path: string };

export function routeOf({ pathname, searchParams }: URL): Route {
  const [first, second, ...rest] = pathname.split('/').filter((part) => part !== '');
  if (first === undefined) return { kind: 'start' };
  if (first === 'issues' && second === undefined) {
    return { kind: 'issues', project: searchParams.get('project') ?? undefined };
  }
  if (first === 'browse' && second !== undefined && rest.length === 0) {
    return { kind: 'issue', key: decodeURIComponent(second).toUpperCase() };
  }
  if (first === 'log' && second === undefined) return { kind: 'log' };
  return { kind: 'nowhere', path: pathname };
}

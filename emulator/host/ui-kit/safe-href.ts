import { safeLink } from '../adf/safe-link';

/** An address that a reader may follow: of this site (`/browse/OPS-1`) or of the web. Never a script. */
export const safeHref = (href: string | undefined): string | undefined =>
  href !== undefined && /^\/(?![/\\])/.test(href) ? href : safeLink(href);

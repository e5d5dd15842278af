/** A text for people without markup of its own: an adapter makes ADF or HTML of it, by construction. */
export type Text = readonly Block[];

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly parts: readonly Part[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Part[])[] };

export type Part =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'person'; readonly accountId: string };

export const words = (text: string): Part => ({ kind: 'words', text });
export const paragraph = (...parts: readonly (Part | string)[]): Block => ({
  kind: 'paragraph',
  parts: parts.map((part) => (typeof part === 'string' ? words(part) : part)),
});
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const list = (items: readonly (string | readonly Part[])[]): Block => ({
  kind: 'list',
  items: items.map((item) => (typeof item === 'string' ? [words(item)] : item)),
});
export const link = (text: string, href: string): Part => ({ kind: 'link', text, href });
export const person = (accountId: string): Part => ({ kind: 'person', accountId });

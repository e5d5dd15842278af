import type { Mentioned } from '../../adf/inline-markup';

/** A document of Jira while somebody writes it: text with markup, and whom its `@names` mean. */
export interface RichText {
  readonly text: string;
  readonly mentioned: Mentioned;
}

export const NO_TEXT: RichText = { text: '', mentioned: new Map() };

/** Told to whoever edits a text that this markup cannot hold. */
export const LOSES_FORMATTING = 'Some formatting of this text cannot be kept here: saved from here, it is lost.';

export interface Writing {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts marks around what is selected, or around the caret. */
export function wrapped({ text, start, end }: Writing, before: string, after = before): Writing {
  const inside = text.slice(start, end);
  const next = `${text.slice(0, start)}${before}${inside}${after}${text.slice(end)}`;
  return { text: next, start: start + before.length, end: start + before.length + inside.length };
}

/** Makes the lines that are selected items of a list. */
export function listed({ text, start, end }: Writing, sign: (index: number) => string): Writing {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(from, end).split('\n');
  const items = lines.map((line, index) => `${sign(index)} ${line}`).join('\n');
  const caret = from + items.length;
  return { text: `${text.slice(0, from)}${items}${text.slice(end)}`, start: caret, end: caret };
}

/** The name that is being typed after `@` at the caret, and where its sign stands; undefined if there is none. */
export function mentionAt(text: string, caret: number): { readonly typed: string; readonly start: number } | undefined {
  const found = /(?:^|[\s(])@([\p{L}\p{N}.-]*(?: [\p{L}\p{N}.-]+)?)$/u.exec(text.slice(0, caret));
  if (found?.[1] === undefined) return undefined;
  return { typed: found[1], start: caret - found[1].length - 1 };
}
